"""Named errors. Each message is one Swedish sentence that names what is wrong and what to
do."""


class StandpunktError(Exception):
    """Anything the program can explain to its user."""


class ReadingError(StandpunktError):
    """A file that cannot be read as a document; the message says why and what to do."""


class StoreError(StandpunktError):
    """A store that is missing, locked by another process, or made by another version."""


class UsageError(StandpunktError):
    """An argument that does not make sense."""
