"""How a decision is cited: body, date, §, page, document, link."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from pipeline.models import Case, Document
from reports.sentences import day

Texts = Mapping[str, str]
_IN_SENTENCE = re.compile(r"(?<=[^\s.:;!?])[^\S\n]*\n[^\S\n]*(?=(?!att\b)[a-zåäöé])")


def citation(case: Case, document: Document, texts: Texts, *, address: str = "") -> str:
    """One line that leads a reader to the case in its document, in the language of ``texts``.

    What the document does not say is left out. An invented document says that it is.
    """
    page = page_of(document.page_starts, case.start)
    when = day(case.date or document.date, texts)
    kind = word("kind", document.kind, texts)
    place = [
        document.municipality,
        case.body or document.body,
        texts["citation.kind"].format(kind=kind, day=when).strip() if when else kind,
        f"§ {case.number}" if case.number.isdigit() else case.number,
        texts["citation.page"].format(page=page) if page else None,
    ]
    title = texts["citation.title"].format(title=case.title) if case.title else ""
    source = texts["citation.document"].format(source=file_name(document.source))
    invented = f"[{texts['frame.invented']}]" if document.invented else ""
    head = ", ".join(part for part in place if part)
    sentences = [f"{head}{title}.", f"{source}.", invented, address]
    return " ".join(part for part in sentences if part)


def page_of(page_starts: Sequence[int], start: int | None) -> int | None:
    """The page, from 1, where a character stands; None for a text without pages."""
    if start is None or not page_starts:
        return None
    return max(bisect_right(page_starts, start), 1)


def flowing(written: str) -> str:
    """A quote without the line ends that only the printed page gave it: those in the middle
    of a sentence. Points (att …), lists and paragraphs keep theirs."""
    return _IN_SENTENCE.sub(" ", written)


def before_table(quote: str) -> str:
    """The sentences of a quote that ends in a table of names: the table is in the source."""
    lines = quote.splitlines()
    first = next((n for n, line in enumerate(lines) if line.lstrip().startswith("|")), None)
    return "\n".join(lines[:first]).rstrip() if first else quote


def file_name(source: str) -> str:
    """What a document's file is called; an address on the web stands whole."""
    return source if "://" in source else source.replace("\\", "/").rsplit("/", 1)[-1]


def word(section: str, code: str | None, texts: Texts) -> str:
    """What a code of the closed word lists is called; the code itself where it has no text."""
    return texts.get(f"{section}.{code.replace(' ', '_')}", code) if code else ""
