"""Acts that the heading of a section tells: whose they are stands in it, or below it with the
words."""

import re

from pipeline.extraction.context import Context, mentioned, resolve_mention, trimmed
from pipeline.extraction.entry import Entry, with_substitute
from pipeline.extraction.outline import Section
from pipeline.extraction.whose import OF_WHOM
from pipeline.extraction.wording import below, points
from pipeline.language.mention import Mention
from pipeline.language.party_names import canonical
from pipeline.models import Span
from pipeline.words import Act

OWN_ACT = {
    "reservation": Act.RESERVATION,
    "särskilt uttalande": Act.SÄRSKILT_UTTALANDE,
    "särskilt yttrande": Act.SÄRSKILT_YTTRANDE,
    "protokollsanteckning": Act.PROTOKOLLSANTECKNING,
    "ersättaryttrande": Act.ERSÄTTARYTTRANDE,
    "skrivelse": Act.SKRIVELSE,
}
# Over comments in some minutes, over a list of those who spoke in others.
PLAIN = re.compile(r"yttranden?", re.IGNORECASE)


def headed(context: Context, section: Section, end: int) -> list[Entry]:
    """A section whose heading is the act and whose text begins with bare signers; it ends
    where somebody does something else."""
    act = OWN_ACT.get(section.kind)
    if act is None:
        return []
    span = trimmed(context.content, section.start, end)
    opening = _signers(context, span) or _letters_alone(context, span)
    if not opening:
        return _of_label(context, section, act, end)
    signers, after = opening
    words = below(context.content, after, end)
    if words is None and PLAIN.fullmatch(section.label):
        return []  # "Yttranden" above a list of those who spoke
    words = words or trimmed(context.content, span.start, after)
    parties = tuple(dict.fromkeys(p for one in signers for p in one.parties))
    persons = tuple(dict.fromkeys(one.name for one in signers if one.name))
    entry = Entry(
        act,
        persons,
        parties,
        words,
        Span(span.start, after),
        section.kind,
        points=points(words.of(context.content)),
    )
    return [with_substitute(context, entry)]


# "Reservation (V)", "Särskilt yttrande (M, KD)", "Yttrande (M), (KD)": whose it is
_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_LABEL_PARTIES = re.compile(rf"(?:\s*(?:,|/|&|och)?\s*{_BRACKETS.pattern})+$")


# The title of the matter once more, above the words.
_TITLED = re.compile(r"\s*[A-ZÅÄÖ][^\n]{10,140}[^.:;,!?\n]\n(?=[ \t]*[A-ZÅÄÖ]\w*\s)")


def _of_label(context: Context, section: Section, act: Act, end: int) -> list[Entry]:
    """The text below a heading that names the parties it is by, and perhaps who signed it."""
    letters = _labelled(context, section.label)
    titled = _TITLED.match(context.content, section.start, end)
    start = titled.end() if titled else section.start
    words = below(context.content, start, end) if letters else None
    told = OF_WHOM.fullmatch(section.label)
    if letters and told:  # where nothing stands below, the heading is all that is told
        words = words or section.heading
    if words is None or (end < section.end and not told):
        return []
    parties = tuple(dict.fromkeys(letters))
    signed = mentioned(context, section.label)
    signed += mentioned(context, context.content[words.end : end])
    persons = tuple(dict.fromkeys(one.name for one in signed if one.name))
    lead = Span(section.heading.start, section.heading.end)
    told_points = points(words.of(context.content))
    entry = Entry(act, persons, parties, words, lead, section.kind, points=told_points)
    return [with_substitute(context, entry)]


def _labelled(context: Context, label: str) -> list[str]:
    """The parties in brackets at the end of a heading, by letters or by name; none where
    anything else stands there; or those that it says it is from."""
    if OF_WHOM.fullmatch(label):
        named = (resolve_mention(context, one) for one in mentioned(context, label))
        return [party for one in named for party in one.parties]
    told = _LABEL_PARTIES.search(label)
    pieces = (
        re.split(r",\s*|\s+och\s+|/", ", ".join(_BRACKETS.findall(told[0]))) if told else []
    )
    found = [_party(context, one.strip()) for one in pieces]
    return [one for one in found if one] if all(found) else []


def _party(context: Context, word: str) -> str | None:
    """The party that a word means, by its letters or its name."""
    if word in context.letters:
        return canonical(word)
    named = mentioned(context, word)
    whole = len(named) == 1 and named[0].end - named[0].start == len(word)
    return named[0].parties[0] if whole and not named[0].name and named[0].parties else None


def _letters_alone(context: Context, span: Span) -> tuple[list[Mention], int] | None:
    """The parties whose letters are all that stands on the first line below a heading, or
    beside it."""
    line = span.of(context.content).partition("\n")[0]
    words = re.split(r"\s*[,/]\s*|\s+(?:och\s+)?", line.strip(" .:"))
    if not {*words} <= context.letters:
        return None
    parties = tuple(party for one in words if (party := canonical(one)))
    return [Mention(0, len(line), None, parties)], span.start + len(line)


# What a list of those who reserve themselves says of how.
_HOW = (
    r"\b(?:skriftlig|muntlig|blank)\w*(?:\s+reservation\w*)?|"
    r"\(?\b(?:se\s+)?bilaga\s+\w{1,3}\b\)?"
)
_TAIL = re.compile(rf"(?:[\s,.:]|{_HOW})*?(?:\n|$)", re.IGNORECASE)


def _signers(context: Context, span: Span) -> tuple[list[Mention], int] | None:
    """The names a section opens with, and where they end; None when it opens otherwise."""
    text = span.of(context.content)
    listed: list[Mention] = []
    edge = 0
    for one in mentioned(context, text):
        gap = text[edge : one.start]
        if not re.fullmatch(
            rf"(?:[\s,;:•-]|\b(?:och|samt|samtliga|alla|ledamöter(?:na)?|från|för|i)\b|{_HOW})*",
            gap,
            re.I,
        ):
            break
        listed.append(resolve_mention(context, one))
        edge = one.end
    if not listed or not (tail := _TAIL.match(text, edge)):
        return None
    return listed, span.start + tail.end()
