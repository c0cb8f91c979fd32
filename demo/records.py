"""The nouns of the demo: people, meetings, matters, what was done, blocks of a document."""

from dataclasses import dataclass, field

BODIES = {
    "KF": "Kommunfullmäktige",
    "KS": "Kommunstyrelsen",
    "SN": "Socialnämnden",
    "BN": "Bildningsnämnden",
}
PARTY_NAMES = {
    "S": "Socialdemokraterna",
    "M": "Moderaterna",
    "SD": "Sverigedemokraterna",
    "C": "Centerpartiet",
    "V": "Vänsterpartiet",
    "KD": "Kristdemokraterna",
    "MP": "Miljöpartiet",
    "L": "Liberalerna",
    "LP": "Lindvattnapartiet",
}
GOVERNING = {1: ("M", "KD", "L", "C"), 2: ("S", "V", "MP", "C")}
MUNICIPALITY = "Lindvattna"
INVENTED = "Påhittat exempel: Lindvattna kommun finns inte."

Fact = dict[str, object]


@dataclass(frozen=True, slots=True)
class Seat:
    """One person at one meeting; ``party`` is None for an official."""

    name: str
    party: str | None
    role: str
    present: bool = True
    substitutes_for: str | None = None

    @property
    def label(self) -> str:
        """The name as minutes print it, with the party in brackets."""
        return f"{self.name} ({self.party})" if self.party else self.name


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a body and the look of its minutes."""

    code: str
    body: str
    date: str
    format: str
    first_item: int
    layout: str
    seats: tuple[Seat, ...]
    kind: str = "protokoll"
    partial: dict[str, str] = field(default_factory=dict)

    @property
    def period(self) -> int:
        """1 up to the change of majority of 17 October 2022, then 2."""
        return 1 if self.date < "2022-10-17" else 2

    @property
    def body_name(self) -> str:
        """The body's name with a capital letter."""
        return BODIES[self.body]

    @property
    def serving(self) -> tuple[Seat, ...]:
        """Those who take part in decisions, in the order in which they are listed."""
        members = ("ordförande", "vice ordförande", "ledamot", "tjänstgörande ersättare")
        return tuple(s for s in self.seats if s.present and s.role in members)

    @property
    def chair(self) -> Seat:
        """Who chairs: the chair, or else the first vice chair who is present."""
        return self.serving[0]


@dataclass(frozen=True, slots=True)
class VotePlan:
    """A vote as planned: labels and parties of each side, and who went their own way."""

    kind: str
    yes: str
    no: str
    yes_parties: tuple[str, ...]
    no_parties: tuple[str, ...]
    abstain_parties: tuple[str, ...] = ()
    own_way: dict[str, str] = field(default_factory=dict)
    listed: str = "named"


@dataclass(frozen=True, slots=True)
class Step:
    """What one body did with a matter at one meeting, as planned in the matter's file."""

    at: str
    moves: tuple[tuple[str, tuple[str, ...]], ...] = ()
    win: str = ""
    votes: tuple[VotePlan, ...] = ()
    reserve: tuple[tuple[tuple[str, ...], str], ...] = ()
    remarks: tuple[tuple[str, tuple[str, ...], str], ...] = ()
    substitutes: tuple[tuple[str, str], ...] = ()
    jäv: tuple[str, ...] = ()
    stay_out: tuple[str, ...] = ()
    outcome: str = ""
    proposal: str = "förslag"
    title: str = ""
    background: str = ""
    points: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    move_style: str = ""
    reserve_style: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """An invented matter: its words, and the bodies it passes."""

    key: str
    dnr: str | None
    title: str
    topic: str
    item_type: str
    background: str
    points: tuple[str, ...]
    alternatives: dict[str, tuple[str, ...]]
    texts: dict[str, str]
    steps: tuple[Step, ...]
    papers: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ballots:
    """A vote that was held: who chose what, and what came of it."""

    plan: VotePlan
    choices: tuple[tuple[Seat, str], ...]
    outcome: str
    decided_by: str

    def count(self, choice: str) -> int:
        """How many chose ``choice``."""
        return sum(1 for _, chosen in self.choices if chosen == choice)

    @property
    def winner(self) -> str:
        """The label of the side that won."""
        return self.plan.yes if self.outcome == "ja" else self.plan.no


@dataclass(frozen=True, slots=True)
class Decision:
    """What came of a step: the label that won, by what method, after which votes."""

    winner: str
    outcome: str | None
    decided_by: str | None
    votes: tuple[Ballots, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document, free of any format.

    ``kind``: title · meta · small · people · item · title of item · ref · head · text ·
    quote · points · table · end · new page. ``items`` are lines of a list, rows of a table
    (cells separated by tabs), or people; ``struck`` are the items that are struck out.
    """

    kind: str
    text: str = ""
    items: tuple[str, ...] = ()
    struck: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a document body, with what should be found in it."""

    blocks: tuple[Block, ...] = ()
    statements: tuple[Fact, ...] = ()
    positions: tuple[Fact, ...] = ()

    def __add__(self, other: "Part") -> "Part":
        """This piece and the one that follows it."""
        return Part(
            self.blocks + other.blocks,
            self.statements + other.statements,
            self.positions + other.positions,
        )


@dataclass(frozen=True, slots=True)
class Section:
    """One § or document body: blocks to print, and what should be found in them."""

    blocks: tuple[Block, ...]
    case: Fact
    statements: tuple[Fact, ...] = ()
    positions: tuple[Fact, ...] = ()
    votes: tuple[Fact, ...] = ()
    ballots: tuple[Fact, ...] = ()
    referrals: tuple[Fact, ...] = ()
    matter: str = ""
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document: its file name, its look, its blocks and its truth."""

    name: str
    running_head: str
    layout: str
    front: tuple[Block, ...]
    sections: tuple[Section, ...]
    document: Fact
    attendance: tuple[Fact, ...] = ()
    closing: tuple[Block, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block of the document in print order."""
        middle = tuple(block for section in self.sections for block in section.blocks)
        return self.front + middle + self.closing
