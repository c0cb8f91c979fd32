"""Renders one page for the dashboard, which loads no PDF library itself.

``python -m pipeline.commands.page_image STORE DOCUMENT PAGE`` writes a PNG to standard output,
or one sentence to standard error and ends with 1. It may use little memory and time.
"""

import resource
import sys
from pathlib import Path

from pipeline.console import tell
from pipeline.errors import ReadingError
from pipeline.settings import MAX_PAGE_IMAGE_BYTES, MAX_PAGE_IMAGE_SECONDS


def main(store: str, document_id: str, page: str) -> int:
    """Write the page; 0 when that went well."""
    # Loaded after the limits are set, so that they hold for the libraries too.
    from pipeline.originals import original
    from pipeline.reading.detect import Format, detect
    from pipeline.reading.page_image import page_image

    try:
        data = original(Path(store), document_id)
        if detect(data, "Dokumentet") != Format.PDF:
            raise ReadingError("Originalfilen är ingen PDF och har inga sidor att visa.")
        sys.stdout.buffer.write(page_image(data, int(page), "Dokumentet"))
    except ReadingError as error:
        tell(str(error), style="red")
        return 1
    return 0


def limit() -> None:
    """Bound what this process may use: a broken file can ask for anything."""
    seconds = MAX_PAGE_IMAGE_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MAX_PAGE_IMAGE_BYTES, MAX_PAGE_IMAGE_BYTES))


if __name__ == "__main__":
    limit()
    sys.exit(main(*sys.argv[1:]))
