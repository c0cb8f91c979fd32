"""One writer at a time: a folder lock that tells a second writer who holds it."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline.errors import StoreError
from pipeline.storage import layout


@contextmanager
def writing(store: Path) -> Iterator[None]:
    """Hold a store for writing; it is made when missing.

    Raises StoreError when the folder cannot be written, or when another process holds it.
    """
    try:
        store.mkdir(parents=True, exist_ok=True)
        lock = FileLock(store / "lock", timeout=0)
        lock.acquire()
    except Timeout as error:
        raise StoreError(_held(store)) from error
    except OSError as error:
        message = (
            f"Det går inte att skriva i lagret {store}: {error.strerror}. Välj en annan mapp."
        )
        raise StoreError(message) from error
    try:
        layout.write_durably(_holder_path(store), json.dumps(_holder()).encode())
        yield
    finally:
        _holder_path(store).unlink(missing_ok=True)
        lock.release()


def _holder_path(store: Path) -> Path:
    return store / "writer.json"


def _holder() -> dict[str, str | int]:
    return {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now().isoformat(" ", "seconds"),
    }


def _held(store: Path) -> str:
    path = _holder_path(store)
    who = "en annan process"
    if path.is_file():
        holder = json.loads(path.read_text("utf-8"))
        who = "process {pid} på datorn {host} sedan {since}".format_map(holder)
    return f"Lagret {store} skrivs just nu av {who}; vänta tills den är klar och försök igen."
