"""Which files to read: folders and archives walked to single documents, loaded with care."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - it is an exception class

from pipeline.errors import ReadingError
from pipeline.models import Failure
from pipeline.reading.cleaning import printable
from pipeline.reading.detect import ZIP_MARKS, too_large
from pipeline.settings import MAX_FILE_BYTES, MAX_UNPACKED_BYTES

MEGABYTE = 1024 * 1024
MOST_MEMBERS = 10_000
# Members are unpacked one at a time, so an archive may hold more than one document may.
MOST_ARCHIVE_BYTES = 10 * MAX_UNPACKED_BYTES
MOST_RATIO = 1000
ENCRYPTED = 0x1
BROKEN_ARCHIVE = (
    *(BadZipFile, ZlibError, EOFError, NotImplementedError),
    *(RuntimeError, KeyError, ValueError),
)
# What tells a document or data file that is a zip archive inside from a plain archive.
PACKAGES = ("[Content_Types].xml", "mimetype")


@dataclass(frozen=True, slots=True)
class Source:
    """One document to read: a file, or ``member`` of the archive at ``path``."""

    name: str
    path: Path
    member: str | None = None


def find_sources(paths: Sequence[Path]) -> tuple[list[Source], list[Failure]]:
    """The documents under ``paths`` in order, each once, and what could not be looked at.

    Folders are walked without hidden files and README files; zip archives are looked into, but
    not archives inside archives.
    """
    sources: dict[tuple[Path, str | None], Source] = {}
    failures: list[Failure] = []
    for path in paths:
        for file in _files(path, failures):
            for source in _documents(file, failures):
                sources.setdefault((source.path, source.member), source)
    return list(sources.values()), failures


def load(source: Source) -> bytes:
    """The bytes of ``source``; ReadingError when it is gone, locked, too large or no file."""
    try:
        status = source.path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ReadingError(
                f"{source.name}: är ingen vanlig fil; ange en fil eller en mapp."
            )
        if source.member is not None:
            return _load_member(source, source.member)
        if status.st_size > MAX_FILE_BYTES:
            raise ReadingError(too_large(source.name, status.st_size))
        return source.path.read_bytes()
    except OSError as error:
        raise ReadingError(_why_not(source.name, error)) from error


def _files(path: Path, failures: list[Failure]) -> Iterator[Path]:
    """``path`` itself, or the files below it."""
    name = printable(str(path))
    try:
        mode = path.stat().st_mode
    except OSError as error:
        failures.append(Failure(name, _why_not(name, error)))
        return
    if not stat.S_ISDIR(mode):
        yield path
        return

    def note(error: OSError) -> None:
        folder = printable(str(error.filename or path))
        failures.append(Failure(folder, _why_not(folder, error)))

    for folder, subfolders, files in os.walk(path, onerror=note):
        subfolders[:] = sorted(sub for sub in subfolders if not sub.startswith("."))
        yield from (Path(folder) / file for file in sorted(files) if _is_document(file))


def _is_document(name: str) -> bool:
    return not name.startswith(".") and not name.casefold().startswith(("readme.", "~$"))


def _documents(path: Path, failures: list[Failure]) -> Iterator[Source]:
    """The file itself, or the members of the archive that it is."""
    name = printable(str(path))
    if not _is_zip(path):
        yield Source(name, path)
        return
    try:
        with ZipFile(path) as archive:
            members = archive.infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        yield Source(name, path)  # reading it says what is wrong
        return
    if any(member.filename in PACKAGES for member in members):
        yield Source(name, path)
        return
    unpacked = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or unpacked > MOST_ARCHIVE_BYTES:
        failures.append(
            Failure(
                name,
                f"{name}: arkivet är för stort ({len(members)} filer, {unpacked // MEGABYTE} "
                "MB uppackat); dela upp det och läs in delarna.",
            )
        )
        return
    for member in sorted(_wanted(members)):
        yield Source(f"{name}/{printable(member)}", path, member)


def _wanted(members: Sequence[ZipInfo]) -> Iterator[str]:
    for member in members:
        parts = member.filename.split("/")
        hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
        if not member.is_dir() and not hidden and _is_document(parts[-1]):
            yield member.filename


def _is_zip(path: Path) -> bool:
    """Whether a regular file that can be opened begins as a zip archive does."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(4) in ZIP_MARKS
    except OSError:
        return False


def _load_member(source: Source, member: str) -> bytes:
    try:
        with ZipFile(source.path) as archive:
            info = archive.getinfo(member)
            if info.flag_bits & ENCRYPTED:
                raise ReadingError(
                    f"{source.name}: arkivet är lösenordsskyddat; packa upp det och läs in "
                    "filerna."
                )
            if info.file_size > MAX_FILE_BYTES:
                raise ReadingError(too_large(source.name, info.file_size))
            if info.file_size > MEGABYTE and info.file_size > MOST_RATIO * info.compress_size:
                raise ReadingError(
                    f"{source.name}: filen packas upp till orimligt mycket och läses inte; "
                    "kontrollera var arkivet kommer ifrån."
                )
            return archive.read(info)
    except BROKEN_ARCHIVE as error:
        raise ReadingError(
            f"{source.name}: arkivet är skadat; hämta det på nytt eller packa upp det."
        ) from error


def _why_not(name: str, error: OSError) -> str:
    """One sentence for what the file system said."""
    if isinstance(error, PermissionError):
        return f"{name}: läsrättighet saknas; ändra rättigheterna och läs in filen igen."
    if isinstance(error, FileNotFoundError):
        return f"{name}: finns inte; kontrollera sökvägen."
    return f"{name}: gick inte att läsa ({error.strerror or error}); kontrollera filen."
