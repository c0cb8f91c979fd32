"""The accuracy that the dashboard shows: summed rightly, and measured on today's documents."""

import json

from evaluation.corpus import corpora
from evaluation.kinds import FILE, summed


def test_counts_are_summed_per_kind_and_what_was_missed_stays() -> None:
    rows = [
        ("motion", "documents", 1, 1, 1),
        ("motion", "votes", 0, 0, 0),
        ("protokoll", "documents", 1, 1, 1),
        ("protokoll", "cases", 2, 3, 2),
        ("protokoll", "documents", 1, 1, 1),
        ("protokoll", "cases", 1, 1, 4),
        ("protokoll", "votes", 0, 0, 2),
    ]

    cases, votes = summed(iter(rows))

    assert cases == {
        "kind": "protokoll",
        "documents": 2,
        "table_name": "cases",
        "hits": 3,
        "found": 4,
        "expected": 6,
    }
    assert (votes["table_name"], votes["found"], votes["expected"]) == ("votes", 0, 2)


def test_what_is_shown_was_measured_on_the_documents_there_are() -> None:
    shown = json.loads(FILE.read_text("utf-8"))
    now = {corpus.name: corpus.fingerprint() for corpus in corpora()}

    assert shown["fingerprints"] == now, "kör python -m evaluation.kinds"
