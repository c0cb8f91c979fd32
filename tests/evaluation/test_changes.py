from pathlib import Path

from evaluation.changes import changes, load_differences, report, save_differences
from evaluation.comparison import Difference

MISSED = Difference("a.txt", "positions", "missed", "4 · S · for")
INVENTED = Difference("a.txt", "positions", "invented", "4 · V · for")
WRONG = Difference("b.txt", "cases.outcome", "wrong", "2: avslag, rätt är bifall")


def test_what_vanished_is_gained_and_what_appeared_is_lost() -> None:
    found = changes([MISSED, WRONG], [WRONG, INVENTED])
    assert found.gained == (MISSED,)
    assert found.lost == (INVENTED,)


def test_repeated_differences_are_counted() -> None:
    assert changes([MISSED, MISSED], [MISSED]).gained == (MISSED,)


def test_the_report_has_a_line_per_record() -> None:
    assert report(changes([MISSED], [WRONG])).splitlines() == [
        "1 rättade, 1 försämrade:",
        "+ a.txt  positions  missed: 4 · S · for",
        "- b.txt  cases.outcome  wrong: 2: avslag, rätt är bifall",
    ]


def test_the_report_says_when_nothing_changed() -> None:
    assert report(changes([MISSED], [MISSED])) == "Inget har ändrats."


def test_differences_come_back_as_they_were_saved(tmp_path: Path) -> None:
    save_differences(tmp_path / "d.jsonl", [MISSED, WRONG])
    assert load_differences(tmp_path / "d.jsonl") == (MISSED, WRONG)
