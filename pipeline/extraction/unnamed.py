"""Proposals named without whose they are: "tilläggsyrkandet", "det gemensamma yrkandet", and
those named by what a group of parties calls itself: "Samlingens budgetförslag".

Where one proposal alone can be meant, it is; where several can, nothing is told.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extraction.same_words import says_the_same
from pipeline.extraction.verdicts import matches
from pipeline.extraction.wishes import Reference, Wish, sign_at

# Whose a proposal is, and what it asks for.
Moved = tuple[Reference, Wish]
_PAPER = re.compile(
    r"\b(?P<noun>(?:tilläggs|ändrings|mot)?yrkande|(?:tilläggs|ändrings|mot|gemensamma\s+)förslag|"
    r"tillägg(?=et\b(?!\s+(?:att|om)\b)))(?:et|t|en|na)\b(?!\s+(?:från|av)\b)",
    re.IGNORECASE,
)
_ADDED = re.compile(r"\btillägg", re.IGNORECASE)


_OF_GROUP = re.compile(
    r"\b(?P<name>[A-ZÅÄÖ][a-zåäö]{2,}s)\s+(?:\([^()]{1,40}\)\s+)?(?:[a-zåäö]+\s+){0,2}?"
    r"\w*(?:förslag|yrkande|budget|alternativ)"
)


def groups_named(texts: Iterable[str]) -> frozenset[str]:
    """The names of groups whose proposals some texts are about: "Samlingens förslag"."""
    return frozenset(match["name"] for text in texts for match in _OF_GROUP.finditer(text))


def names_unnamed(asked: Wish) -> bool:
    """Whether a wish is about a proposal that is named without whose it is."""
    return asked == Wish() and _PAPER.search(asked.text) is not None


_THE_ONE = re.compile(
    r"(?:\A\W*|\b(?:i|till|bakom|biträder|biträdde|stöd(?:j)?er|stödde|det|detta)\s+)yrkandet\b"
    r"(?!\s+(?:från|av)\b)",
    re.IGNORECASE,
)


def of_the_last(asked: Wish) -> bool:
    """Whether who joins "yrkandet" means the one told right before, whatever others there
    are: not "tilläggsyrkandet", which tells which one."""
    return asked == Wish() and _THE_ONE.search(asked.text) is not None


_GRANTS_LAST = re.compile(
    r"\bbifall\s+till\s+(?:yrkandet|det(?:ta)?\s+yrkandet?)\W*\Z", re.IGNORECASE
)


def grants_last(words: str) -> bool:
    """Whether all that is moved is to grant "yrkandet", the one told right before."""
    return _GRANTS_LAST.search(words) is not None


# "bifall till punkterna 1–2", "bifalla alternativ 2": what is granted is only named, and
# neither by whose it is nor as a proposal beside another ("hamnbudgeten")
_GRANTS = re.compile(
    r"\A\W*(?:yrkar?(?:de)?\s+|föreslår\s+|(?:också|även|att)\s+)*(?:bifall\s+till|bifalla)\s"
    r"(?!.*(?:(?-i:[A-ZÅÄÖ])\w|\wbudget))",
    re.IGNORECASE | re.DOTALL,
)


def resolved(asked: Wish, moved: Sequence[Moved]) -> Wish:
    """The wish, about the one proposal that can be meant among those that were ``moved``."""
    paper = _PAPER.search(asked.text) if asked == Wish() else None
    if paper is None:
        return asked
    added = bool(_ADDED.match(paper["noun"]))
    own = [
        owner
        for owner, other in moved
        if is_own(other) and (owner.addition or adds(other)) == added
    ]
    if not own and not added:
        own = _only(moved)
    if len(own) != 1:
        return asked
    sign = sign_at(asked.text, paper.start(), paper.end())
    return replace(asked, references=(replace(own[0], sign=sign, addition=added),))


def _few(words: str) -> int:
    """How many words are enough where one proposal alone is in them."""
    return 1 if any(map(str.isdigit, words)) else 2


def by_its_words(asked: Wish, moved: Sequence[Moved], least: int = 0) -> Wish:
    """What is told in words that one alone had moved ("finner att tomten säljs"), about that
    proposal; ``least`` is how many words must be shared, where a few are not enough."""
    said = [
        owner
        for owner, other in moved
        if asked == Wish()
        and is_own(other)
        and says_the_same(other.text, asked.text, least or _few(other.text))
    ]
    return replace(asked, references=(replace(said[0], sign=1),)) if len(said) == 1 else asked


def with_additions(moved: Sequence[Moved]) -> list[Moved]:
    """What was moved, each an addition that another calls so: "Siv Ryds tilläggsyrkande"."""
    called = [r for _, other in moved for r in other.references if r.addition and not r.own]
    return [
        (replace(owner, addition=owner.addition or _called(owner, called)), asked)
        for owner, asked in moved
    ]


def _called(owner: Reference, called: Sequence[Reference]) -> bool:
    return any(matches(one, owner.parties, owner.persons) for one in called)


def _only(moved: Sequence[Moved]) -> list[Reference]:
    """Who moved the one proposal there is, also where it asks for no more than to refuse."""
    return [owner for owner, other in moved] if len(moved) == 1 else []


# "bifall till förslaget om kajen": perhaps a part of what is before the body
_OF_SOMETHING = re.compile(
    r"\b(?:bifall\s+till|avslag\s+(?:på|till))\s+förslaget\s+om\b", re.IGNORECASE
)
# how to go on, and nothing of the matter
_HOW_TO_GO_ON = re.compile(
    r"\b(?:ajourner\w+|(?:enskild|gemensam)\s+överläggning|streck\s+i\s+debatten|"
    r"(?:sluten\s+|öppen\s+)?(?:omröstning|votering)|rösträkning|propositionsordning\w*)\b",
    re.IGNORECASE,
)


def unread(asked: Wish) -> bool:
    """Whether a wish is about something that is named in words which are not understood, or
    only about how to go on with the meeting: it is then no proposal of one's own, that loses
    where another wins."""
    named = (form.search(asked.text) for form in (_GRANTS, _OF_SOMETHING, _HOW_TO_GO_ON))
    return asked == Wish() and any(named)


def is_own(asked: Wish) -> bool:
    """Whether a wish is a proposal in words of its own."""
    own = bool(asked.references) and all(one.own for one in asked.references)
    return own or (asked == Wish() and not (names_unnamed(asked) or unread(asked)))


def adds(asked: Wish) -> bool:
    """Whether a wish is about an addition, which leaves the proposal before the body as it
    is."""
    return bool(_ADDED.search(asked.text))
