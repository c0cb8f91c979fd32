"""The one matter of a report: its number, its title and the decision proposed."""

import re

from pipeline.extraction.context import Context, folded, trimmed
from pipeline.extraction.decisions import Decision, outcome_of
from pipeline.extraction.item_types import item_type
from pipeline.extraction.outline import heading_kind, lines_of
from pipeline.extraction.points import decision_points
from pipeline.extraction.proposals import proposed
from pipeline.extraction.retold import opens_round
from pipeline.extraction.titles import REFERENCE, bare_reference
from pipeline.models import Case, Span
from pipeline.words import ItemType

HEAD = 1_500
# "Förslag till beslut", "Kommunstyrelsens förslag till kommunfullmäktige", and in older
# reports "Kommunstyrelsen föreslår att kommunfullmäktige beslutar följande"
_PROPOSES = (
    r"^\W*(?:(?:\w+s\s+)?förslag till (?:beslut|(?:kommun|region)fullmäktige)"
    r"(?:s beslut)?\W*$|"
    r"\w+(?:styrelsen|beredningen) föreslår(?: att)? \w+ beslutar? följande\W*$|"
    r"\w+styrelsen föreslår (?:kommun|region)fullmäktige (?:att )?besluta\W*$)"
)
# "Motion av Eva Ek (S)", "Motion (2021:4) av Eva Ek (S)"
_ON_MOTION = re.compile(r"^\W*motion\s+(?:\(?\d[\d:/]*\)?\s+)?av\s", re.I | re.MULTILINE)
_REFERRED = re.compile(r"^\W*remiss\s+(?:från|av)\s", re.I | re.MULTILINE)
_LABELS = re.compile(
    r"\b(?:utlåtande|handling|protokoll|dnr|diarien(?:umme)?r|utfärda[dt]|"
    r"nr|sida|sid|datum|bilaga|\w+ (?:stads?|kommuns?)|"
    r"\w*(?:fullmäktige|styrelsen|nämnden|nämnd|beredningen)|(?-i:[A-ZÅÄÖ]{1,4}))\b|[\d:./()§-]+",
    re.IGNORECASE,
)


def reference_of(content: str) -> str | None:
    """The matter's dnr: a document number within the matter ("KS 2023/5-1") is left out."""
    match = REFERENCE.search(content)
    if not match:
        return bare_reference(content)
    return re.sub(r"(?<=/\d)(\d*)-\d+$", r"\1", folded(match["reference"]))


def case_of(context: Context, reference: str | None) -> Case:
    """The case of a report, from its head and the decision it proposes."""
    title = _title(context)
    on_motion = _ON_MOTION.search(context.content[:HEAD])
    referred = _REFERRED.search(context.content[:HEAD])
    kind = ItemType.MOTION if on_motion else item_type(title)
    kind = ItemType.REMISS if referred and kind == ItemType.FÖRSLAG else kind
    proposal = re.search(
        rf"(?im){_PROPOSES}(?P<text>.+?)(?=^\W*föredragande|"
        r"\n\n[^\n]+\n\n[^\n]{200,}|\Z)",
        context.content,
        re.S,
    )
    decision = None
    if proposal:
        span = trimmed(context.content, *proposal.span("text"))
        text = proposed(context.content, *proposal.span("text")).of(context.content)
        asked = re.sub(r"^[^\n]*beslutar(?:\s+följande)?[.:]\s*", "", text)
        decision = Decision(span, asked, decision_points(asked))
    number = reference or context.document_id[:8]
    return Case(
        case_id=f"{context.document_id[:16]}:1",
        document_id=context.document_id,
        number=number,
        title=title,
        reference=reference,
        body=context.body,
        date=context.date,
        item_type=kind,
        outcome=outcome_of(decision, kind, title),
        decided_by=None,
        decision=decision.points if decision else (),
        start=0,
        end=len(context.content),
    )


def _title(context: Context) -> str | None:
    """The first paragraph at the top that is more than labels, names of bodies and numbers."""
    paragraphs = [
        _unlabelled(_OFFICE.sub("", p).strip())
        for p in re.split(r"\n\s*\n", context.content[:3_000])
        if not _under_heading(p)
    ]
    spoken = [p for p in paragraphs if len(re.findall(r"\w+", _LABELS.sub(" ", p))) > 2]
    motions = [
        p
        for p in spoken[:6]
        if re.match(r"(?i)(?:svar på |yttrande över )?motion\b", p) and not _DECIDED.search(p)
    ]
    spoken = [
        p
        for p in spoken
        if not re.match(r"(?i)\W*(?:\w+s\s?)?förslag till (?:beslut|\w+fullmäktige)\b", p)
    ]
    chosen = motions[0] if motions else next(iter(spoken), None)
    return chosen if chosen is None or len(chosen) < 400 else None


# "Motion (2021:3) av Eva Ek (S) om bryggan anses besvarad": what is proposed, no title
_DECIDED = re.compile(r"\b(?:anses\s+besvarad|besvaras|bifalles|bifalls|avslås)\b")


# Lines of a letterhead: what the paper is, which office wrote it, who prepared it.
_OFFICE = re.compile(
    r"^\W*(?:tjänste(?:utlåtande|skrivelse)|[\w -]+(?:förvaltning(?:en)?|kontoret)|"
    r"(?:avdelningen|enheten)\b[^.\n]*|handläggare\b[^\n]*(?:\n[^\n]+)?|telefon\b[^\n]*)\W*$",
    re.IGNORECASE | re.MULTILINE,
)


def _under_heading(paragraph: str) -> bool:
    """Whether a paragraph begins with a heading of a report: no title stands below it."""
    first = next(lines_of(paragraph.strip(), Span(0, len(paragraph.strip()))), None)
    told = first and (opens_round(paragraph.strip(), first) or heading_kind(first))
    return bool(told) and "\n" in paragraph.strip()


def _unlabelled(paragraph: str) -> str:
    """A paragraph as one line, up to a line that begins with a label ("Dnr …", "Datum: …")."""
    lines = paragraph.strip().split("\n")
    kept = [lines[0]]
    for line in lines[1:]:
        if bare_reference(line) or re.match(
            r"(?i)\s*(?:utlåtande|remiss(?:tid)?\s|dnr|diarienr|datum|handling|motion\s+(?:av|\())",
            line,
        ):
            break
        kept.append(line)
    return _ADDRESSED.sub("", folded(" ".join(kept)))


# "Ny bro över ån Till Tallviks kommunfullmäktige"
_ADDRESSED = re.compile(r"(?<=\S)\s+Till\s+\S+\s+(?:kommun|region)fullmäktige\W*$")
