"""Parties named by letters or by word."""

import re
from functools import lru_cache

from pipeline.language.mention import Mention, word_before
from pipeline.language.party_names import (
    LETTERS,
    canonical,
    known_letters,
    party_of_word,
    party_words,
)

# White space, with the end of one line at most.
GAP = r"[^\S\n]*\n?[^\S\n]*"
_BEFORE_LETTERS = (
    r"(?:från|för|av|å|(?:för)?utom|[Pp]artigrupp(?:en|erna)?|[Pp]artierna|[Pp]artiet|"
    r"[Ll]edamöterna|gruppen|"
    r"(?:[Ll]edamöter(?:na)?|[Rr]epresentanter(?:na)?|[Gg]ruppen)\s+i|"
    r"yrkandena?|instämmande|yttrande|reservation)"
)


def find_parties(text: str, letters: frozenset[str]) -> list[Mention]:
    """Parties by word ("Liberalerna") and by letters ("från S, V och MP", "(S) (V) (MP)")."""
    found = [
        Mention(m.start(), _with_letters(text, m), None, (party_of_word(m[0]),))
        for m in party_words().finditer(text)
    ]
    return _joined(text, found + _lettered(text, letters))


_BEHIND = re.compile(rf"{GAP}\((?P<party>{LETTERS})\)")


def _with_letters(text: str, word: re.Match[str]) -> int:
    """Where a party named by word ends: "Moderaterna (M)" is one."""
    behind = _BEHIND.match(text, word.end())
    own = behind and canonical(behind["party"]) == party_of_word(word[0])
    return behind.end() if behind and own else word.end()


@lru_cache
def _some(letters: frozenset[str]) -> str:
    """A form of any of these letters."""
    return "|".join(map(_as_letters, sorted(letters, key=len, reverse=True)))


def _lettered(text: str, letters: frozenset[str]) -> list[Mention]:
    """Bare or bracketed party letters in a setting where they can only be parties."""
    some = _some(letters)
    found = _groups(text, some)
    for match in _runs(some).finditer(text):
        members = _members(match["run"], some)
        end = _end(text, match, members)
        if end is not None:
            found.append(Mention(match.start("run"), end, None, members))
    return found


@lru_cache
def _runs(some: str) -> re.Pattern[str]:
    """Some of the letters in a row: "S, V och MP", "(S) (V)"."""
    # In brackets and before a word for a group, older minutes print them in lower case.
    one = (
        rf"(?:\((?i:{some})\)|\b(?i:{some})(?=-{_MEMBERS})|"
        rf"\b(?:{some})(?!\w)(?:[:’']?\s?s(?=\s))?)"
    )
    separator = rf"(?:{GAP}(?:,|/|och|samt|\+){GAP}|,\s+(?:och|samt)\s+|[^\S\n]+(?=\())"
    return re.compile(
        rf"(?:\b(?=\w)|(?=\())(?P<lead>\b{_BEFORE_LETTERS}\s+)?"
        rf"(?P<run>{one}(?:{separator}(?:{one}))*)",
        re.UNICODE,
    )


_MAY_BE_SEVERAL = re.compile(r"-(?:, |\s+och\s)")


@lru_cache
def _several(some: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?i:{some})-(?:(?:, |\s+och\s+)(?i:{some})-)+(?:{_MEMBERS}|(?={_PAPER}))"
    )


def _groups(text: str, some: str) -> list[Mention]:
    """Groups that share their last word: "S- och V-ledamöterna", "M- och L-förslaget"."""
    several = _several(some).finditer(text) if _MAY_BE_SEVERAL.search(text) else ()
    return [
        Mention(*match.span(), None, _canonical(re.findall(rf"(?i:{some})(?=-)", match[0])))
        for match in several
    ]


def _members(run: str, some: str) -> tuple[str, ...]:
    one, several = _members_of(some)
    return _canonical([run] if one.fullmatch(run) else several.findall(run))


@lru_cache
def _members_of(some: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One of some letters, and each of several."""
    return (
        re.compile(f"(?i:{some})"),
        re.compile(rf"(?<=\()(?i:{some})(?=\))|(?:{some})(?!\w)"),
    )


def _canonical(letters: list[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(canonical, letters)))


def _end(text: str, match: re.Match[str], members: tuple[str, ...]) -> int | None:
    """Where letters that can only mean parties end; None where they may mean another thing."""
    group = _GROUP.match(text, match.end("run"))
    end = group.end() if group else match.end("run")
    if match["lead"]:
        return end
    if match["run"].startswith("("):  # "Name (S)" is a person
        place = match.start("run")
        return None if _PERSON_BEFORE.search(text, word_before(text, place), place) else end
    if len(members) != 1 or group or _starts_a_clause(text, match) or _ACTS.match(text, end):
        return end
    if _OWNS.match(text, end - 1):
        return end
    return end if _is_listed(text, match.start("run")) else None


def _is_listed(text: str, start: int) -> bool:
    """Whether letters go on a list of parties."""
    among = _AMONG.search(text, max(0, start - 60), start)
    return bool(among and (among["group"] or party_words().fullmatch(among["word"])))


_LOCAL_LETTERS = 3


def _as_letters(one: str) -> str:
    """A form of some letters; those of a local party may go on in lower case: "TuP"."""
    if one in known_letters() or len(one) < _LOCAL_LETTERS:
        return re.escape(one)
    return f"{re.escape(one[0])}(?i:{re.escape(one[1:])})"


# "Eva Ek (S)", "Eva Ek ersättare (S)"; but "Mot beslutet reserverar sig (S)"
_PERSON_BEFORE = re.compile(
    r"(?:\b(?!(?:sig|av|från|för|och|samt|att|till|med|[Ll]edamöter(?:na)?|[Gg]ruppen|"
    r"[Rr]epresentanter(?:na)?)\s)[\w'’-]+)[^\S\n]*\Z"
)
# "att SD reserverar sig"
_ACTS = re.compile(r"\s+(?:reserver|yrka|instäm)(?:ar|er|ade|de)\b")
# "M-gruppen", "S- och V-ledamöterna"
_MEMBERS = r"(?:grupp(?:en|erna)|ledamöter(?:na)?)\b"
_GROUP = re.compile(rf"-{_MEMBERS}")
# "M:s förslag", "S-yrkandet"
_PAPER = r"\w*(?:yrkande|förslag|budget|reservation|alternativ)"
_OWNS = re.compile(rf"(?:(?<=:)s\s+(?:[a-zåäö]+\s+){{0,2}}|\w-){_PAPER}")


# "Vänsterpartiet och MP", "S-gruppen och V": letters in a list after a party
_AMONG = re.compile(
    rf"(?P<word>(?P<group>[A-ZÅÄÖ]{{1,4}}-{_MEMBERS})|\w+)(?:,|\s+och|\s+samt)\s+\Z"
)


def _starts_a_clause(text: str, match: re.Match[str]) -> bool:
    """A lone "SD" counts only where a sentence or line begins and goes on in lower case."""
    before = text[: match.start("run")].rstrip(" ")
    after = text[match.end("run") :]
    return (not before or before[-1] in ".:\n") and bool(re.match(r"\s+[a-zåäö]{3,}", after))


def _joined(text: str, mentions: list[Mention]) -> list[Mention]:
    """Without overlaps, in order."""
    result: list[Mention] = []
    for one in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not result or one.start >= result[-1].end:
            result.append(one)
    return result
