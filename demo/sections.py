"""One § about a matter: its blocks and its truth, made from the same acts."""

from collections.abc import Sequence

from demo.acts import decide
from demo.ballots import vote_blocks, vote_truth
from demo.choice import pick
from demo.meetings import last_body
from demo.positions import positions
from demo.records import Block, Decision, Fact, Matter, Meeting, Section, Step
from demo.spoken import remarks, reservations, substitutes
from demo.truth import case, statement
from demo.wording import (
    day,
    decision_points,
    next_body,
    outcome_phrase,
    people,
    series,
    style,
    what,
)

Part = tuple[list[Block], list[Fact]]
MOVE_FORM = {"SN": "mfl", "BN": "lead", "KS": "lead", "KF": "lead"}


def heading(meeting: Meeting, number: str, title: str, reference: str | None) -> list[Block]:
    """The lines that open a §, in the body's own order."""
    how = style(meeting)["item"]
    mark = {"BN": "Diarienummer", "KF": "Ärendenummer"}.get(meeting.body, "Dnr")
    line = f"{mark} {reference}" if reference else ""
    if how == "reference first":
        return [Block("item", f"§ {number} {line}".strip()), Block("title of item", title)]
    if how == "split":
        blocks = [Block("item", f"§ {number}"), Block("title of item", title)]
    else:
        blocks = [Block("item", f"§ {number} {title}")]
    return [*blocks, Block("ref", line)] if line else blocks


def points_block(points: Sequence[str], form: str) -> Block:
    """Att-satser in the body's form: ``att`` as is, ``Att`` capital, ``bare`` without."""
    if form == "bare":
        points = [point.removeprefix("att ") for point in points]
    elif form == "Att":
        points = [point[0].upper() + point[1:] for point in points]
    return Block("points", items=tuple(f"{point}." for point in points))


def _decision(matter: Matter, meeting: Meeting, step: Step, decision: Decision) -> list[Block]:
    words = style(meeting)
    points = decision_points(matter, meeting, decision.winner, step=step)
    following = next_body(meeting, last_body(matter.key))
    nämnd_answer = matter.item_type == "motion" and meeting.body in ("SN", "BN")
    ends_here = decision.winner in ("återremiss", "bordläggning", "information")
    intro = words["decides"]
    if following and not nämnd_answer and not ends_here and not step.points:
        intro = words["proposes"].format(next=following)
    blocks = [Block("head", words["decision_heading"])]
    if intro:
        blocks.append(Block("text", intro))
    return [*blocks, points_block(points, words["points"])]


def _background(matter: Matter, meeting: Meeting, step: Step) -> list[Block]:
    words = style(meeting)
    blocks = [Block("head", words["background_heading"])]
    text = step.background or matter.background
    blocks += [Block("text", piece) for piece in text.split("\n\n")]
    prepared = pick(words["prepared"], meeting.code, matter.key)
    if prepared and step.win != "remiss":
        blocks.append(Block("text", prepared.format(date=day(meeting.date, earlier=19))))
    return blocks


def _move(
    matter: Matter,
    meeting: Meeting,
    step: Step,
    *,
    label: str,
    parties: tuple[str, ...],
    number: str,
) -> Part:
    words = style(meeting)
    form = step.move_style or MOVE_FORM[meeting.body]
    who, persons = people(meeting, step, parties, key=matter.key, form=form)
    points = matter.alternatives.get(label, ())
    argument = matter.texts.get(f"yrkande_{label}")
    long = label not in ("återremiss", "tillägg") and (
        len(points) > 1 or (points and meeting.body == "SN" and meeting.period == 1)
    )
    if long:
        items = tuple(f"{point}." for point in points)
        blocks = [
            Block("text", words["move_long"].format(who=who)),
            Block("points", items=items),
        ]
        pieces = list(items)
        if argument and meeting.body in ("SN", "BN"):
            blocks += [Block("quote", piece) for piece in argument.split("\n\n")]
            pieces.append(argument)
    else:
        sentence = pick(words["move"], meeting.code, matter.key)
        object_ = what(matter, meeting, label, step=step)
        blocks = [Block("text", sentence.format(who=who, what=object_))]
        pieces = [sentence.removeprefix("{who} ").format(what=object_)]
    row = statement(
        number, "yrkande", pieces, parties=parties, persons=persons, body=meeting.body_name
    )
    return blocks, [row]


def _moves(matter: Matter, meeting: Meeting, step: Step, number: str) -> Part:
    if not step.moves:
        return [], []
    blocks, rows = [Block("head", style(meeting)["moves_heading"])], []
    for label, parties in step.moves:
        more, found = _move(matter, meeting, step, label=label, parties=parties, number=number)
        blocks += more
        rows += found
    return blocks, rows


def _order(matter: Matter, meeting: Meeting, step: Step, decision: Decision) -> list[Block]:
    words = style(meeting)
    contested = decision.decided_by != "enhälligt"
    text = pick(
        words["order_contest" if contested else "order_plain"], meeting.code, matter.key
    )
    if not text or decision.winner == "remiss":
        return []
    first = decision.votes[0].plan.yes if decision.votes else decision.winner
    if decision.votes and decision.votes[0].plan.kind in ("förberedande", "tilläggsyrkande"):
        first = step.proposal
    winner = outcome_phrase(matter, meeting, first, step=step)
    blocks = [Block("head", words["order_heading"]), Block("text", text.format(winner=winner))]
    if decision.votes:
        blocks.append(Block("text", words["vote_called"]))
    return blocks


def _out(meeting: Meeting, step: Step) -> list[Block]:
    words, blocks = style(meeting), []
    if step.jäv:
        seats = {seat.name: seat for seat in meeting.serving}
        who = series([seats[name].label for name in step.jäv])
        blocks += [
            Block("head", words["jäv_heading"]),
            Block("text", words["jäv"].format(who=who)),
        ]
    if step.stay_out:
        form = "party" if meeting.body == "KF" else "all"
        who, _ = people(meeting, step, step.stay_out, key="deltar inte", form=form)
        blocks += [
            Block("head", words["stay_out_heading"]),
            Block("text", words["stay_out"].format(who=who)),
        ]
    return blocks


def _contest(
    matter: Matter, meeting: Meeting, step: Step, *, decision: Decision, number: str
) -> Part:
    moves, said = _moves(matter, meeting, step, number)
    blocks = moves + _order(matter, meeting, step, decision)
    blocks += vote_blocks(matter, meeting, step, decision)
    return blocks, said


def section(matter: Matter, meeting: Meeting, step: Step, *, number: str) -> Section:
    """§ ``number`` of ``meeting``: how ``step`` of ``matter`` is printed, and its truth."""
    decision = decide(matter, meeting, step)
    title = step.title or matter.title
    contest, said = _contest(matter, meeting, step, decision=decision, number=number)
    decided = _decision(matter, meeting, step, decision)
    background = _background(matter, meeting, step)
    last = style(meeting).get("decision") == "last"
    middle = [*background, *contest, *decided] if last else [*decided, *background, *contest]
    after: list[Block] = _out(meeting, step)
    for part in (reservations, remarks, substitutes):
        more, found = part(matter, meeting, step, number)
        after += more
        said = said + found
    return Section(
        blocks=(*heading(meeting, number, title, matter.dnr), *middle, *after),
        case=case(
            number,
            title,
            matter.dnr,
            outcome=decision.outcome,
            decided_by=decision.decided_by,
            body=meeting.body_name,
            date=meeting.date,
        ),
        statements=tuple(said),
        positions=positions(meeting, step, decision, number=number),
        **vote_truth(matter, meeting, step, decision=decision, number=number),
        matter=matter.key,
        leads=step.leads,
    )
