"""Documents about one matter to or from fullmäktige: interpellationer and their answers."""

from demo.meetings import meeting
from demo.questions import Interpellation, interpellations, signer
from demo.records import INVENTED, MUNICIPALITY, Block, Fact, Paper, Section
from demo.truth import case, statement
from demo.wording import day

FULLMÄKTIGE = "Kommunfullmäktige"


def paper(
    *,
    kind: str,
    name: str,
    title: str,
    date: str,
    blocks: list[Block],
    case_title: str,
    dnr: str,
    statements: list[Fact],
) -> Paper:
    """A document about one matter to or from fullmäktige, with one case named by its dnr."""
    front = (
        Block("title", title),
        Block("meta", "Lindvattna kommun"),
        Block("small", INVENTED),
        Block("meta", f"Dnr {dnr}"),
    )
    section = Section(
        blocks=tuple(blocks),
        case=case(
            dnr, case_title, dnr, outcome=None, decided_by=None, body=FULLMÄKTIGE, date=date
        ),
        statements=tuple(statements),
    )
    return Paper(
        name=name,
        running_head=f"Lindvattna kommun\t{kind.capitalize()}\t{date}",
        layout="headed",
        front=front,
        sections=(section,),
        document={
            "kind": kind,
            "municipality": MUNICIPALITY,
            "body": FULLMÄKTIGE,
            "date": date,
            "reference": dnr,
        },
    )


def _texts(text: str) -> list[Block]:
    return [Block("text", piece) for piece in text.split("\n\n")]


def _slug(dnr: str) -> str:
    return dnr.lower().replace(" ", "-").replace("/", "-")


def _asked(found: Interpellation) -> Paper:
    parties, persons = signer(found.author)
    blocks = [
        Block("meta", "Till kommunfullmäktige"),
        *_texts(found.text),
        Block("text", f"Med anledning av detta vill jag fråga {found.to_role} {found.to}:"),
        Block("points", items=tuple(found.questions)),
        Block("meta", f"Lindvattna den {day(found.asked)}"),
        Block("meta", found.author),
    ]
    said = statement(
        found.dnr,
        "interpellation",
        [found.text, found.questions[-1]],
        parties=parties,
        persons=persons,
        body=None,
        points=len(found.questions),
    )
    return paper(
        kind="interpellation",
        name=f"interpellation-{_slug(found.dnr)}.{found.documents['interpellation']}",
        title=found.title,
        date=found.asked,
        blocks=blocks,
        case_title=found.subject,
        dnr=found.dnr,
        statements=[said],
    )


def _answered(found: Interpellation) -> Paper:
    date = meeting(found.at).date
    asks = f"{found.author} har i en interpellation ställt följande frågor till mig:"
    blocks = [
        Block("meta", "Till kommunfullmäktige"),
        Block("text", asks),
        Block("points", items=tuple(found.questions)),
        *_texts(found.answer),
        Block("meta", f"Lindvattna den {day(date)}"),
        Block("meta", f"{found.to}, {found.to_role}"),
    ]
    return paper(
        kind="interpellationssvar",
        name=f"interpellationssvar-{_slug(found.dnr)}.{found.documents['interpellationssvar']}",
        title=f"Svar på {found.title[0].lower()}{found.title[1:]}",
        date=date,
        blocks=blocks,
        case_title=found.subject,
        dnr=found.dnr,
        statements=[_question_in(found), _answer_in(found)],
    )


def _question_in(found: Interpellation) -> Fact:
    """The interpellation as its answer repeats it."""
    parties, persons = signer(found.author)
    return statement(
        found.dnr,
        "interpellation",
        found.questions,
        parties=parties,
        persons=persons,
        body=None,
        points=len(found.questions),
    )


def _answer_in(found: Interpellation) -> Fact:
    parties, persons = signer(found.to)
    return statement(
        found.dnr,
        "interpellationssvar",
        [found.answer],
        parties=parties,
        persons=persons,
        body=None,
    )


def question_papers() -> tuple[Paper, ...]:
    """Every interpellation and answer that is a document of its own."""
    made = {"interpellation": _asked, "interpellationssvar": _answered}
    return tuple(made[kind](found) for found in interpellations() for kind in found.documents)
