"""What comes of a step: votes are counted over those present, and the winner follows."""

from demo.records import Ballots, Decision, Matter, Meeting, Seat, Step, VotePlan

OUTCOMES = {
    "förslag": "bifall",
    "avslag": "avslag",
    "bifall": "bifall",
    "besvarad": "besvarad",
    "återremiss": "återremiss",
    "bordläggning": "bordläggning",
    "information": "noterad",
}
MINORITY = 3


def taking_part(meeting: Meeting, step: Step) -> tuple[Seat, ...]:
    """Those who take part in this decision: serving, not disqualified and not staying out."""
    return tuple(
        seat
        for seat in meeting.serving
        if seat.name not in step.jäv and seat.party not in step.stay_out
    )


def _choice(plan: VotePlan, seat: Seat) -> str:
    if seat.name in plan.own_way:
        return plan.own_way[seat.name]
    for choice, parties in (
        ("ja", plan.yes_parties),
        ("nej", plan.no_parties),
        ("avstår", plan.abstain_parties),
    ):
        if seat.party in parties:
            return choice
    raise ValueError(f"{seat.label} har ingen plats i voteringen {plan.yes}/{plan.no}.")


def hold(meeting: Meeting, step: Step, plan: VotePlan) -> Ballots:
    """The vote as it falls out; a third of those voting can force a remittal in KF."""
    choices = tuple((seat, _choice(plan, seat)) for seat in taking_part(meeting, step))
    yes = sum(choice == "ja" for _, choice in choices)
    no = sum(choice == "nej" for _, choice in choices)
    minority = (
        plan.kind == "återremiss" and meeting.body == "KF" and no * MINORITY >= len(choices)
    )
    if yes == no:
        chair = next(choice for seat, choice in choices if seat == meeting.chair)
        return Ballots(plan, choices, chair, "utslagsröst")
    if yes > no and minority:
        return Ballots(plan, choices, "nej", "minoritet")
    return Ballots(plan, choices, "ja" if yes > no else "nej", "majoritet")


def _method(step: Step, votes: tuple[Ballots, ...], winner: str) -> str:
    deciding = [vote for vote in votes if vote.plan.kind != "förberedande"]
    if any(vote.decided_by == "minoritet" for vote in deciding):
        return "minoritet"
    if any(vote.decided_by == "utslagsröst" for vote in deciding):
        return "utslagsröst"
    if deciding:
        return "votering"
    contested = any(label != winner for label, _ in step.moves)
    return "acklamation" if contested else "enhälligt"


def main_vote(votes: tuple[Ballots, ...]) -> Ballots | None:
    """The vote on the substance, or the only vote when there was none on the substance."""
    main = [vote for vote in votes if vote.plan.kind == "huvudvotering"]
    return main[-1] if main else (votes[-1] if votes else None)


def decide(matter: Matter, meeting: Meeting, step: Step) -> Decision:
    """The decision of a step; raises ValueError when votes do not fall out as planned."""
    votes = tuple(hold(meeting, step, plan) for plan in step.votes)
    main = main_vote(votes)
    proposal = step.proposal
    winner = step.win or proposal
    if main and main.plan.kind in ("huvudvotering", "återremiss"):
        fallen = main.winner
        if fallen == "avgörs":
            fallen = winner
        if step.win and fallen != step.win:
            figures = f"{main.count('ja')}-{main.count('nej')}"
            raise ValueError(
                f"{matter.key} {step.at}: {figures} gav {fallen}, inte {step.win}."
            )
        winner = fallen
    outcome = step.outcome or OUTCOMES.get(winner)
    if outcome is None:
        raise ValueError(f"{matter.key} {step.at}: utfallet av {winner} är inte angivet.")
    return Decision(winner, outcome, _method(step, votes, winner), votes)
