"""Markdown marks read as layout: headings, struck-out names, lines that were run together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import unescape

from pipeline.reading.assembly import Line, Run, line_of, prefixed

# What only Markdown holds: bold, a heading, struck-out text, a table's rule, a link.
SIGNS = re.compile(
    r"\*\*[^\s*][^\n]*?\*\*|^#{1,6}(?:[ \t]+\S|[ \t]*$)|~~[^\s~][^~\n]*~~"
    r"|^\|[ :|-]*---[ :|-]*$|^\*[^\s*][^*\n]*\*[ \t]*$|^\[[^\]\n]+\]\([^)\s]+\)",
    re.MULTILINE,
)
HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+|$)")
CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
QUOTE = re.compile(r"[ ]{0,3}(?:>[ ]?)+")
BULLET = re.compile(r"[ \t]*[-*+•▪■●◦‣∙·–][ \t]+(?=\S)")
NUMBER = re.compile(r"[ \t]*(\d{1,3}[.)])[ \t]+(?=\S)")
RULE = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
UNDERLINE = re.compile(r"={3,}[ \t]*$")
HARD_BREAK = re.compile(r"(?:[ ]{2,}|\\)$")

MARK = re.compile(r"(\*+|~{2,})")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>])")
LINK = re.compile(r"!?\[([^\]\n]*)\]\((?:<[^>\n]*>|[^()\s]*)(?:[ ]+\"[^\"\n]*\")?\)")
BREAK_TAG = re.compile(r"<br[ ]*/?>", re.IGNORECASE)
# Example: "_kursiv_", "__fet__", but not "fil_namn_ny" or a line to sign on
UNDERSCORES = re.compile(r"(?<![\w_])(_{1,2})(?=[^\s_])([^_\n]+?)(?<=[^\s_])\1(?![\w_])")
HELD = {char: chr(0xE000 + place) for place, char in enumerate("\\`*_{}[]()#+-.!|~>")}
ESCAPES_HELD = re.compile("[\ue000-\ue01f]")
RELEASE = {ord(held): char for char, held in HELD.items()}

ENDS_GLUED = re.compile(r"[\w.):?!”\"]$")
STARTS_GLUED = re.compile(r"[§”\"“(]?[A-ZÅÄÖÉÜ§]")
LONGEST_HEADING = 300


@dataclass(slots=True)
class _Row:
    """A line in the making."""

    page: int | None
    gap: bool
    runs: list[Run] = field(default_factory=list)
    mark: str = ""
    heading: bool = False
    table: bool = False
    broken: bool = False  # ended by a hard break, or split off from the next
    first_bold: int = 0  # which bold stretch its first and last words lie in; 0 for none
    last_bold: int = 0


def is_markdown(text: str) -> bool:
    """Whether ``text`` carries marks that only Markdown has; a footnote star is none."""
    return bool(SIGNS.search(text))


def markdown_lines(numbered: Sequence[tuple[str, int | None]]) -> list[Line]:
    """Lines without marks, from raw lines with their page."""
    lines: list[Line] = []
    for rows in _blocks(numbered):
        lines += _finished(rows)
    return lines


def _blocks(numbered: Sequence[tuple[str, int | None]]) -> Iterator[list[_Row]]:
    """Raw lines in groups through which emphasis may run: a paragraph, an item, a heading."""
    block: list[_Row] = []
    gap, next_heading = False, False
    for raw, page in numbered:
        if not raw.strip() or RULE.match(raw):
            gap = True
            continue
        if UNDERLINE.match(raw) and block and not gap:
            block[-1].heading = True
            continue
        row, text = _opened(raw, page, gap)
        if row.heading and not text.strip():
            gap, next_heading = True, True
            continue
        if next_heading and not row.mark:
            row.heading = True
        alone = row.gap or row.heading or row.table or bool(row.mark)
        if block and (alone or block[-1].heading or block[-1].table):
            yield block
            block = []
        row.runs = [Run(text)]
        block.append(row)
        gap, next_heading = False, False
    if block:
        yield block


def _opened(raw: str, page: int | None, gap: bool) -> tuple[_Row, str]:
    """A row with what stands at the start of the line, and the rest of the line."""
    row = _Row(page, gap, broken=bool(HARD_BREAK.search(raw)))
    text = QUOTE.sub("", raw, count=1) if raw.lstrip().startswith(">") else raw
    if found := HEADING.match(text):
        row.heading = True
        text = CLOSING.sub("", text[found.end() :])
    elif found := BULLET.match(text):
        row.mark, text = "- ", text[found.end() :]
    elif found := NUMBER.match(text):
        row.mark, text = found[1] + " ", text[found.end() :]
    row.table = text.lstrip().startswith("|")
    return row, text.strip().removesuffix("\\")


def _finished(block: list[_Row]) -> list[Line]:
    rows = _emphasised(block)
    _find_headings(rows)
    lines: list[Line] = []
    for place, row in enumerate(rows):
        line = line_of(row.runs)
        if not line.text:
            continue
        before = rows[place - 1] if place else None
        same = before is not None and before.last_bold == row.first_bold > 0
        line = prefixed(line, row.mark) if row.mark else line
        heading = row.heading and not row.table
        lines.append(
            replace(line, gap=row.gap, heading=heading, continues=same, page=row.page)
        )
    return lines


def _emphasised(block: list[_Row]) -> list[_Row]:
    """The rows of a block with their marks turned into runs, split where words were glued."""
    texts = [_prepared(row.runs[0].text) for row in block]
    if not any("*" in text or "~~" in text for text in texts):
        for row, text in zip(block, texts, strict=True):
            row.runs = [Run(_released(text))]
        return block
    return _Emphasis(texts).rows(block)


def _prepared(text: str) -> str:
    """``text`` with links, escapes, entities and underscores settled; * and ~~ are left."""
    if "\\" in text:
        text = ESCAPED.sub(lambda found: HELD[found[1]], text)
    if "[" in text:
        text = LINK.sub(r"\1", text)
    if "<" in text:
        text = BREAK_TAG.sub(" ", text)
    if "&" in text:
        text = unescape(text)
    if "_" in text:
        text = UNDERSCORES.sub(lambda m: "*" * len(m[1]) + m[2] + "*" * len(m[1]), text)
    return text


def _released(text: str) -> str:
    """``text`` with its escaped signs back."""
    return text.translate(RELEASE) if ESCAPES_HELD.search(text) else text


class _Emphasis:
    """The state of bold and struck-out while the lines of one block are walked through."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.pieces = [MARK.split(text) for text in texts]
        marks = [mark for pieces in self.pieces for mark in pieces[1::2]]
        self.bolds_left = sum(len(mark) // 2 for mark in marks if mark[0] == "*")
        self.strikes_left = sum(len(mark) // 2 for mark in marks if mark[0] == "~")
        self.bold = self.struck = self.italic = self.changed = False
        self.stretch = 0

    def rows(self, block: Sequence[_Row]) -> list[_Row]:
        """The rows with runs; a glued line gives several."""
        done: list[_Row] = []
        for row, pieces in zip(block, self.pieces, strict=True):
            row.runs = []
            self.changed = False
            for place, piece in enumerate(pieces):
                if place % 2:
                    self._mark(piece, pieces[place - 1], pieces[place + 1], row)
                elif piece:
                    row = self._text(piece, row, done)
            done.append(row)
        return done

    def _mark(self, mark: str, before: str, after: str, row: _Row) -> None:
        """Toggle what ``mark`` toggles; one without a partner is dropped."""
        if mark == "*" and (
            (before.endswith(" ") and after.startswith(" ")) or self._noted(before, after)
        ):
            row.runs.append(Run("*", self.bold, self.struck))
            return
        for _ in range(len(mark) // 2):
            if mark[0] == "*":
                self._toggle_bold()
            else:
                self._toggle_struck()

    def _noted(self, before: str, after: str) -> bool:
        """Whether a single star is a footnote's, right behind a bracket ("Siv Ryd (L)*,"), and
        not the end of something set in italics."""
        ends = before.rstrip(" ").endswith(")") and after[:1] in ("", " ", ",", ".", ";")
        noted = ends and not self.italic
        self.italic = not ends and not self.italic
        return noted

    def _toggle_bold(self) -> None:
        self.bolds_left -= 1
        if not self.bold and not self.bolds_left:
            return
        self.bold, self.changed = not self.bold, True
        self.stretch += self.bold

    def _toggle_struck(self) -> None:
        self.strikes_left -= 1
        if not self.struck and not self.strikes_left:
            return
        self.struck, self.changed = not self.struck, True

    def _text(self, piece: str, row: _Row, done: list[_Row]) -> _Row:
        """Add ``piece`` to ``row``, or to a new row when it was glued to other words."""
        piece = _released(piece)
        run = Run(piece, self.bold, self.struck)
        written = row.runs[-1] if row.runs else None
        if written and self.changed and ENDS_GLUED.search(written.text):
            listed = written.struck or run.struck
            if written.text.endswith(":") and not listed:
                piece = " " + piece.lstrip()
                run = replace(run, text=piece)
            elif STARTS_GLUED.match(piece):
                row.broken = True
                done.append(row)
                row = _Row(row.page, False, heading=row.heading)
        self.changed = False
        row.runs.append(run)
        if piece.strip():
            stretch = self.stretch if self.bold else 0
            row.first_bold = row.first_bold if len(row.runs) > 1 else stretch
            row.last_bold = stretch
        return row


def _find_headings(rows: Sequence[_Row]) -> None:
    """Mark rows that are bold from end to end, unless the bold belongs to a running text."""
    partly = {n for row in rows if not _all_bold(row) for n in (row.first_bold, row.last_bold)}
    running = False
    for row in rows:
        whole = _all_bold(row) and not {row.first_bold, row.last_bold} & partly
        short = sum(len(run.text) for run in row.runs) <= LONGEST_HEADING
        row.heading = row.heading or (whole and short and not running)
        running = not row.heading and not row.broken


def _all_bold(row: _Row) -> bool:
    words = [run for run in row.runs if run.text.strip()]
    return (
        bool(words)
        and all(run.bold and not run.struck for run in words)
        and any(char.isalnum() for run in words for char in run.text)
    )
