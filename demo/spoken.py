"""What is said after a decision: reservations, comments, and words of substitutes."""

from demo.choice import pick
from demo.records import BODIES, Block, Fact, Matter, Meeting, Step
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
    words = style(meeting)
    form = step.reserve_style or RESERVE_FORM[meeting.body]
    who, persons = people(meeting, step, parties, key=matter.key, form=form)
    more: dict[str, object] = {}
    blank = words["reservation_blank"]
    if key in matter.texts:
        text = matter.texts[key]
        blocks = [Block("text", words["reservation_text"].format(who=who))]
        blocks += [Block("quote", piece) for piece in text.split("\n\n")]
        pieces = [text]
    else:
        if key == "-":
            sentence = pick(words["reservation_own"], meeting.code, matter.key)
        elif key == "same":
            earlier = _earlier_body(matter, meeting)
            more["same_as"] = earlier
            sentence = (
                blank[:-1]
                + f" med en reservation som är likalydande med den i {earlier.lower()}."
            )
        elif key.startswith("for "):
            other = series(key.split()[1:])
            sentence = blank[:-1] + f" till förmån för yrkandet från {other}."
        elif key == "blank":
            sentence = blank
        else:
            raise ValueError(f"{matter.key} {step.at}: reservationstexten {key} finns inte.")
        blocks = [Block("text", sentence.format(who=who))]
        pieces = [sentence.removeprefix("{who} ")]
    row = statement(
        number,
        "reservation",
        pieces,
        parties=parties,
        persons=persons,
        body=meeting.body_name,
        **more,
    )
    return blocks, [row]


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
    words, blocks, rows = style(meeting), [], []
    for party, key in step.substitutes:
        seat = next(
            s
            for s in meeting.seats
            if s.party == party and s.role == "ersättare" and s.present
        )
        more: dict[str, object] = {"by_substitute": True}
        if key.startswith(">"):
            stood = key.removeprefix(">").split()
            more["endorses_parties"] = stood
            text = pick(SUPPORT, meeting.code, matter.key).format(parties=series(stood))
        else:
            text = matter.texts[key]
        name = spelled(seat.name, meeting)
        blocks += [
            Block("head", words["substitute_heading"]),
            Block("text", words["substitute"].format(who=f"{name} ({party})")),
            Block("quote", text),
        ]
        rows.append(
            statement(
                number,
                "ersättaryttrande",
                [text],
                parties=[party],
                persons=[name],
                body=meeting.body_name,
                **more,
            )
        )
    return blocks, rows
