"""What several rooms' tests share: the demo, read once."""

from pathlib import Path

import pytest

from pipeline.run import ingest
from pipeline.settings import data_dir


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of all the demo's documents; only to be read."""
    store = tmp_path_factory.mktemp("demo") / "store"
    ingest([data_dir() / "demo" / "documents"], store=store)
    return store
