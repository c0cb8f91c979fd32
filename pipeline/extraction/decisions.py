"""What a body decided, what became of the matter, and how it was decided."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.extraction.context import folded, trimmed
from pipeline.extraction.denial import affirmed
from pipeline.extraction.outline import Section
from pipeline.extraction.points import decision_points
from pipeline.extraction.refusals import without_refused_papers
from pipeline.extraction.unheaded import below_its_course, told_in_course
from pipeline.models import Span
from pipeline.words import ItemType, Outcome

_NOTHING = re.compile(
    r"\bing(?:en|a|et)\b[^.]{0,120}\b(?:jäv|förhindrad|förekom|anmäld|förelåg|inkom|"
    r"anmälning)|\butgår\b|\bstryks\b",
    re.I,
)
_TABLED = re.compile(r"\bbordlägg(?:s|a|er|as)\b|\bbordläggning\b|\bbordlade(?:s|n)?\b", re.I)
_REMITTED = re.compile(
    r"\båterremitt(?:eras|erar|era|erades|erade)\b|\bminoritetsåterremiss\b|"
    r"\benligt\b[^.:]{0,40}\båterremissyrkande",
    re.I,
)
_REJECT = re.compile(
    r"\bavsl(?:ås|år|å|ogs|og|agits)\b|\bavstyrk(?:er|s|a|te|es)\b|\bavslag\b|"
    r"\bbereds\s+(?:inte|ej)\s+vidare\b|\b(?:inte|ej)\s+bereda\b[^.]{0,60}\bvidare\b",
    re.I,
)
_GRANT = re.compile(
    r"\bställ\w+\s+sig\s+(?:i\s+huvudsak\s+)?positiv\w*\s+till\b|"
    r"\bbifall(?:s|er|es|a|as|it)?\b|\bbifölls?\b|\btillstyrk(?:er|s|a|te|es)\b",
    re.I,
)
_PARTLY = re.compile(
    r"\bdelvis\b|(?<!överens )(?<!enlighet )(?<!samband )\bmed (?:det |den |de |följande "
    r"|föreslagen )?(?:ändring|justering|"
    r"tillägg)\w*(?:\s+(?:enligt|av|i|att|som)\b|:)",
    re.I,
)
_ANSWERED = re.compile(
    r"\bbesvara(?:s|d|t|de)\b|\bbesvarar?\s+motion|\banses? (?:\w+ )?besvarad", re.I
)
# "Skrivelsen anses besvarad med förvaltningens svar."
_PAPER_ANSWERED = re.compile(
    r"\b(?:skrivelsen?|framställ(?:an|ningen)|hemställan|synpunkten|frågan|förslaget)\s+"
    r"(?:ska(?:ll)?\s+)?(?:anses?|förklaras?|är)\s+(?:vara\s+|därmed\s+|härmed\s+)*"
    r"besvara[dt]\b",
    re.I,
)
_NO_STAND = re.compile(
    r"\btar\s+(?:inte|ej)\s+ställning\b|\b(?:föranle(?:der|tt|dde))\s+(?:inte\s+någon|ingen|inga)\b"
    r"[^.]{0,30}\båtgärd|\blämna\w*\b[^.]{0,60}\butan\s+(?:vidare\s+|ytterligare\s+)?åtgärd|"
    # who only remits a proposal has decided that
    r"\b(?:lämnar|över\w+|sänder)\b[^.]{0,150}\butan\s+(?:eget\s+)?ställningstagande\b|"
    r"\bavstår\s+från\s+att\s+(?:yttra|ta ställning|besvara|svara|"
    r"(?:lämna|avge)\s+(?:\w+\s+)?(?:yttrande|synpunkter|remissvar|svar)\b)",
    re.I,
)
# "Motionerna remitteras till styrelsen för beredning": nothing is said of what they ask
_SENT_ON = re.compile(
    r"\b(?:motion|medborgarförslag|e-förslag)\w*\s+(?:\w+\s+){0,3}?"
    r"(?:remitter|överlämna|hänskjut|sänd)\w*[^.]{0,80}\bberedning",
    re.I,
)
_NOTED = re.compile(
    r"\banteckna(?:[rs]|de|des)?\b|\bnoter(?:ar|as|ade|ades|a)\b|\btill handlingarna\b|"
    r"\btack(?:ar|"
    r"ade)\b[^.]{0,30}\binformation|"
    r"\btar?\s+(?:del av|emot)\b|\btog\s+(?:del av|emot)\b|\banmäl(?:s|des|t|an)?\b|"
    r"\binformera(?:s|des|de|r)\b|\bredovisas?\b|\bföredras?\b",
    re.I,
)
_ELECTED = re.compile(
    r"\b(?:utses?|väljs?|välja|väljer|utse|utser|utsågs|valdes|utsedd)\b", re.I
)
# "enligt valberedningens förslag"
_AS_NOMINATED = re.compile(
    r"\b(?:enligt|i\s+enlighet\s+med)\s+\w*(?:beredning|utskott)(?:en|et)s\s+förslag\b", re.I
)
# Who wanted to leave may, whoever is elected instead.
_RELEASED = re.compile(r"\b(?:befria(?:s|r)|entlediga(?:s|r))\b", re.I)
_ADOPTED = re.compile(
    r"\bgodkänn\w*|\bgodkänd\w*|\bfastställ\w*|\banta(?:r|s|gs|gits)\b|\böverlämna\w*|"
    r"\böversänd\w*|\buppdra\w*|\bi uppdrag\b|"
    r"\bbesluta[rdt]?\w*|\bföreslår\b|\bställ(?:er|de) sig bakom\b|\bbevilja\w*|"
    r"\blämna[rs]?\b|\bförklara\w*|\bavsätt\w*|\binför\w*|\bdelegera\w*|\bremitter\w*",
    re.I,
)
_PUT = re.compile(
    r"\bmot\s+varandra\b|\bställ\w+\s+(?:\w+\s+)?(?:bifall|avslag)\b[^.]{0,60}\bmot\s+"
    r"(?:bifall|avslag)\b|\bproposition\w*\s+på\s+(?:\w+\s+){0,2}(?:bifall|avslag)\b[^.]{0,60}"
    r"\b(?:respektive|och|mot|eller|alternativt)\b[^.]{0,40}\b(?:avslag|bifall|remiss|"
    r"återremiss)\b|"
    # "ställer förslaget mot Bo Eks avslagsyrkande", "det finns två förslag till beslut"
    r"(?:\bställ(?:er|de|a)\b(?!\s+sig)[^.]{0,80}(?:yrkande|förslag)|(?:yrkande|"
    r"förslag)\w*\s[^.]{0,80}\b"
    r"ställ(?:s|des|as|ts))[^.]{0,80}?\smot\s(?!bakgrund)[^.]{0,80}(?:yrkande|förslag)|"
    r"\b(?:finns|föreligger|är|framställts|lagts)\s(?:nu\s)?(?:två|tre|fyra|fem|"
    r"flera)\s(?:olika\s)?"
    r"(?:förslag|yrkanden)\b(?!\s+(?:om|på|till)\s+(?:bifall|avslag|återremiss|tillägg))",
    re.I,
)
_PROPOSAL_LED = re.compile(
    r"^\s*(?:i enlighet med|enligt)\s+(?P<whose>[^:.\n]{3,160}?(?:\n[^:.\n]{0,120})?):", re.I
)
# "Nämnden tillstyrker förslaget med tillägg enligt yrkande från S och föreslår att …:"
_SUPPORTED = re.compile(
    r"(?i)^\s*\w*(?:nämnden|styrelsen|utskottet)\s+tillstyrker\s+(?P<whose>[^:.]{3,200}"
    r"?)\s+och"
    r"\s+föreslår\s+(?:att\s+)?\w*fullmäktige\s+(?:att\s+)?besluta[^:.\n]{0,40}:",
)


@dataclass(frozen=True, slots=True)
class Decision:
    """The words of a decision: its span, its points, and whose proposal it says it follows."""

    span: Span
    text: str
    points: tuple[str, ...]
    follows: str | None = None


def decision_of(
    content: str, sections: Iterable[Section], aside: Sequence[Span] = ()
) -> Decision | None:
    """The decision of a matter: below its heading, else in the text before any heading.
    ``aside`` are stretches in which members act ("Eva Ek (S) deltar inte i beslutet")."""
    sections = list(sections)
    chosen = [s for s in sections if s.kind == "beslut" and content[s.start : s.end].strip()]
    if not chosen and (told := told_in_course(content, sections)):
        return Decision(told, told.of(content), decision_points(told.of(content)))
    if not chosen:
        chosen = [s for s in sections if s.kind in ("början", "okänd")]
        chosen = [s for s in chosen if not _ELSEWHERE.match(content, s.start, s.end)]
        chosen = [below_its_course(content, s) for s in chosen]
    spans = [trimmed(content, s.start, s.end) for s in chosen]
    spans = [span for span in spans if span.end > span.start]
    if not spans:
        return None
    text = "\n\n".join(_without(content, span, aside) for span in spans).strip()
    text = _HAND_IN.sub("\n", text).strip() or text
    led = _PROPOSAL_LED.match(text) or _SUPPORTED.match(text) or _ANNOUNCED.match(text)
    return Decision(
        span=spans[0],
        text=text,
        points=decision_points(text[led.end() :] if led else text),
        follows=folded(led["whose"]) if led and led["whose"] else None,
    )


# "Paragrafen är omedelbart justerad och finns i ett eget protokoll."
_ELSEWHERE = re.compile(
    r"\s*(?:paragrafen|punkten|ärendet)\s+(?:är|har)\s+(?:\w+\s+)?omedelbart\s+justera[^.]*"
    r"(?:protokoll|dokument)[^.]*\.?\s*\Z",
    re.IGNORECASE,
)


def _without(content: str, span: Span, aside: Sequence[Span]) -> str:
    """A stretch without what stands aside in it; whole if that is all of it."""
    pieces, place = [], span.start
    for one in sorted(aside, key=lambda s: s.start):
        if place <= one.start and one.end <= span.end:
            pieces.append(content[place : one.start])
            place = one.end
    rest = _RULE.sub("", "".join([*pieces, content[place : span.end]])).strip()
    return rest or span.of(content)


# "Följande handlingar har kommit in:" with the list below: what was handed in, not decided.
_HAND_IN = re.compile(
    r"^[ \t]*(?:Följande|Nedanstående)\s[^.:]{3,80}?\b(?:kommit\s+in|inkommit|inkom|"
    r"föreligger|förelåg|lämnats|framställts|framförts|bifogas|finns|till\s+grund)\b"
    r"(?:(?!\bantas?\b|godkänn|fastställ|bifall)[^.:]){0,60}:\s*"
    r"(?:\n+[ \t]*(?:[-–•]|\d{1,2}[.)])[ \t]+\S[^\n]*(?:\n[ \t]*(?-i:[a-zåäö(])[^\n]*)*)+",
    re.IGNORECASE | re.MULTILINE,
)
# "Kommunfullmäktige beslutar följande." above the points.
_ANNOUNCED = re.compile(
    r"\w*(?:nämnden|styrelsen|utskottet|fullmäktige)\s+beslut\w*\s+följande[.:][ \t]*\n+"
    r"(?P<whose>)(?=\S)",
    re.IGNORECASE,
)
# A line drawn below a decision.
_RULE = re.compile(r"^[ \t]*[_*–-]{3,}[ \t]*$", re.MULTILINE)


def outcome_of(
    decision: Decision | None, kind: ItemType, title: str | None, *, base_lost: bool = False
) -> Outcome | None:
    """What became of the matter, from the words of the decision.

    For a motion, what happened to it; for anything else, what happened to the proposal before
    the body (``base_lost``: another proposal was adopted in its place).
    """
    if decision is None:
        return None
    text = affirmed(_beside_wishes(decision))
    if _NOTHING.search(text) and not _ADOPTED_MUCH.search(text):
        return None
    if kind in (ItemType.INTERPELLATION, ItemType.FRÅGA):
        return _question_outcome(text)
    if _TABLED.search(text) and not _ADOPTED_MUCH.search(text):
        return Outcome.BORDLÄGGNING
    if _REMITTED.search(text):
        return Outcome.ÅTERREMISS
    if kind == ItemType.MOTION or _INITIATIVE.search(title or ""):
        return _motion_outcome(text)
    asked = _motion_outcome(text) if _OF_A_MEMBER.search(title or "") else None
    if asked and asked != Outcome.ÖVRIGT:
        return asked
    if _halved(decision.points):
        return Outcome.DELVIS_BIFALL
    return _proposal_outcome(text, kind, title, base_lost=base_lost)


# "att avslå Vänsterpartiets yrkande": what became of that, and not of the proposal
_REFUSES_WISH = re.compile(r"(?:att\s+)?avslå\w*\b[^.]*\b\w*yrkande", re.IGNORECASE)


def _beside_wishes(decision: Decision) -> str:
    """The words of the decision, without points that only refuse what somebody moved."""
    rest = [point for point in decision.points if not _REFUSES_WISH.match(point)]
    kept = "\n".join(rest) if 0 < len(rest) < len(decision.points) else decision.text
    return without_refused_papers(kept)


_INITIATIVE = re.compile(
    r"\b(?:medborgarförslag|e-förslag|folkinitiativ|ledamotsförslag)", re.I
)
# What a member of the body asks for; what is done with it may also be a proposal of its own.
_OF_A_MEMBER = re.compile(
    r"\b(?:(?:ledamots|nämnd|utskotts)initiativ|initiativärende)|"
    r"^(?:(?:svar\s+på|besvarande\s+av)\s+)?initiativ\b(?!\s+för\b)",
    re.I,
)
_ADOPTED_MUCH = re.compile(
    r"\bgodkänn\w+|\bgodkändes\b|\bfastställ\w+|\banta(?:r|s|gs)\b", re.I
)


def answers_proposal(kind: ItemType, title: str | None) -> bool:
    """Whether the outcome of a matter is that of a proposal, not of a motion or initiative."""
    initiative = _INITIATIVE.search(title or "") or _OF_A_MEMBER.search(title or "")
    return kind != ItemType.MOTION and not initiative


# "får ställas och bör besvaras vid nästa sammanträde"
_LATER = re.compile(
    r"\bfår\s+ställas\b|\bbesvaras\s+(?:\w+\s+){0,3}?(?:nästa|kommande)\b", re.I
)


def _question_outcome(text: str) -> Outcome | None:
    if _TABLED.search(text):
        return Outcome.BORDLÄGGNING
    if _REMITTED.search(text):
        return Outcome.ÅTERREMISS
    if _LATER.search(text) and not re.search(r"\bbesvarad\b", text, re.I):
        return Outcome.ÖVRIGT
    if _ANSWERED.search(text):
        return Outcome.BESVARAD
    return Outcome.NOTERAD if _NOTED.search(text) else Outcome.ÖVRIGT


def _motion_outcome(text: str) -> Outcome | None:
    about = _about_motion(text)
    if _NO_STAND.search(about):
        return Outcome.ÖVRIGT
    grant, reject, answered = (bool(p.search(about)) for p in (_GRANT, _REJECT, _ANSWERED))
    if re.search(r"\bdelvis\s+bif|\bbif\w+\s+delvis|\bbif\w+\s+i\s+del", about, re.I) or (
        grant and (reject or answered)
    ):
        return Outcome.DELVIS_BIFALL
    if answered:
        return Outcome.BESVARAD
    if reject:
        return Outcome.AVSLAG
    if grant:
        return Outcome.BIFALL
    if _NOTED.search(about) and not _ADOPTED.search(about):
        return Outcome.NOTERAD
    return Outcome.ÖVRIGT


def _about_motion(text: str) -> str:
    """The sentences and points that speak of the motion; all of them if none does."""
    parts = list(re.split(r"\n\s*\n|\n(?=\s*\d+[.)])|(?<=\.)\s+(?=[A-ZÅÄÖ\d])", text))
    about = [p for p in parts if re.search(r"motion|att-sats", p, re.I)]
    return "\n".join(about or parts)


def _proposal_outcome(
    text: str, kind: ItemType, title: str | None, *, base_lost: bool
) -> Outcome | None:
    if re.match(r"(?i)övriga frågor", title or "") and not _NOTED.search(text):
        return Outcome.ÖVRIGT
    if (_NO_STAND.search(text) or _SENT_ON.search(text)) and not _GRANT.search(text):
        return Outcome.ÖVRIGT
    elected = _ELECTED.search(text) and not _RELEASED.search(text)
    if elected and _AS_NOMINATED.search(text):
        return Outcome.BIFALL
    if elected and kind in (ItemType.FORMALIA, ItemType.VAL):
        return Outcome.ÖVRIGT
    if _PARTLY.search(text):
        return Outcome.DELVIS_BIFALL
    if _PAPER_ANSWERED.search(text) and not _ADOPTED_MUCH.search(text):
        return Outcome.BESVARAD
    noted = bool(_NOTED.search(text))
    if noted and not _proposal_adopted(text):
        return Outcome.NOTERAD
    if base_lost or (
        _REJECT.search(text) and not _GRANT.search(text) and not _ADOPTED_MUCH.search(text)
    ):
        return Outcome.AVSLAG
    if re.match(r"(?i)(?:bestämmande av tid|fastställande av tid|tid för)", title or ""):
        return Outcome.ÖVRIGT
    formal = kind == ItemType.FORMALIA and not _ADOPTED_MUCH.search(text)
    return Outcome.ÖVRIGT if formal and not noted else Outcome.BIFALL


# "Hemställan om drift tillstyrks." and "Hemställan om skötsel avslås."
_GRANTED = re.compile(r"\b(?:tillstyrks|bifalls)\W*$", re.IGNORECASE)
_REFUSED = re.compile(r"\b(?:avstyrks|avslås)\W*$", re.IGNORECASE)
_WISH = re.compile(r"\w*yrkande", re.IGNORECASE)


def _halved(points: Sequence[str]) -> bool:
    """Whether one point grants and another refuses a part of the same request."""
    granted, refused = (
        {p.split()[0].casefold() for p in points if ends.search(p) and not _WISH.match(p)}
        for ends in (_GRANTED, _REFUSED)
    )
    return bool(granted & refused)


def _proposal_adopted(text: str) -> bool:
    """Something was approved, sent on or ordered, beyond being taken note of."""
    if _PROPOSAL_LED.match(text) or _GRANT.search(text):
        return True
    without_noting = _NOTED.sub(" ", text)
    return bool(
        re.search(
            r"\bgodkänn\w*|\bgodkänd|\bfastställ|\banta[rs]\b|\böversänd|\böverlämna|"
            r"\bi uppdrag\b|\buppdra|\bavsägelse|\bbevilja",
            without_noting,
            re.I,
        )
    )


def put_to_the_test(text: str) -> bool:
    """Whether proposals are said to be set against each other."""
    return bool(_PUT.search(text))
