"""Who was asked for an opinion on a matter, and what came of it."""

import re

from pipeline.extraction.context import folded
from pipeline.extraction.opinions import VERDICT, opinions
from pipeline.language.dates import first_date
from pipeline.models import Referral, Span
from pipeline.words import Response

_SENT = re.compile(
    r"(?:remitterats|remitterades|remitterat|skickats på remiss|remissats)\s+(?:för "
    r"yttrande\s+)?till\s+(?P<list>[^.]+)\.",
    re.I,
)
# "till hamnnämnden den 4 mars 2021 för yttrande", "till nämnden"
_WHEN = re.compile(
    r"\s+(?:(?:den\s+)?\d{1,2}\s+\w+\s+\d{4}|\d{4}-\d\d-\d\d|för\s+(?:yttrande|beredning|svar)\b).*$",
    re.IGNORECASE,
)
_UNNAMED = frozenset({"nämnden", "styrelsen", "förvaltningen", "kontoret", "utskottet"})
_SPLIT = re.compile(r",\s*")
_AND = re.compile(r"(?<!-)\s+(?:och|samt)\s+(?=\w)")
# What an instance is called; "nämnden för arbetsmarknad och vuxenutbildning" is one.
_INSTANCE = re.compile(
    r"nämnd|styrelse|kontor|förvaltning|råd(?:et)?\b|\bAB\b|bolag|polis|region|förening|förbund|högskol|"
    r"universitet|myndighet|verket|stiftelse|[A-ZÅÄÖ]",
)
_NO_ANSWER = re.compile(
    r"\bhar\s+(?:(?P<declined>avstått|valt\s+att\s+(?:inte|avstå)|"
    r"meddelat\s+att\s+\w+\s+avstår)|"
    r"(?:inte|ej)\s+(?:inkommit|kommit\s+in|svarat|besvarat|yttrat|lämnat))|\b(?P<declines>avstår|"
    r"avstod)\b",
    re.I,
)
_POSITIVE = re.compile(
    r"\bvi\s+(?:ställer\s+oss\s+positiv\w*|är\s+positiv\w*\s+till|tillstyrker|stöder)", re.I
)
_NEGATIVE = re.compile(
    r"\bvi\s+(?:ställer\s+oss\s+negativ\w*|är\s+negativ\w*\s+till|avstyrker|motsätter\s+oss)",
    re.I,
)


# The table of those asked: its header, and a row with what one said
_TABLE = re.compile(
    r"^[ \t|]*remissinstans(?:er)?(?:\s{2,}|\s*\|\s*)(?=\S)[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_ROW = re.compile(
    rf"^[ \t|]*(?P<name>[A-ZÅÄÖ][^|\n]{{3,70}}?)(?={VERDICT.pattern})", re.MULTILINE
)
# "Nämnden för arbetsmarknad och": the cell was too narrow for the name
_TORN = re.compile(r"(?:-|\b(?:och|samt|för))\s*$", re.IGNORECASE)
_FURTHEST = 1_500  # characters from one row to the next


def instances(content: str) -> list[str]:
    """Those asked, as the list of the referral names them, with a capital first; where no
    sentence tells, those that the table of their answers names."""
    match = _SENT.search(content)
    if not match:
        return [name for name, _ in _rows_of_answers(content)]
    listed = _WHEN.sub("", re.sub(r"\s+", " ", match["list"]))
    names = [
        name.strip()
        for piece in _SPLIT.split(listed)
        for name in _parted(piece)
        if name.strip() and name.strip().casefold() not in _UNNAMED
    ]
    return [name[:1].upper() + name[1:] for name in names]


def _rows_of_answers(content: str) -> list[tuple[str, Span]]:
    """Each of those asked with its row, where a table tells what they answered."""
    header = _TABLE.search(content)
    end = header.end() if header else len(content)
    rows: list[tuple[str, Span]] = []
    for row in _ROW.finditer(content, end):
        if row.start() - end > _FURTHEST:
            break
        end = row.end()
        name = " ".join(row["name"].split())
        if _INSTANCE.search(name[1:]) and not _TORN.search(name):
            rows.append((name, Span(row.start("name"), row.end())))
    return rows


def _one_name(left: str, right: str) -> bool:
    """Whether an "och" stands inside a name: "nämnden för arbetsmarknad och vuxenutbildning",
    "äldre samt vård- och omsorgsnämnden"."""
    begun = left.casefold().startswith("nämnden för ") and not _INSTANCE.search(right)
    half = " " not in left and left.islower() and not re.search(r"[ntr]$", left)
    return begun or (half and not _INSTANCE.search(left))


def _parted(piece: str) -> list[str]:
    """A stretch of the list cut at each "och" that stands between two instances."""
    for match in _AND.finditer(piece):
        left, right = piece[: match.start()].strip(), piece[match.end() :].strip()
        if not _one_name(left, right):
            return [left, *_parted(right)]
    return [piece]


def referrals(
    content: str, document_id: str, case_id: str, answers: dict[str, Span]
) -> tuple[Referral, ...]:
    """One row per instance asked. ``answers`` maps an instance to where its answer stands."""
    match = _SENT.search(content)
    tabled = dict(_rows_of_answers(content)) if match is None else {}
    sent = Span(match.start(), match.end()) if match else Span(0, 0)
    after = folded(content[sent.end : sent.end + 1_000].split("\n\n")[0]) if match else ""
    asked = instances(content)
    told = opinions(content[sent.end :], asked)
    rows = []
    for instance in asked:
        answer = answers.get(instance)
        place = answer or tabled.get(instance, sent)
        words = answer.of(content) if answer else ""
        opinion = told.get(instance)
        silent = _SILENT.get(opinion or "")
        rows.append(
            Referral(
                document_id,
                case_id,
                instance,
                date=first_date(words[:600]),
                response=silent or _response(instance, after),
                stance=None if silent else opinion or _stance(words),
                start=place.start,
                end=place.end,
            )
        )
    return tuple(rows)


# What a table says of those who gave no opinion.
_SILENT = {"unanswered": Response.INTE_SVARAT, "declined": Response.AVSTÅTT}


def _response(instance: str, after: str) -> Response:
    """What the next verb after an instance's name says; an answer when it is not named."""
    place = after.casefold().find(instance.casefold())
    stop = after.find(".", place) if place >= 0 else -1
    verb = (
        _NO_ANSWER.search(after, place, stop if stop > 0 else len(after))
        if place >= 0
        else None
    )
    if verb is None:
        return Response.SVAR
    return Response.AVSTÅTT if verb["declined"] or verb["declines"] else Response.INTE_SVARAT


def _stance(answer: str) -> str | None:
    """Only what the instance says of itself counts, not what its officials wrote."""
    positive, negative = bool(_POSITIVE.search(answer)), bool(_NEGATIVE.search(answer))
    if positive == negative:
        return None
    return "positiv" if positive else "negativ"
