"""What the commands print, and how: as text, so that nothing from a document is taken for
markup or obeyed by a screen."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from pipeline.extraction.explanation import Line

output = Console()
errors = Console(stderr=True)


def headed_table(*headings: str) -> Table:
    """An empty table; all columns but the first hold figures."""
    table = Table()
    for number, heading in enumerate(headings):
        table.add_column(heading, justify="right" if number else "left")
    return table


def tell(line: str, *, style: str = "") -> None:
    """Print a line; a red one among the errors."""
    # As Text, so that brackets in a file name are not taken for markup.
    console = errors if style == "red" else output
    console.print(Text(printable(line), style=style), soft_wrap=True)


def hand_out(text: str) -> None:
    """Write rows for another program, as they are."""
    output.file.write(text)


def tell_found(place: str, pieces: Iterable[tuple[str, bool]]) -> None:
    """Print where something was found, and below it the text, with what was sought in bold."""
    tell(place, style="bold")
    told = Text("  ")
    for text, is_hit in pieces:
        told.append(
            printable(" ".join(text.split("\n"))), style="bold green" if is_hit else ""
        )
    output.print(told, soft_wrap=True)


def tell_indented(line: "Line") -> None:
    """Print one line of an explanation, in from the margin by its level."""
    told = Text(printable(line.label), style="" if line.level > 1 else "bold")
    told.append(printable(f": {line.text}" if line.text else ""), style="not bold")
    if not line.level:
        output.print()
    # Broken to the width of a screen; in a file each line stays whole.
    indent = 2 * line.level
    if output.is_terminal:
        output.print(Padding(told, (0, 0, 0, indent)))
    else:
        output.print(Text(" " * indent).append(told), soft_wrap=True)


def printable(line: str) -> str:
    """The line with what a screen cannot show, or would obey, replaced."""
    return "".join(map(_shown, line))


def _shown(sign: str) -> str:
    # Python counts the space that keeps a figure and its sign together as unprintable
    kept = sign.isprintable() or sign == "\N{NO-BREAK SPACE}"
    return sign if kept else "\N{REPLACEMENT CHARACTER}"
