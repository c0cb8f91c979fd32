"""Where each party stood on a decision, by the rules of the data's public contract.

Written from what each act was, without any of the code that reads documents.
"""

from demo.acts import main_vote
from demo.records import Ballots, Decision, Fact, Meeting, Seat, Step


def _members(meeting: Meeting) -> dict[str, list[Seat]]:
    found: dict[str, list[Seat]] = {}
    for seat in meeting.serving:
        found.setdefault(str(seat.party), []).append(seat)
    return found


def _staying_out(step: Step, party: str, members: list[Seat]) -> str | None:
    if party in step.stay_out:
        return "deltar ej"
    return "jäv" if all(seat.name in step.jäv for seat in members) else None


def _moved(step: Step, decision: Decision, party: str) -> str | None:
    """``adopted``, ``lost`` or None; what was lost does not count beside what was adopted."""
    labels = [label for label, parties in step.moves if party in parties]
    if not labels:
        return None
    if decision.winner in labels:
        return "adopted"
    return "lost"


def _ballots(vote: Ballots, party: str) -> set[str]:
    return {choice for seat, choice in vote.choices if seat.party == party}


def _told(vote: Ballots | None) -> Ballots | None:
    """The vote if the minutes say who voted how, else None: figures alone are nobody's
    stance."""
    return vote if vote and vote.plan.listed != "count" else None


def _stance(
    step: Step, decision: Decision, party: str, members: list[Seat]
) -> tuple[str, str] | None:
    out = _staying_out(step, party, members)
    if out:
        return "not_participating", out
    vote = _told(main_vote(decision.votes))
    choices = _ballots(vote, party) if vote else set()
    if {"ja", "nej"} <= choices:
        return "split", "votering"
    if any(party in parties for parties, _ in step.reserve):
        return "against", "reservation"
    moved = _moved(step, decision, party)
    if vote and choices & {"ja", "nej"}:
        won = vote.outcome in choices
        return ("for" if won else "against"), "votering"
    if moved == "lost":
        return "against", "yrkande"
    if "avstår" in choices:
        return "abstained", "votering"
    if moved == "adopted":
        return "for", "yrkande"
    for act, parties, _ in step.remarks:
        if party in parties:
            return "remark", act
    return None


def positions(
    meeting: Meeting, step: Step, decision: Decision, *, number: str
) -> tuple[Fact, ...]:
    """One row per party with evidence in § ``number``: case, party, stance, basis, body."""
    rows: list[Fact] = []
    for party, members in _members(meeting).items():
        found = _stance(step, decision, party, members)
        if found:
            stance, basis = found
            rows.append(
                {
                    "case": number,
                    "party": party,
                    "stance": stance,
                    "basis": basis,
                    "body": meeting.body_name,
                }
            )
    return tuple(rows)
