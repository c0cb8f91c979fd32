"""One file per command that does not fit in ``pipeline/cli.py``."""
