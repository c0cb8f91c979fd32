"""Clauses that open a statement, and quoted words below them."""

import re
from dataclasses import replace

from pipeline.extraction.clauses import Clause
from pipeline.extraction.outline import Section

_QUOTE_BELOW = re.compile(r"\.[ \t]*\n\s*(?=[”\"“])")


def without_quote(content: str, lead: Clause) -> Clause:
    """Who stands behind a text, without the quoted text that begins below the sentence."""
    below = _QUOTE_BELOW.search(content, lead.said, lead.end)
    return replace(lead, end=below.end()) if below and lead.act == "instämmande" else lead


_ANNOUNCED = re.compile(r"\bföljande\s+\w+(?:\s+till\s+protokollet)?\W*$", re.IGNORECASE)


def backs(content: str, lead: Clause, following: Clause) -> bool:
    """Whether a clause tells who stands behind the text that the one right above it announces
    ("lägger följande anteckning"), so that the text is below both."""
    announced = _ANNOUNCED.search(content[lead.start : lead.end])
    apart = content[lead.end : following.start].strip()
    return following.act == "instämmande" and announced is not None and not apart


_QUOTE = re.compile(r"\s*[”\"“»]")


def quoted_below(content: str, lead: Clause, clause: Clause) -> bool:
    """Whether a clause stands in the quoted text that begins right below a lead."""
    between = content[lead.end : clause.start + 1]
    opened = _QUOTE.match(between)
    return opened is not None and not re.search(r"[”\"»]", between[opened.end() :])


def within(content: str, lead: Clause, clause: Clause) -> bool:
    """Whether a clause is a later sentence of the paragraph below "lämnar följande yttrande:",
    in which others are told of."""
    told = content[lead.end : clause.start].rstrip(" \t")
    opened = content[lead.start : lead.end].rstrip().endswith(":") and "\n\n" not in told
    return lead.act != "yrkande" and opened and told[-1:] not in ("", "\n")


# "föreslår att nämnden avstyrker motionen": what to decide, and not how to go on
_WHAT_TO_DECIDE = re.compile(
    r"\bföresl(?:år|og)\s+att\s+(?:ärendet|motionen|(?:\w*nämnden|\w*styrelsen|\w*utskottet|"
    r"\w*fullmäktige)(?:\s+ska)?)\s+(?:avstyrk|tillstyrk|avslå|bif|återremi|bordlägg|avgörs\b|"
    r"avgöras\b|godkänn|anta\b|antar\b)[^.]*$",
    re.IGNORECASE,
)


def moves(content: str, section: Section, clause: Clause) -> bool:
    """Whether somebody proposes to the meeting: below the heading for it, or where the meeting
    or what the chair did is told, but for the chair where they propose how to go on."""
    if section.kind not in ("överläggning", "beslutsgång", "beslut"):
        return section.kind == "yrkande"
    chairs = any(one.role for one in clause.actors)
    words = content[clause.start : clause.end].rstrip(" .\n")
    by_members = bool(clause.persons and clause.parties)
    return by_members and (not chairs or bool(_WHAT_TO_DECIDE.search(words)))
