"""How a body's secretary puts things: styles, and phrases for people and acts."""

import datetime
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from demo.choice import pick, share
from demo.records import BODIES, PARTY_NAMES, Matter, Meeting, Seat, Step

Style = dict[str, Any]
HERE = Path(__file__).parent
SPELLINGS = {"Daniel Åkerbom": "Dan Åkerbom", "María Fuentes Holm": "Maria Fuentes Holm"}
MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
NUMBERS = (
    *("noll", "en", "två", "tre", "fyra", "fem", "sex"),
    *("sju", "åtta", "nio", "tio", "elva", "tolv"),
)


@cache
def _styles() -> dict[str, dict[str, Style]]:
    return tomllib.loads((HERE / "wording.toml").read_text(encoding="utf-8"))


def style(meeting: Meeting) -> Style:
    """The sentences and headings that the body uses at the time of the meeting."""
    return _styles()[meeting.body][str(meeting.period)]


def day(date: str, *, weekday: bool = False, earlier: int = 0) -> str:
    """``2021-04-13`` → ``13 april 2021``; on request with weekday, or some days earlier."""
    found = datetime.date.fromisoformat(date) - datetime.timedelta(days=earlier)
    text = f"{found.day} {MONTHS[found.month - 1]} {found.year}"
    return f"{DAYS[found.weekday()]}en den {text}" if weekday else text


def series(words: Sequence[str]) -> str:
    """``a, b och c``."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " och " + words[-1]


def spelled(name: str, meeting: Meeting) -> str:
    """The name as the secretary spells it at this meeting, which is not always the same."""
    other = SPELLINGS.get(name)
    return other if other and share("stavning", meeting.code, name) < 0.5 else name


def members_of(meeting: Meeting, step: Step, party: str) -> list[Seat]:
    """A party's serving members who are not disqualified; raises ValueError when none."""
    found = [s for s in meeting.serving if s.party == party and s.name not in step.jäv]
    if not found:
        raise ValueError(f"{party} har ingen tjänstgörande ledamot på {meeting.code}.")
    return found


def speaker(meeting: Meeting, step: Step, party: str, *, key: str) -> Seat:
    """Who speaks for a party in the matter ``key``: the same person throughout the §."""
    return pick(members_of(meeting, step, party), key, meeting.code, party)


def people(
    meeting: Meeting, step: Step, parties: Iterable[str], *, key: str, form: str
) -> tuple[str, tuple[str, ...]]:
    """The phrase that names who acted, and the names in it.

    ``form``: ``lead`` one speaker per party, ``mfl`` the same with "m.fl." where the party has
    more, ``all`` every serving member, ``bare`` the same with letters after the first of each
    party only, ``party`` "Ledamöterna från …", ``names`` the parties' full names.
    """
    parties = tuple(parties)
    if form == "party":
        return f"Ledamöterna från {series(parties)}", ()
    if form == "names":
        return series([PARTY_NAMES[party] for party in parties]), ()
    labels, names = [], []
    for party in parties:
        members = members_of(meeting, step, party)
        chosen = (
            members if form in ("all", "bare") else [speaker(meeting, step, party, key=key)]
        )
        for place, seat in enumerate(chosen):
            name = spelled(seat.name, meeting)
            more = " m.fl." if form == "mfl" and len(members) > 1 else ""
            bare = form == "bare" and place > 0
            labels.append(name if bare else f"{name}{more} ({party})")
            names.append(name)
    return series(labels), tuple(names)


def parties_behind(step: Step, label: str) -> tuple[str, ...]:
    """The parties that moved ``label``."""
    return tuple(party for moved, parties in step.moves if moved == label for party in parties)


def base(meeting: Meeting) -> str:
    """Whose proposal the body starts from."""
    return "kommunstyrelsens förslag" if meeting.body == "KF" else "förvaltningens förslag"


def _yrkande(step: Step, label: str) -> str:
    parties = parties_behind(step, label)
    return f"yrkandet från {series(parties)}" if parties else "det andra förslaget"


def what(matter: Matter, meeting: Meeting, label: str, *, step: Step) -> str:
    """What was moved, as the object of "yrkar"."""
    motion = matter.item_type == "motion"
    if label == step.proposal and (meeting.body == "KF" or not motion):
        return f"bifall till {base(meeting)}"
    fixed = {
        "avslag": "avslag på motionen" if motion else "avslag på förslaget",
        "bifall": "bifall till motionen",
        "besvarad": "att motionen ska anses besvarad",
        "bordläggning": "att ärendet bordläggs till nästa sammanträde",
        "återremiss": f"att ärendet återremitteras {_reason(matter)}",
    }
    if label in fixed:
        return fixed[label]
    points = " samt ".join(matter.alternatives[label])
    if label == "tillägg":
        return points
    return f"att {meeting.body_name.lower()} beslutar {points}"


def _reason(matter: Matter) -> str:
    return matter.alternatives.get("återremiss", ("",))[0]


def means(matter: Matter, meeting: Meeting, label: str, *, step: Step) -> str:
    """What a Ja or a Nej stands for."""
    if label == "avgörs":
        return "att ärendet avgörs i dag"
    if label == "återremiss":
        return "återremiss"
    if label.startswith("ej "):
        return f"avslag på tilläggsyrkandet från {series(parties_behind(step, label[3:]))}"
    if label == "tillägg":
        return f"bifall till tilläggsyrkandet från {series(parties_behind(step, label))}"
    plainly = matter.item_type == "motion" and share("proposition", matter.key) < 0.5
    if plainly and label == "avslag":
        return "avslag på motionen"
    if label in ("avslag", "bifall", "besvarad", "bordläggning") or label == step.proposal:
        return what(matter, meeting, label, step=step)
    return f"bifall till {_yrkande(step, label)}"


def outcome_phrase(matter: Matter, meeting: Meeting, label: str, *, step: Step) -> str:
    """What the body decided, after "beslutar"."""
    motion = matter.item_type == "motion"
    answering = motion and meeting.body in ("SN", "BN")
    if label == step.proposal and not motion:
        return f"enligt {base(meeting)}"
    fixed = {
        "avslag": ("avstyrka motionen" if answering else "avslå motionen")
        if motion
        else "avslå förslaget",
        "bifall": "tillstyrka motionen" if answering else "bifalla motionen",
        "besvarad": "anse motionen besvarad",
        "återremiss": "återremittera ärendet",
        "avgörs": "avgöra ärendet vid dagens sammanträde",
        "bordläggning": "bordlägga ärendet",
    }
    if label.startswith("ej "):
        return f"avslå tilläggsyrkandet från {series(parties_behind(step, label[3:]))}"
    if label in fixed:
        return f"att {fixed[label]}"
    if label == "tillägg":
        return f"bifalla tilläggsyrkandet från {series(parties_behind(step, label))}"
    return f"enligt {_yrkande(step, label)}"


def lower_body(meeting: Meeting) -> str:
    """Where a remitted matter goes."""
    return "kommunstyrelsen" if meeting.body == "KF" else "förvaltningen"


def decision_points(matter: Matter, meeting: Meeting, label: str, *, step: Step) -> list[str]:
    """The att-satser of the decision; those of the step itself come first."""
    if step.points:
        return list(step.points)
    motion = matter.item_type == "motion"
    answering = motion and meeting.body in ("SN", "BN")
    lower = lower_body(meeting)
    fixed = {
        "avslag": ("att avstyrka motionen" if answering else "att avslå motionen")
        if motion
        else "att avslå förslaget",
        "bifall": "att tillstyrka motionen" if answering else "att bifalla motionen",
        "besvarad": "att anse motionen besvarad med hänvisning till pågående arbete",
        "återremiss": f"att återremittera ärendet till {lower} {_reason(matter)}",
        "bordläggning": "att bordlägga ärendet till nästa sammanträde",
    }
    if label == "förslag":
        return list(matter.points)
    if label in fixed:
        points = [fixed[label]]
        if answering:
            points.append("att överlämna förvaltningens yttrande till kommunstyrelsen")
        return points
    return list(matter.alternatives[label])


def in_words(figure: int) -> str:
    """Small numbers as words."""
    return NUMBERS[figure] if figure < len(NUMBERS) else str(figure)


def next_body(meeting: Meeting, last: str) -> str:
    """The body that decides after this one, with a small letter; empty when this one does."""
    return "" if meeting.body == last else BODIES[last].lower()
