"""Matters in which it is told in other words what was moved: where each party stood, what
became of the matter."""

import pytest

from pipeline.extraction.the_paper import bare_sign, paper_sign, points_sign
from tests.extraction.texts import BOARD, read_matter, recorded

S, M, V = "Berit Sjöholm (S)", "Göran Ek (M)", "Ulla Rask (V)"
MP, L, SD = "Kaj Lind (MP)", "Siv Ryd (L)", "Tore Gran (SD)"


@pytest.mark.parametrize(
    ("content", "stood"),
    [
        # an amount that was asked for and not granted
        (
            "Beslut\nNämnden beviljar teatern 50 000 kronor av sökta 80 000 kronor.\n\n"
            f"Yrkanden\n{V} yrkar att teatern beviljas 80 000 kronor.\n{S} yrkar att teatern "
            "beviljas 50 000 kronor.\n",
            {"S": "for", "V": "against"},
        ),
        (
            "Beslut\nNämnden beviljar föreningen 50 000 kronor.\n\nYrkanden\n"
            f"{V} yrkar att föreningen beviljas 80 000 kronor.\n{S} yrkar att föreningen "
            "beviljas 50 000 kronor i stället för de sökta 80 000 kronorna.\n\nBeslutsgång\n"
            "Ordföranden finner att nämnden beviljar föreningen 50 000 kronor och inte de "
            "80 000 kronor som Ulla Rask yrkat.\n",
            {"S": "for", "V": "against"},
        ),
        # two movers on one line
        (
            "Beslut\nNämnden beslutar att bryggan ska heta Sillbryggan.\n\nYrkanden\n"
            f"{S}: Sillbryggan. {M}: Torskbryggan.\n\nBeslutsgång\nOrdföranden ställer "
            "förslagen mot varandra och finner att nämnden beslutar enligt Berit Sjöholms "
            "förslag.\n",
            {"S": "for", "M": "against"},
        ),
        (
            f"Yrkanden: {S} bifall, {M} avslag, {V} återremiss.\n\nProposition på bifall mot "
            "avslag: bifall.\n\nBeslut: Nämnden beviljar borgen.\n",
            {"S": "for", "M": "against", "V": "against"},
        ),
        # who hands over the chair moves, and not who takes it
        (
            f"Ordföranden {S} lämnar över klubban till vice ordföranden {M} och yrkar "
            f"avslag på förslaget. {L} yrkar bifall till förslaget.\n\n{M} ställer "
            "proposition på bifall och avslag och finner att förslaget bifalls.\n\nBeslut\n"
            "Nämnden bifaller förslaget.\n",
            {"S": "against", "L": "for"},
        ),
        # one point as somebody else moved it: nothing is told of who moved the whole
        (
            f"{V} yrkar att punkt 2 ändras till två dagar. {S} yrkar bifall till förslaget."
            "\n\nOrdföranden ställer proposition på punkt 1 som bifalls. På punkt 2 finner "
            "ordföranden att Ulla Rasks yrkande bifalls. På punkt 3 finner ordföranden bifall "
            "till förslaget.\n\nBeslut\n1. Planen antas.\n2. Två dagar införs.\n3. Det "
            "följs upp.\n",
            {"V": "for"},
        ),
        # decided at once, against who moved to decide
        (
            f"Beslut\nÄrendet återremitteras.\n\nYrkanden\n{M} yrkar bifall till "
            f"förvaltningens förslag.\n{V} yrkar återremiss. {MP} ansluter sig till yrkandet "
            "om återremiss.\n\nBeslutsgång\nOrdföranden finner att ärendet återremitteras.\n",
            {"V": "for", "MP": "for", "M": "against"},
        ),
        # an addition in the words of the decision, and one of two
        (
            f"Yrkanden\n{S} yrkar bifall till förslaget.\n{V} yrkar tillägg att planen "
            "utökas med "
            f"40 timmar.\n{SD} yrkar avslag på planen.\n\nBeslut\n1. Förslaget antas.\n"
            "2. Planen utökas med 40 timmar.\n\nBeslutsgång\nOrdföranden finner bifall till "
            "förslaget.\n",
            {"S": "for", "V": "for", "SD": "against"},
        ),
        (
            f"Yrkanden\n{M} yrkar bifall till förslaget med det tillägget att kajen målas.\n"
            f"{SD} yrkar som tillägg att kostnaden redovisas varje månad.\n\nBeslutsgång\n"
            "Ordföranden finner att nämnden bifaller förslaget. Därefter finner "
            "ordföranden att "
            "Göran Eks tilläggsyrkande avslås och att Tore Grans tilläggsyrkande bifalls.\n\n"
            "Beslut\n1. Förslaget antas.\n2. Kostnaden redovisas.\n",
            {"M": "for", "SD": "for"},
        ),
        (
            f"Yrkanden\n{S} yrkar bifall till förslaget.\n{L} yrkar som ett tillägg att "
            f"klubbarna redovisar deltagare.\n{V} yrkar avslag på tillägget.\n\nBeslutsgång\n"
            "Ordföranden ställer tillägget mot avslag på tillägget och finner bifall till "
            "tillägget.\n\nBeslut\n1. Förslaget antas.\n2. Båtklubbarna redovisar.\n",
            {"S": "for", "L": "for", "V": "against"},
        ),
        # a date instead of another
        (
            f"Yrkanden\n{S} föreslår att planen i punkt 2 följs upp den 31 mars 2025 i "
            "stället "
            "för den 31 januari 2025.\n\nBeslut\n1. Nämnden antar planen.\n2. Planen "
            "följs upp "
            "första gången den 31 mars 2025.\n",
            {"S": "for"},
        ),
        # who opens the sentence, and what was moved is not what was decided
        (
            f"Förslaget innebar ett bidrag om 60 000 kronor. {S} fann det rimligt och yrkade "
            f"bifall härtill. {M} yrkade att bidraget måtte bestämmas till 85 000 kronor. "
            "Ordföranden ställde proposition först å förslaget och därefter å Göran Eks "
            "yrkande "
            "samt fann den förra propositionen med övervägande ja besvarad.\n",
            {"S": "for", "M": "against"},
        ),
        # a table of what was moved, with its numbers
        (
            "Beslut\nNämnden antar planen.\n\nYrkanden\n| Nr | Vem | Yrkande |\n"
            f"| 1 | {S}, {L} | Bifall till förvaltningens förslag. |\n| 2 | {V} | Ändring: "
            "bryggan blir röd. |\n\nBeslutsgång\nOrdföranden ställer förvaltningens "
            "förslag mot "
            "yrkande 2 och finner bifall till förvaltningens förslag.\n",
            {"S": "for", "L": "for", "V": "against"},
        ),
        # of one party the one way and the other: both moved plainly
        (
            f"Yrkanden\nPer Gran (SD) yrkar avslag på styrelsens förslag.\n{SD} yrkar "
            "bifall till "
            f"styrelsens förslag.\n{V} yrkar bifall till styrelsens förslag.\nPer Lind (V) "
            "yrkar "
            "som tillägg att kajen målas.\n\nBeslut\nNämnden beslutar enligt styrelsens "
            "förslag.\n",
            {"SD": "split", "V": "for"},
        ),
        # an earlier body's
        (
            f"Hamnutskottets yrkanden\n{M} yrkade avslag i utskottet.\n\nYrkanden\n"
            f"{S} yrkar bifall till förslaget.\n\nBeslut\nNämnden antar taxan.\n",
            {"S": "for"},
        ),
        # points that were to be left out and were not
        (
            f"Yrkanden\n{M} yrkar att beslutssats 2 utgår. {L} ansluter sig till Göran Eks "
            f"yrkande.\n{S} yrkar bifall till liggande förslag i dess helhet.\n\nBeslut\n"
            "1. Hamnen byggs ut.\n2. Hamnen finansieras med lån.\n\nBeslutsgång\nOrdföranden "
            "finner att beslutssats 1 antas. Beträffande beslutssats 2 finner ordföranden att "
            "den antas.\n",
            {"M": "against", "L": "against", "S": "for"},
        ),
        # the chair by role, with letters
        (
            f"Yrkanden\nOrdföranden (S) och {L} yrkar bifall till nämndens förslag.\n{V} "
            "yrkar avslag.\n\nBeslut\nNämnden antar avgiften.\n",
            {"S": "for", "L": "for", "V": "against"},
        ),
        # for several parties under a name of their own
        (
            f"Yrkanden\n{M} yrkar för Bryggsamlingen (M, L och SD) att ärendet "
            f"återremitteras.\n{S} yrkar bifall till förslaget.\n\nBeslutsgång\nOrdföranden "
            "finner att ärendet ska avgöras i dag och att förslaget bifalls.\n\nBeslut\n"
            "Nämnden godkänner planen.\n",
            {"M": "against", "L": "against", "SD": "against", "S": "for"},
        ),
        # whose own proposal won over a plain refusal
        (
            f"Beslut\nNämnden beslutar att bygga badet.\n\nBeslutsgång\n{S} föreslår att "
            f"badet byggs. {M} föreslår avslag. Ordföranden finner att nämnden beslutar "
            "enligt Berit Sjöholms förslag.\n",
            {"S": "for", "M": "against"},
        ),
        # what won was a refusal as well: nothing is told of who moved avslag
        (
            f"Beslut\nNämnden beslutar att badet inte byggs.\n\nBeslutsgång\n{S} föreslår att "
            f"badet inte byggs. {M} föreslår avslag. Ordföranden finner att nämnden beslutar "
            "enligt Berit Sjöholms förslag.\n",
            {"S": "for"},
        ),
        # proposed below the decision
        (
            f"Beslut\nNämnden beslutar att köpa lokalen.\n\n{M} föreslår att lokalen hyrs i "
            f"stället.\n{S} föreslår att lokalen köps.\nOrdföranden prövar förslagen och "
            "finner att lokalen köps.\n",
            {"S": "for", "M": "against"},
        ),
        (
            f"Förslag till beslut på sammanträdet\n{S} bifaller förvaltningens förslag.\n{M} "
            "avslår förvaltningens förslag.\n\nBeslut\nNämnden beslutar enligt förvaltningens "
            "förslag.\n",
            {"S": "for", "M": "against"},
        ),
        # a plain refusal with those behind it, or with its grounds
        (
            f"Beslut\nNämnden avslår begäran om arrende.\n\n{SD} föreslår att arrendet "
            f"förlängs. {S} föreslår avslag, vilket får stöd av {V}.\nOrdföranden ställer "
            "förslagen mot varandra och finner att begäran avslås.\n",
            {"SD": "against", "S": "for", "V": "for"},
        ),
        (
            f"Yrkanden\n{M} yrkar avslag med hänvisning till kostnaden.\n{S} yrkar bifall "
            "till förslaget.\n\nBeslut\nNämnden godkänner avtalet.\n",
            {"M": "against", "S": "for"},
        ),
        (
            f"Yrkanden\n{V} yrkar bifall och får medhåll av {MP}.\n{S} yrkar avslag.\n\n"
            "Beslut\nNämnden avslår förslaget.\n\nBeslutsgång\nOrdföranden finner att "
            "förslaget avslås.\n",
            {"V": "against", "MP": "against", "S": "for"},
        ),
        # the paper by what kind it is
        (
            f"Beslut\nNämnden antar hamnplanen.\n\nYrkanden\n{MP} yrkar bifall till "
            f"tjänsteförslaget.\n{SD} yrkar att hamnplanen inte antas.\n\nBeslutsgång\n"
            "Ordföranden finner att hamnplanen antas.\n",
            {"MP": "for", "SD": "against"},
        ),
        (
            f"Beslut\nNämnden avger yttrandet som sitt svar.\n\nYrkanden\n{S} yrkar att "
            f"yttrandet avges med tillägget att nämnden avstyrker lotsavgiften.\n{M} yrkar "
            "att yttrandet avges oförändrat.\n\nBeslutsgång\nOrdföranden finner att Berit "
            "Sjöholms tilläggsyrkande avslås och att yttrandet avges oförändrat.\n",
            {"S": "against", "M": "for"},
        ),
        # one among several is not the paper before the body
        (
            f"Beslut\nNämnden beslutar att anta namnet Silludden.\n\nYrkanden\n{S} yrkar "
            f"bifall till namnet Silludden.\n{M} yrkar bifall till namnet Torskudden.\n\n"
            "Beslutsgång\nOrdföranden ställer förslagen mot varandra och finner bifall till "
            "namnet Silludden.\n",
            {"S": "for", "M": "against"},
        ),
        # with a change of somebody's, and who joined it
        (
            f'Yrkanden\n{M} yrkar att "ska" byts mot "bör" i avsnitt 4. {S} yrkar bifall till '
            "Göran Eks yrkande.\n\nBeslut\nNämnden antar ordningen med Göran Eks ändring.\n",
            {"M": "for", "S": "for"},
        ),
        (
            f"Beslut\nNämnden antar budgeten enligt majoritetens förslag.\n\nYrkanden\n{S} "
            f"yrkar bifall till majoritetens budgetförslag.\n{SD} yrkar bifall till sitt "
            "partis budgetförslag.\n\nBeslutsgång\nOrdföranden finner att majoritetens "
            "förslag antas.\n",
            {"S": "for", "SD": "against"},
        ),
        # two of one surname: whose proposal won is not whose it is not
        (
            "Beslut\nNämnden antar förvaltningens förslag till regler med ändringen att hyra "
            "godtas under två månader.\n\nYrkanden\nSune Ek (SD) yrkar bifall till förslaget "
            "med ändringen att hyra godtas under två månader.\nGöran Ek (M) yrkar bifall till "
            "förvaltningens förslag.\n\nBeslutsgång\nOrdföranden finner att nämnden beslutar "
            "enligt Sune Eks (SD) förslag.\n",
            {"SD": "for", "M": "against"},
        ),
        # the latter of two
        (
            f"Beslut\nNämnden fastställer taxan.\n\nYrkanden\n{SD} yrkar bifall till "
            "förvaltningens förslag med ändringen att föreningar inte betalar.\n"
            f"{M} yrkar bifall till förvaltningens förslag.\n\nBeslutsgång\nOrdföranden "
            "ställer förvaltningens förslag mot Tore Grans ändringsyrkande och finner att det "
            "senare bifalls.\n",
            {"SD": "for", "M": "against"},
        ),
        # taken back in the same sentence, or after a pause
        (
            f"Yrkanden\n{S} yrkar bifall till förslaget. {SD} yrkar bordläggning men drar "
            f"tillbaka sitt yrkande.\n{M} yrkar återremiss. Efter paus återtar {M} sitt "
            "yrkande.\n\nBeslut\nNämnden bifaller förslaget.\n",
            {"S": "for"},
        ),
        # a member's matter
        (
            f"Beslut\nInitiativärendet avslås.\n\nYrkanden\n{SD} yrkar bifall till "
            f"initiativärendet.\n{S} och {L} yrkar avslag på initiativärendet.\n\n"
            "Beslutsgång\nOrdföranden finner att initiativärendet avslås.\n",
            {"SD": "against", "S": "for", "L": "for"},
        ),
        # a vote on an addition alone, with equal numbers
        (
            f"Beslut\nFörslaget skickas ut.\n\nYrkanden\n{V} yrkar tillägget att kajen ska "
            f"lysas upp.\n{M} yrkar bifall till förslaget och avslag på tillägget.\n\n"
            "Beslutsgång\nNämnden bifaller först förslaget. Ordföranden finner att tillägget "
            "avslås. Votering begärs. Ja-röst för avslag på tillägget, nej-röst för bifall."
            f"\n\nJa röstar: {S}, {M}, {L}\nNej röstar: {V}, {MP}, {SD}\n\nUtfall\nVid lika "
            "röstetal, 3–3, gäller ordförandens mening. Tillägget avslås.\n",
            {
                **dict.fromkeys(("S", "M", "L"), "for"),
                **dict.fromkeys(("V", "MP", "SD"), "against"),
            },
        ),
        # comments and who stayed out
        (
            f"Beslut\nMotionen bifalls.\n\nProtokollsanteckning\n{V} anför: Vägen behöver "
            "rustas, men en kostnad saknas.\n",
            {"V": "remark"},
        ),
        (
            "Beslut\nFörslaget godkänns.\n\nSamtliga ledamöter för V anmälde att de inte "
            "deltog i beslutet.\n",
            {"V": "not_participating"},
        ),
        # what another body did, below a heading that tells nothing
        (
            "Beslut\n1. Budgeten fastställs enligt styrelsens förslag.\n\nBehandling\n"
            "Styrelsen behandlade ärendet den 27 februari 2021, § 8. Där yrkade Göran Ek (M) "
            f"att ärendet skulle återremitteras.\n\nYrkanden\n{S} yrkar bifall till "
            "styrelsens förslag.\n",
            {"S": "for"},
        ),
    ],
)
def test_where_parties_stood(content: str, stood: dict[str, str]) -> None:
    read = read_matter(content, *BOARD)
    assert {party: stance for party, (stance, _) in recorded(read).items()} == stood


@pytest.mark.parametrize(
    ("content", "title", "outcome"),
    [
        ("Ärendet bordlades.\n", "Motion om brygga", "bordläggning"),
        (
            "Beslut\nSune Gran (M) väljs till ledamot enligt valberedningens förslag.\n",
            "Val av ledamot i hamnrådet",
            "bifall",
        ),
        ("Beslut\nSune Gran (M) väljs till ledamot.\n", "Val av ledamot", "övrigt"),
        # one point as a member moved it
        (
            f"{V} yrkar att punkt 2 ändras till två dagar. {S} yrkar bifall till "
            "förslaget.\n\n"
            "På punkt 2 finner ordföranden att Ulla Rasks yrkande bifalls. På punkt 3 finner "
            "ordföranden bifall till förslaget.\n\nBeslut\n1. Planen antas.\n2. Två dagar "
            "införs.\n3. Det följs upp.\n",
            "Plan för bryggan",
            "delvis bifall",
        ),
        # another amount than the proposed one
        (
            f"Yrkanden\n{S} yrkar bifall till förvaltningens förslag.\n{M} yrkar att avgiften "
            "sätts ned till 31 000 kronor.\n\nBeslutsgång\nOrdföranden finner att nämnden "
            "beslutar enligt Göran Eks yrkande.\n\nBeslut\nAvgift tas ut med 31 000 kronor.\n",
            "Avgift för brygga",
            "delvis bifall",
        ),
        # the proposal with a change, moved against the proposal
        (
            f"Yrkanden\n{S} yrkar bifall till styrelsens förslag med den ändringen att "
            f"avgiften ska vara 800 kronor.\n{M} yrkar bifall till styrelsens förslag.\n\n"
            "Beslutsgång\nBerit Sjöholms yrkande ställs mot Göran Eks yrkande. Ordföranden "
            "finner att nämnden beslutar enligt Berit Sjöholms yrkande.\n\nBeslut\n"
            "Reglementet antas.\nAvgiften höjs till 800 kronor.\n",
            "Reglemente för bryggan",
            "delvis bifall",
        ),
    ],
)
def test_what_became_of_the_matter(content: str, title: str, outcome: str) -> None:
    assert read_matter(content, *BOARD, title=title).case.outcome == outcome


@pytest.mark.parametrize(
    ("words", "signs"),
    [
        ("yrkar bifall.", (1, 0, 0)),
        ("yrkar avslag på ärendet", (-1, -1, 0)),
        ("yrkar avslag, eftersom bryggan är ny.", (-1, 0, 0)),
        ("instämmer i avslagsyrkandet", (-1, 0, 0)),
        ("yrkar avslag på Göran Eks yrkande", (0, 0, 0)),
        ("yrkar bifall till planen", (0, 1, 0)),
        ("yrkar avslag på taxan", (0, -1, 0)),
        ("att taxan antas.", (0, 1, 0)),
        ("att taxan inte antas.", (0, -1, 0)),
        ("att taxan antas med tillägg", (0, 0, 0)),
        ("att yttrandet avges oförändrat", (0, 1, 0)),
        ("bifall till namnet Sillvägen", (0, 0, 0)),
        ("bifall till motionen", (0, 0, 0)),
        ("yrkar bifall till punkterna 1 och 2.", (0, 0, 1)),
    ],
)
def test_what_is_said_of_the_paper(words: str, signs: tuple[int, int, int]) -> None:
    assert (bare_sign(words), paper_sign(words), points_sign(words)) == signs
