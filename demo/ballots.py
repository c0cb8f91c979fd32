"""Votes as minutes print them: the proposition, who chose what, and the figures."""

import re
from typing import TypedDict

from demo.records import Ballots, Block, Decision, Fact, Matter, Meeting, Step
from demo.wording import in_words, means, outcome_phrase, series, spelled, style

ONE_VOTE = re.compile(r"\b(1|en) (ja|nej)-röster\b")
MINORITY = (
    " Minst en tredjedel av de närvarande har begärt återremissen, och den är därmed beslutad."
)
CHOICES = (("ja", "named_yes"), ("nej", "named_no"), ("avstår", "named_abstain"))


class VoteTruth(TypedDict):
    """The tables of a vote."""

    votes: tuple[Fact, ...]
    ballots: tuple[Fact, ...]


def _figures(meeting: Meeting, vote: Ballots) -> dict[str, str]:
    spell = in_words if meeting.body == "SN" and meeting.period == 1 else str
    figures = {choice: spell(vote.count(choice)) for choice, _ in CHOICES}
    staying = vote.count("avstår")
    figures["abstained"] = f" och {staying} avstående" if staying else ""
    return figures


def _table(meeting: Meeting, vote: Ballots) -> Block:
    rows = ["Namn\tParti\tJa\tNej\tAvstår"]
    for seat, chosen in vote.choices:
        marks = "\t".join("X" if chosen == choice else "" for choice, _ in CHOICES)
        rows.append(f"{seat.name}\t{seat.party}\t{marks}")
    return Block("table", items=tuple(rows))


def _named(meeting: Meeting, vote: Ballots) -> list[Block]:
    if vote.plan.listed == "count":
        return []
    if meeting.layout == "table":
        return [_table(meeting, vote)]
    blocks, figures = [], _figures(meeting, vote)
    for choice, key in CHOICES:
        names = [
            f"{spelled(seat.name, meeting)} ({seat.party})"
            for seat, chosen in vote.choices
            if chosen == choice
        ]
        if names:
            text = style(meeting)[key].format(names=series(names), **figures)
            blocks.append(Block("text", text[0].upper() + text[1:]))
    return blocks


def _result(matter: Matter, meeting: Meeting, step: Step, vote: Ballots) -> str:
    words = style(meeting)
    winner = vote.winner
    phrase = outcome_phrase(matter, meeting, winner, step=step)
    if vote.plan.kind == "förberedande":
        meant = means(matter, meeting, winner, step=step).removeprefix("bifall till ")
        phrase = f"att {meant} blir motförslag"
    key = "result_tie" if vote.decided_by == "utslagsröst" else "result"
    text = words[key].format(winner=phrase, **_figures(meeting, vote))
    text = ONE_VOTE.sub(r"\1 \2-röst", text)
    if vote.decided_by == "minoritet":
        text += MINORITY
    return text


def vote_blocks(
    matter: Matter, meeting: Meeting, step: Step, decision: Decision
) -> list[Block]:
    """Every vote of the step in order."""
    words, blocks = style(meeting), []
    for vote in decision.votes:
        proposition = words["proposition"].format(
            yes=means(matter, meeting, vote.plan.yes, step=step),
            no=means(matter, meeting, vote.plan.no, step=step),
        )
        blocks += [Block("head", words["vote_heading"]), Block("text", proposition)]
        blocks += _named(meeting, vote)
        blocks.append(Block("text", _result(matter, meeting, step, vote)))
    return blocks


def _vote(matter: Matter, meeting: Meeting, step: Step, *, vote: Ballots) -> Fact:
    return {
        "kind": vote.plan.kind,
        "yes_means": means(matter, meeting, vote.plan.yes, step=step),
        "no_means": means(matter, meeting, vote.plan.no, step=step),
        "yes": vote.count("ja"),
        "no": vote.count("nej"),
        "abstain": vote.count("avstår") or None,
        "absent": None,
        "outcome": vote.outcome,
        "decided_by": vote.decided_by,
    }


def vote_truth(
    matter: Matter, meeting: Meeting, step: Step, *, decision: Decision, number: str
) -> VoteTruth:
    """The rows of ``votes`` and ``ballots`` of a §; ballots only where names are printed."""
    votes: list[Fact] = []
    ballots: list[Fact] = []
    for order, vote in enumerate(decision.votes, start=1):
        place = {"case": number, "order": order}
        votes.append({**place, **_vote(matter, meeting, step, vote=vote)})
        if vote.plan.listed == "count":
            continue
        in_table = meeting.layout == "table"
        for seat, choice in vote.choices:
            name = seat.name if in_table else spelled(seat.name, meeting)
            ballots.append({**place, "name": name, "party": seat.party, "choice": choice})
    return {"votes": tuple(votes), "ballots": tuple(ballots)}
