"""Addresses that are no page's."""

import pytest

from views.links import ADDRESSES, unknown


@pytest.mark.parametrize("path", [path.strip(".") for path in ADDRESSES.values()])
@pytest.mark.parametrize("root", ["http://127.0.0.1:8501/", "https://exempel.se/panel/"])
def test_every_page_is_known(root: str, path: str) -> None:
    assert unknown(f"{root}{path}") == ""


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("http://127.0.0.1:8501/finns-inte", "finns-inte"),
        ("http://127.0.0.1:8501/sakfr%C3%A5gor?topic=skola", "sakfrågor"),
        ("https://exempel.se/panel/samsym", "samsym"),
        ("", ""),
    ],
)
def test_what_no_page_is_called(address: str, asked: str) -> None:
    assert unknown(address) == asked
