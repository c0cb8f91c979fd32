"""Party letters between strokes or brackets, or behind a comma or a dash: "Eva Ek /S/",
"Eva Ek, S".

They are read as if they stood in parentheses, in a copy of the text of the same length, so
that all offsets hold; what is handed out is as printed.
"""

import re
from dataclasses import replace
from functools import lru_cache

from pipeline.extraction.attendance_table import NAME
from pipeline.extraction.rows import Matter, quoted
from pipeline.language.party_names import known_letters
from pipeline.models import Text

_BRACKETED = re.compile(
    r"(?P<name>(?:\b[A-ZÅÄÖ][\w'’-]*|\bfl\.?) ?)"
    r"(?:/(?P<party>[A-ZÅÄÖ]{1,4}!?|fp|kd|kds|mp|sd|[smcvl]|-)/|\[(?P<other>[A-ZÅÄÖ]{1,4}!?|-)\])(?!\w)"
)
_MARKS = re.compile(r"/[A-Za-zÅÄÖ!-]{1,5}/|\[[A-ZÅÄÖ-]")
# "Eva Ek, KD" on a line of its own in a list, perhaps with a role or a range behind
_AFTER_COMMA = re.compile(
    rf"(?P<name>^[ \t]*(?:[-–•][ \t]*)?{NAME}), (?P<party>{'|'.join(sorted(known_letters()))})"
    r"(?=[ \t]*(?:$|§|\(|[,;][ \t]*(?:$|§|kl\b|tj|ers|fr|t\.?o|"
    r"(?:(?:1:e|2:e|1:a|2:a|förste|andre|vice|v\.?)\s*){0,2}(?i:ordf))))",
    re.MULTILINE,
)
# In some minutes letters stand so wherever somebody is named, in older ones in lower case:
# "Eva Ek, s, yrkar".
_ANY = "|".join(sorted({*known_letters(), *map(str.lower, known_letters())}))
_BEHIND_COMMA = re.compile(rf", (?:{_ANY})(?!\w)")
_LISTED = re.compile(
    rf"(?:^|\t|[ ]{{2,}})(?:\d+\.? )?{NAME}, (?:{_ANY})(?=[ \t]*$|,[ ])", re.MULTILINE
)
_ANYWHERE = re.compile(
    rf"(?P<name>{NAME}), (?P<party>{_ANY})"
    r"(?:(?P<comma>,)|(?=[ \t]*$|[:.;)]|[ ](?!m?\.?[ ]?fl)))",
    re.MULTILINE,
)
# "Eva Ek – S, ordförande" in a list
_AFTER_DASH = re.compile(
    rf"(?P<name>^[ \t]*{NAME}) [-–] (?P<party>{'|'.join(sorted(known_letters()))})"
    r"(?=[ \t]*$|,[ ])",
    re.MULTILINE,
)
_SOME = 3


def with_parentheses(text: Text) -> Text:
    """The text with parentheses around the letters after names, of the same length."""
    content = text.content
    if _MARKS.search(content):
        content = _BRACKETED.sub(lambda m: f"{m['name']}({m['party'] or m['other']})", content)
    if _BEHIND_COMMA.search(content):
        if len(_LISTED.findall(content)) >= _SOME:
            content = _ANYWHERE.sub(_in_parentheses, content)
        content = _AFTER_COMMA.sub(_in_parentheses, content)
    if len(_AFTER_DASH.findall(content)) >= _SOME:
        content = _AFTER_DASH.sub(r"\g<name> (\g<party>)", content)
    return text if content == text.content else replace(text, content=content)


def _in_parentheses(match: re.Match[str]) -> str:
    """A name with its party; "Yttrande S, V" names two parties."""
    if match["name"].split()[-1] in known_letters():
        return match[0]
    comma = match.groupdict().get("comma")
    return f"{match['name']}{' ' if comma else ''}({match['party']})"


def as_printed(found: Matter, text: Text) -> Matter:
    """The rows of a matter with the words as they stand in ``text``."""
    case = found.case
    return replace(
        quoted(found, text.content),
        case=replace(
            case,
            title=_printed(case.title, text.content),
            decision=tuple(_printed(point, text.content) or "" for point in case.decision),
        ),
        votes=tuple(
            replace(
                vote,
                yes_means=_printed(vote.yes_means, text.content),
                no_means=_printed(vote.no_means, text.content),
            )
            for vote in found.votes
        ),
    )


def _printed(words: str | None, content: str) -> str | None:
    """Words put together from lines, with the marks that the document prints."""
    if not words or "(" not in words:
        return words
    words = _BESIDE.sub(lambda m: _behind_comma(m, content), words)
    left, right = ("/", "/") if _has_strokes(content) else ("[", "]")
    return re.sub(
        r"\(([A-Za-zÅÄÖ!-]{1,5})\)",
        lambda m: f"{left}{m[1]}{right}" if f"{left}{m[1]}{right}" in content else m[0],
        words,
    )


@lru_cache(maxsize=1)
def _has_strokes(content: str) -> bool:
    """Whether letters stand between strokes; asked for every word of one document."""
    return bool(re.search(r"\w /[A-Za-zÅÄÖ!-]{1,5}/", content))


_BESIDE = re.compile(r"(?P<name>[\w-]+)(?P<space> ?)\((?P<party>[A-Za-zÅÄÖ!]{1,4})\)")


def _behind_comma(match: re.Match[str], content: str) -> str:
    """A name with its letters as the document prints it: "Ek, s," for "Ek (s)"."""
    printed = f"{match['name']}, {match['party']}"
    if match[0] in content or printed not in content:
        return match[0]
    return printed + ("," if match["space"] else "")
