"""What is said after a decision: reservations, comments, and words of substitutes."""

from demo.choice import pick
from demo.records import BODIES, Block, Fact, Matter, Meeting, Seat, Step
from demo.truth import statement
from demo.wording import people, series, spelled, style

Part = tuple[list[Block], list[Fact]]
RESERVE_FORM = {"SN": "mfl", "BN": "all", "KS": "all", "KF": "party"}
SUPPORT = (
    "Om jag hade haft rösträtt i ärendet hade jag stött yrkandet från {parties}.",
    "Jag ställer mig bakom det yrkande som {parties} har lagt fram.",
    "Hade jag tjänstgjort hade jag röstat för yrkandet från {parties}.",
)


def _earlier_body(matter: Matter, meeting: Meeting) -> str:
    bodies = [BODIES[step.at[:2]] for step in matter.steps]
    return bodies[bodies.index(meeting.body_name) - 1]


def _reservation(
    matter: Matter,
    meeting: Meeting,
    step: Step,
    *,
    parties: tuple[str, ...],
    key: str,
    number: str,
) -> Part:
    form = step.reserve_style or RESERVE_FORM[meeting.body]
    who, persons = people(meeting, step, parties, key=matter.key, form=form)
    own = matter.texts.get(key)
    lead = style(meeting)["reservation_text"] if own else _without_text(matter, meeting, key)
    blocks = [Block("text", lead.format(who=who))]
    blocks += [Block("quote", piece) for piece in (own or "").split("\n\n") if piece]
    row = statement(
        number,
        "reservation",
        [own or lead.removeprefix("{who} ")],
        parties=parties,
        persons=persons,
        body=meeting.body_name,
        **({"same_as": _earlier_body(matter, meeting)} if key == "same" else {}),
    )
    return blocks, [row]


def _without_text(matter: Matter, meeting: Meeting, key: str) -> str:
    """The sentence of a reservation without a text; ValueError on an unknown one."""
    words = style(meeting)
    blank = str(words["reservation_blank"])
    if key == "-":
        return str(pick(words["reservation_own"], meeting.code, matter.key))
    if key == "same":
        earlier = _earlier_body(matter, meeting).lower()
        return blank[:-1] + f" med en reservation som är likalydande med den i {earlier}."
    if key.startswith("for "):
        return blank[:-1] + f" till förmån för yrkandet från {series(key.split()[1:])}."
    if key == "blank":
        return blank
    raise ValueError(f"{matter.key} {meeting.code}: reservationstexten {key} finns inte.")


def reservations(matter: Matter, meeting: Meeting, step: Step, number: str) -> Part:
    """The reservations of a §: their blocks and statements."""
    if not step.reserve:
        return [], []
    blocks, rows = [Block("head", style(meeting)["reservation_heading"])], []
    for parties, key in step.reserve:
        more, found = _reservation(
            matter, meeting, step, parties=parties, key=key, number=number
        )
        blocks += more
        rows += found
    return blocks, rows


def remarks(matter: Matter, meeting: Meeting, step: Step, number: str) -> Part:
    """Comments without dissent by serving members: their blocks and statements."""
    words, blocks, rows, seen = style(meeting), [], [], ""
    for act, parties, key in step.remarks:
        if act != seen:
            blocks.append(Block("head", words.get(f"{act}_heading", act.capitalize())))
        seen = act
        form = "mfl" if meeting.body == "SN" else "lead"
        who, persons = people(meeting, step, parties, key=matter.key, form=form)
        text = matter.texts[key]
        blocks.append(Block("text", words[act].format(who=who)))
        blocks += [Block("quote", piece) for piece in text.split("\n\n")]
        rows.append(
            statement(
                number, act, [text], parties=parties, persons=persons, body=meeting.body_name
            )
        )
    return blocks, rows


def substitutes(matter: Matter, meeting: Meeting, step: Step, number: str) -> Part:
    """Comments by substitutes who do not serve: their blocks and statements."""
    blocks, rows = [], []
    for party, key in step.substitutes:
        more, row = _substitute(matter, meeting, party=party, key=key, number=number)
        blocks += more
        rows.append(row)
    return blocks, rows


def _substitute(
    matter: Matter, meeting: Meeting, *, party: str, key: str, number: str
) -> tuple[list[Block], Fact]:
    """What one substitute says: words of their own, or whom they stand behind (">S V")."""
    words = style(meeting)
    name = spelled(_substitute_of(meeting, party).name, meeting)
    stood = key.removeprefix(">").split() if key.startswith(">") else []
    support = pick(SUPPORT, meeting.code, matter.key)
    text = support.format(parties=series(stood)) if stood else matter.texts[key]
    row = statement(
        number,
        "ersättaryttrande",
        [text],
        parties=[party],
        persons=[name],
        body=meeting.body_name,
        by_substitute=True,
        **({"endorses_parties": stood} if stood else {}),
    )
    blocks = [
        Block("head", words["substitute_heading"]),
        Block("text", words["substitute"].format(who=f"{name} ({party})")),
        Block("quote", text),
    ]
    return blocks, row


def _substitute_of(meeting: Meeting, party: str) -> Seat:
    """The first substitute of a party who is there and does not serve."""
    return next(
        seat
        for seat in meeting.seats
        if seat.party == party and seat.role == "ersättare" and seat.present
    )
