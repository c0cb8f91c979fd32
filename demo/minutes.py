"""Minutes and extracts as whole documents: front page, attendance, the §§ of the agenda."""

from demo.agenda import adjuster, agenda
from demo.choice import number
from demo.meetings import meetings, planned
from demo.people import rosters
from demo.records import INVENTED, Block, Meeting, Paper, Seat
from demo.truth import attendance, document
from demo.wording import day

PLACES = {
    "KF": "Folkets hus, stora salen, Lindvattna",
    "KS": "Kommunhuset, sammanträdesrum Linden",
    "SN": "Kommunhuset, sammanträdesrum Källan",
    "BN": "Kulturhuset Kvarnen, sal 2",
}
TITLES = {
    "ordförande": ("ordförande",),
    "vice ordförande": ("1:e vice ordförande", "2:e vice ordförande"),
}


def _members(meeting: Meeting) -> list[Seat]:
    return [s for s in meeting.seats if s.role in ("ordförande", "vice ordförande", "ledamot")]


def _titled(meeting: Meeting) -> dict[Seat, str]:
    lines, vices = {}, 0
    for seat in _members(meeting):
        if seat.role == "ordförande":
            lines[seat] = f"{seat.label}, ordförande"
        elif seat.role == "vice ordförande":
            lines[seat] = f"{seat.label}, {TITLES[seat.role][vices]}"
            vices += 1
        else:
            lines[seat] = seat.label
        if seat.name in meeting.partial:
            lines[seat] += f", {meeting.partial[seat.name]}"
    return lines


def _stand_ins(meeting: Meeting, word: str) -> tuple[str, ...]:
    labels = {seat.name: seat.label for seat in meeting.seats}
    return tuple(
        f"{seat.label} {word} {labels[seat.substitutes_for]}"
        for seat in meeting.seats
        if seat.substitutes_for
    )


def _people(
    title: str, lines: tuple[str, ...], struck: frozenset[str] = frozenset()
) -> list[Block]:
    return [Block("head", title), Block("people", items=lines, struck=struck)] if lines else []


def _officials(meeting: Meeting) -> tuple[str, ...]:
    return rosters()[meeting.body, meeting.period]["officials"]


def _struck_list(meeting: Meeting) -> list[Block]:
    """Everybody is listed; those who stayed away are struck out."""
    lines = _titled(meeting)
    absent = frozenset(line for seat, line in lines.items() if not seat.present)
    subs = [s for s in meeting.seats if "ersättare" in s.role]
    away = frozenset(s.label for s in subs if not s.present)
    word = {"SN": "tjänstgör för", "BN": "i stället för", "KS": "ersätter"}[meeting.body]
    return [
        *_people("Ledamöter", tuple(lines.values()), absent),
        *_people("Tjänstgörande ersättare", _stand_ins(meeting, word)),
        *_people("Ersättare", tuple(s.label for s in subs), away),
        *_people("Tjänstepersoner", _officials(meeting)),
    ]


def _present_list(meeting: Meeting) -> list[Block]:
    """Those present and away under headings of their own; substitutes only if present."""
    lines = _titled(meeting)
    here = tuple(line for seat, line in lines.items() if seat.present)
    away = tuple(line for seat, line in lines.items() if not seat.present)
    spare = tuple(s.label for s in meeting.seats if s.role == "ersättare" and s.present)
    return [
        *_people("Närvarande ledamöter", here),
        *_people("Frånvarande ledamöter", away),
        *_people("Tjänstgörande ersättare", _stand_ins(meeting, "ersätter")),
        *_people("Ej tjänstgörande ersättare", spare),
        *_people("Övriga deltagare", _officials(meeting)),
    ]


def _by_presence(meeting: Meeting) -> bool:
    """Whether those present and away have headings; plain text cannot strike out."""
    return meeting.body == "KF" or meeting.format == "txt"


def _listed(meeting: Meeting) -> tuple[Seat, ...]:
    if _by_presence(meeting):
        return tuple(s for s in meeting.seats if s.present or s.role != "ersättare")
    return meeting.seats


def _front(meeting: Meeting, last_item: str) -> list[Block]:
    hour = 9 + number(meeting.code, "tid") % 8
    secretary = next(line for line in _officials(meeting) if "sekreterare" in line)
    seat = adjuster(meeting)
    listed = _present_list(meeting) if _by_presence(meeting) else _struck_list(meeting)
    return [
        Block("title", f"Protokoll för {meeting.body_name.lower()} i Lindvattna kommun"),
        Block("meta", f"Sammanträdesdatum: {meeting.date}"),
        Block(
            "meta",
            f"Tid: {day(meeting.date, weekday=True)}, klockan {hour:02}.00–{hour + 3:02}.15",
        ),
        Block("meta", f"Plats: {PLACES[meeting.body]}"),
        Block("meta", f"Paragrafer: §§ {meeting.first_item}–{last_item}"),
        *listed,
        Block("head", "Underskrifter"),
        Block("meta", f"Sekreterare: {secretary.split(',')[0]}"),
        Block("meta", f"Ordförande: {meeting.chair.label}"),
        Block("meta", f"Justerare: {seat.label}"),
        Block("small", INVENTED),
        Block("new page"),
    ]


def _extract_front(meeting: Meeting) -> list[Block]:
    return [
        Block("title", "Protokollsutdrag"),
        Block("meta", f"Lindvattna kommun, {meeting.body_name.lower()}"),
        Block("meta", f"Sammanträdesdatum: {meeting.date}"),
        Block("small", INVENTED),
    ]


def _extract_closing(meeting: Meeting) -> list[Block]:
    secretary = next(line for line in _officials(meeting) if "sekreterare" in line)
    return [
        Block("end", "Utdragets riktighet intygas"),
        Block("meta", secretary),
    ]


def minutes(meeting: Meeting) -> Paper:
    """The minutes (or the extract) of a meeting."""
    sections = agenda(meeting)
    extract = meeting.kind == "protokollsutdrag"
    reference = str(sections[0].case["reference"]) if extract else None
    last_item = str(sections[-1].case["number"])
    word = "utdrag" if extract else "protokoll"
    slug = {"KF": "kf", "KS": "ks", "SN": "socialnamnden", "BN": "bildningsnamnden"}[
        meeting.body
    ]
    heads = ("Lindvattna kommun", meeting.body_name, f"{word.capitalize()} {meeting.date}")
    return Paper(
        name=f"{slug}-{word}-{meeting.date}.{meeting.format}",
        running_head="\t".join(heads),
        layout=meeting.layout,
        front=tuple(_extract_front(meeting) if extract else _front(meeting, last_item)),
        sections=sections,
        document=document(meeting, reference=reference),
        attendance=() if extract else attendance(_listed(meeting)),
        closing=tuple(_extract_closing(meeting)) if extract else (),
    )


def all_minutes() -> tuple[Paper, ...]:
    """Minutes of every meeting, and extracts of those that have a matter."""
    return tuple(
        minutes(meeting)
        for meeting in meetings()
        if meeting.kind == "protokoll" or planned(meeting.code)
    )
