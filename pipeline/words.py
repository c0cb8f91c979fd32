"""The closed word lists: the Swedish terms that documents and tables use."""

from enum import StrEnum


class Kind(StrEnum):
    """What a document is."""

    PROTOKOLL = "protokoll"
    PROTOKOLLSUTDRAG = "protokollsutdrag"
    UTLÅTANDE = "utlåtande"
    INTERPELLATION = "interpellation"
    INTERPELLATIONSSVAR = "interpellationssvar"
    MOTION = "motion"
    SKRIVELSE = "skrivelse"
    BETÄNKANDE = "betänkande"
    VOTERINGSLISTA = "voteringslista"
    ÖVRIGT = "övrigt"


class Act(StrEnum):
    """What somebody did or said, by its legal form."""

    YRKANDE = "yrkande"
    RESERVATION = "reservation"
    SÄRSKILT_UTTALANDE = "särskilt uttalande"
    SÄRSKILT_YTTRANDE = "särskilt yttrande"
    PROTOKOLLSANTECKNING = "protokollsanteckning"
    ERSÄTTARYTTRANDE = "ersättaryttrande"
    MOTION = "motion"
    INTERPELLATION = "interpellation"
    INTERPELLATIONSSVAR = "interpellationssvar"
    FRÅGA = "fråga"
    SKRIVELSE = "skrivelse"
    FÖREDRAGANDES_SYNPUNKTER = "föredragandes synpunkter"
    REMISSVAR = "remissvar"


class ItemType(StrEnum):
    """What kind of matter a case is."""

    FÖRSLAG = "förslag"
    MOTION = "motion"
    INTERPELLATION = "interpellation"
    FRÅGA = "fråga"
    SKRIVELSE = "skrivelse"
    REMISS = "remiss"
    REDOVISNING = "redovisning"
    VAL = "val"
    ANMÄLAN = "anmälan"
    FORMALIA = "formalia"


class Outcome(StrEnum):
    """What became of the motion, or of the proposal before the body."""

    BIFALL = "bifall"
    DELVIS_BIFALL = "delvis bifall"
    AVSLAG = "avslag"
    BESVARAD = "besvarad"
    ÅTERREMISS = "återremiss"
    BORDLÄGGNING = "bordläggning"
    NOTERAD = "noterad"
    ÖVRIGT = "övrigt"


class DecidedBy(StrEnum):
    """How a case was decided."""

    ENHÄLLIGT = "enhälligt"
    ACKLAMATION = "acklamation"
    VOTERING = "votering"
    UTSLAGSRÖST = "utslagsröst"
    LOTTNING = "lottning"
    MINORITET = "minoritet"


class Stance(StrEnum):
    """A party's position on the decision that the body took."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    REMARK = "remark"
    NOT_PARTICIPATING = "not_participating"
    SPLIT = "split"
    SILENT = "silent"
    ABSENT = "absent"


class Basis(StrEnum):
    """The evidence that a position rests on."""

    VOTERING = "votering"
    RESERVATION = "reservation"
    YRKANDE = "yrkande"
    SÄRSKILT_UTTALANDE = "särskilt uttalande"
    SÄRSKILT_YTTRANDE = "särskilt yttrande"
    PROTOKOLLSANTECKNING = "protokollsanteckning"
    JÄV = "jäv"
    DELTAR_EJ = "deltar ej"
    NÄRVARO = "närvaro"


class Role(StrEnum):
    """A person's role at a meeting."""

    ORDFÖRANDE = "ordförande"
    VICE_ORDFÖRANDE = "vice ordförande"
    LEDAMOT = "ledamot"
    TJÄNSTGÖRANDE_ERSÄTTARE = "tjänstgörande ersättare"
    ERSÄTTARE = "ersättare"
    TJÄNSTEPERSON = "tjänsteperson"
    ÖVRIG = "övrig"


MEMBERS = frozenset({Role.ORDFÖRANDE, Role.VICE_ORDFÖRANDE, Role.LEDAMOT})
SERVING = MEMBERS | {Role.TJÄNSTGÖRANDE_ERSÄTTARE}


class VoteKind(StrEnum):
    """What a vote was about."""

    HUVUDVOTERING = "huvudvotering"
    FÖRBEREDANDE = "förberedande"
    ÅTERREMISS = "återremiss"
    BORDLÄGGNING = "bordläggning"
    TILLÄGGSYRKANDE = "tilläggsyrkande"
    ORDNING = "ordning"


class VoteMethod(StrEnum):
    """What settled a vote."""

    MAJORITET = "majoritet"
    UTSLAGSRÖST = "utslagsröst"
    MINORITET = "minoritet"
    LOTTNING = "lottning"


class Choice(StrEnum):
    """What one person did in a vote."""

    JA = "ja"
    NEJ = "nej"
    AVSTÅR = "avstår"
    FRÅNVARANDE = "frånvarande"
    DELTAR_EJ = "deltar ej"


class Response(StrEnum):
    """What came of asking an instance for its opinion."""

    SVAR = "svar"
    AVSTÅTT = "avstått"
    INTE_SVARAT = "inte svarat"


class DemandKind(StrEnum):
    """What a sentence of a statement does."""

    KRAV = "krav"
    STÖD = "stöd"
    KRITIK = "kritik"
    ORO = "oro"
    FRÅGA = "fråga"
