"""Plain text and Markdown: bytes → text → lines."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from charset_normalizer import from_bytes

from pipeline.models import Text
from pipeline.reading.assembly import Line, assemble
from pipeline.reading.cleaning import clean, composed, listed
from pipeline.reading.hyphens import join_hyphens
from pipeline.reading.markdown import is_markdown, markdown_lines
from pipeline.reading.paragraphs import paragraphs_apart
from pipeline.reading.residue import without_residue
from pipeline.reading.running import close_page_breaks, without_running_heads
from pipeline.reading.tables import with_bars

BOMS = ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))
LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
TRAILING = re.compile(r"[ \t\xa0]+$", re.MULTILINE)
SOFT_HYPHEN = "\u00ad"
LONE_MARK = re.compile(r"[ \t]*[-–•▪■●◦‣∙·\uf0b7][ \t]*$")
SHORT_CELL = 20  # below it a lone dash is a cell of a list (a member without party), no mark
# "Ledamöter    Parti    Ja   Nej   Avst", and a row below it
CHOICES = re.compile(r"(?:^|\s)ja\s{2,}nej(?:\s|$)", re.IGNORECASE)
WIDE = re.compile(r"\S\s{3,}\S")
SWEDISH = re.compile("[åäöÅÄÖ]")
GUESSED = "Teckenkodningen var oklar; texten lästes som {}."
REPAIRED = "Texten innehåller tecken som inte gick att avkoda."


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of ``data`` and findings: by BOM, UTF-8, declared, Windows-1252, a guess."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), ()
    if wide := _utf16_without_mark(data):
        return data.decode(wide, errors="replace"), ()
    for named in ("utf-8", declared):
        if named and (text := _strictly(data, named)) is not None:
            return text, ()
    return _fallback(data)


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 of Western text has a zero in nearly every other byte."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2:
        return None
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _fallback(data: bytes) -> tuple[str, tuple[str, ...]]:
    """UTF-8 with a few broken bytes, else Windows-1252 when it gives Swedish, else a guess."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if broken <= len(SWEDISH.findall(text)) // 4:
        return text, (REPAIRED,)
    western = _strictly(data, "cp1252")
    if western is not None and SWEDISH.search(western):
        return western, ()
    guess = from_bytes(data).best()
    if guess is not None:
        return str(guess), (GUESSED.format(guess.encoding),)
    return (text if western is None else western), (REPAIRED,)


def read_plain(text: str, *, markdown_name: bool, findings: Sequence[str] = ()) -> Text:
    """The Text of decoded plain text or Markdown; ``markdown_name``: the name ends in .md."""
    text = with_bars(LINE_END.sub("\n", composed(text)))
    text = TRAILING.sub("", text)  # else no line is the same as another of its words
    # A soft hyphen is seen only where it breaks a word.
    text = re.sub(rf"{SOFT_HYPHEN}[ \t]*\n", "-\n", text).replace(SOFT_HYPHEN, "")
    markdown = markdown_name or is_markdown(text)
    numbered, pages = without_running_heads(text)
    around = _left_out(text, numbered)
    numbered = paragraphs_apart(_with_marks(numbered))
    lines = markdown_lines(numbered) if markdown else plain_lines(numbered)
    read = assemble(
        close_page_breaks(join_hyphens(without_residue(lines))),
        media_type="text/markdown" if markdown else "text/plain",
        pages=pages,
        findings=findings,
    )
    return replace(read, around=around)


def _left_out(text: str, numbered: Sequence[tuple[str, int | None]]) -> str:
    """The lines that were left out as heads and feet of pages, each once."""
    kept = {line.strip() for line, _ in numbered}
    lines = dict.fromkeys(line.strip() for line in re.split(r"[\n\f]", text))
    return "\n".join(line for line in lines if line and line not in kept)


def plain_lines(numbered: Sequence[tuple[str, int | None]]) -> list[Line]:
    """Cleaned lines of text without marks; list marks become "- "."""
    lines: list[Line] = []
    gap = False
    insets = _insets([raw for raw, _ in numbered])
    for (raw, page), inset in zip(numbered, insets, strict=True):
        text = clean(raw).strip()
        if not text:
            gap = True
            continue
        previous = lines[-1].text if lines and not gap else ""
        lines.append(Line(" " * inset + listed(text, previous), gap=gap, page=page))
        gap = False
    return lines


def _insets(rows: Sequence[str]) -> list[int]:
    """How far in each row is to stand: those of a list with a mark below Ja or Nej as they
    stand to each other, for the marks tell by their place; all others not at all."""
    insets = [0] * len(rows)
    for start in (place for place, row in enumerate(rows) if CHOICES.search(row)):
        below = takewhile(lambda n: WIDE.search(rows[n]), range(start + 1, len(rows)))
        block = [start, *below]
        depths = [len(rows[n]) - len(rows[n].lstrip()) for n in block]
        for n, depth in zip(block, depths, strict=True):
            insets[n] = depth - min(depths)
    return insets


def _with_marks(numbered: Sequence[tuple[str, int | None]]) -> list[tuple[str, int | None]]:
    """List marks that stand alone on a line, put before the line that they belong to."""
    joined: list[tuple[str, int | None]] = []
    for raw, page in numbered:
        if joined and len(raw) > SHORT_CELL and LONE_MARK.match(joined[-1][0]):
            joined[-1] = ("- " + raw.lstrip(), page)
        else:
            joined.append((raw, page))
    return joined
