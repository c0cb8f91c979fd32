"""Reads uploaded documents into a store, for the dashboard, which loads no language engine.

``python -m pipeline.commands.intake STORE MUNICIPALITY FILE…`` (an empty municipality for
none) tells on standard output, a JSON object a line: ``{"done": 1, "total": 3}`` as it goes,
``{"failed": "…"}`` for each file with trouble, and last ``{"read": 2, "skipped": 0}``.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline import run, uploads
from pipeline.console import hand_out, output
from pipeline.errors import ReadingError, StandpunktError
from pipeline.ledger import Progress
from pipeline.reading.detect import detect


def main(store: str, municipality: str, *files: str) -> int:
    """Read the files; 0 unless the store could not be written."""
    try:
        documents = _documents([Path(file) for file in files])
        summary = run.ingest(
            documents,
            store=Path(store),
            municipality=municipality or None,
            on_progress=_tell_progress,
        )
    except StandpunktError as error:
        _tell(failed=str(error))
        return 1
    for failure in summary.failed:
        _tell(failed=_shortened(failure.reason, failure.source))
    _tell(read=summary.read, skipped=summary.skipped)
    return 0


def _documents(paths: Sequence[Path]) -> list[Path]:
    """The files that are documents by their content; others are told and taken away."""
    documents = []
    for path in paths:
        try:
            detect(path.read_bytes(), path.name)
            documents.append(path)
        except ReadingError as error:
            uploads.remove(path)
            _tell(failed=str(error))
    return documents


def _shortened(reason: str, source: str) -> str:
    """The reason with the file's name in place of where it is kept."""
    return reason.replace(source, Path(source).name)


def _tell_progress(now: Progress) -> None:
    _tell(done=now.done, total=now.total)


def _tell(**values: object) -> None:
    hand_out(json.dumps(values) + "\n")
    output.file.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
