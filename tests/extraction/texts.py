"""Short texts and what the extractors need beside them. Every name, place and matter here is
invented."""

import re
from dataclasses import replace

from pipeline.extraction.cases import Item
from pipeline.extraction.context import Context, gather, with_attendance
from pipeline.extraction.matter import matter
from pipeline.extraction.outline import Section, sections
from pipeline.extraction.rows import Matter
from pipeline.extraction.votes import Count, Lists, counts
from pipeline.models import Attendance, Page, Span, Text
from tests.builders import attendance

BODY = "Hamnnämnden"
DATE = "2021-03-04"
DOCUMENT_ID = "d1"
ROLES = (
    "tjänstgörande ersättare",
    "vice ordförande",
    "ordförande",
    "ersättare",
    "tjänsteperson",
)
# Pieces of a matter.
ADOPTED = "Beslut\nNämnden godkänner förvaltningens förslag.\n\n"
REJECTED = "Beslut\nNämnden avslår motionen.\n\n"
AGAINST = "Siv Ryd (L) yrkar avslag på förvaltningens förslag.\n\n"
FOR = "Berit Sjöholm (S) yrkar bifall till förvaltningens förslag.\n\n"
PUT = (
    "Beslutsgång\nOrdföranden ställer förslagen mot varandra och finner att nämnden beslutar "
    "enligt förvaltningens förslag.\n\n"
)
VOTE = "Votering\nJa för bifall till förvaltningens förslag. Nej för avslag på förslaget.\n\n"
PUT_TO_VOTE = "Votering\nJa för bifall till förslaget. Nej för avslag på förslaget.\n\n"
YES = "Ja-röster: Berit Sjöholm (S), Ulla Rask (V), Kaj Lind (MP)\n"
NO = "Nej-röster: Siv Ryd (L), Göran Ek (M)\n"
MOTION = "Motion om brygga"
# One board for most tests: a majority of S, V and MP, an opposition of M, L and SD.
BOARD = (
    "Berit Sjöholm (S) ordförande",
    "Göran Ek (M) vice ordförande",
    "Ulla Rask (V)",
    "Kaj Lind (MP)",
    "Siv Ryd (L)",
    "Tore Gran (SD)",
    "Nils Ask (KD) ersättare",
)


def text(content: str, *, pages: tuple[int, ...] = ()) -> Text:
    """A text whose pages begin at the given offsets."""
    return Text(content, pages=tuple(Page(n, start) for n, start in enumerate(pages, 1)))


def seat(line: str) -> Attendance:
    """One row from "Berit Sjöholm (S) ordförande" or "Olle Frid (C) frånvarande"."""
    name, party, rest = re.fullmatch(r"(.+?) \((.+?)\) ?(.*)", line).groups()
    return attendance(
        name=name,
        party=None if party == "-" else party,
        role=next((role for role in ROLES if role in rest), "ledamot"),
        present="frånvarande" not in rest,
    )


def context(
    content: str, *seats: str, body: str | None = BODY, pages: tuple[int, ...] = ()
) -> Context:
    """The context of a meeting on ``DATE`` with these people there (none: no list)."""
    gathered = gather(DOCUMENT_ID, text(content, pages=pages))
    listed = with_attendance(gathered, tuple(map(seat, seats)))
    return replace(listed, body=body, date=DATE)


def cut(content: str) -> list[Section]:
    """The sections of a whole text."""
    return sections(text(content), Span(0, len(content)))


def read_matter(
    content: str,
    *seats: str,
    title: str = "Ny brygga i gästhamnen",
    lists: Lists | None = None,
) -> Matter:
    """One matter with this text below its title."""
    item = Item("7", title, None, 0, len(content), 0)
    return matter(context(content, *seats), item, lists or {})


def counted(content: str, lists: Lists | None = None) -> list[Count]:
    """The votes of one matter with this text."""
    return counts(context(content, *BOARD), cut(content), lists)


def minutes(*matters: str, place: str = "Tallviks kommun") -> str:
    """Whole minutes: a head, who was there, and the matters ("§ 1 …") given."""
    head = f"""{place}
Hamnnämnden

Sammanträdesprotokoll
Sammanträdesdatum: {DATE}

Närvarande

Ledamöter
Berit Sjöholm (S), ordförande
Göran Ek (M), vice ordförande
Ulla Rask (V)
Siv Ryd (L)

Ersättare
Nils Ask (KD)

"""
    return head + "\n\n".join(matters) + "\n"


def recorded(one: Matter) -> dict[str, tuple[str, str]]:
    """Stance and basis of each party with recorded evidence."""
    return {
        p.party: (str(p.stance), str(p.basis)) for p in one.positions if p.basis != "närvaro"
    }


def computed(one: Matter) -> dict[str, str]:
    """The stance of each party without any."""
    return {p.party: str(p.stance) for p in one.positions if p.basis == "närvaro"}
