"""What a search names outright: a paragraph, a diary number, a day, a person."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.storage.snapshot import open_snapshot
from reports.catalogue import make
from reports.choice import Choice
from reports.lookup import Named, named_in
from reports.reader import Reader
from tests.builders import attendance, case, document, extraction
from tests.stores import add


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("§ 47", Named(paragraph="47")),
        ("§47", Named(paragraph="47")),
        ("47 §", Named(paragraph="47")),
        ("paragraf 47", Named(paragraph="47")),
        ("Paragraf 47", Named(paragraph="47")),
        ("KF § 47", Named(paragraph="47", words=("kf",))),
        ("§ 47/2024", Named(paragraph="47", year="2024")),
        ("§ 47 2024", Named(paragraph="47", year="2024")),
        ("KS 2024/112", Named(reference="2024/112", code="ks")),
        ("dnr KS 2024/112", Named(reference="2024/112", code="ks", words=("dnr",))),
        ("ks-2024-00112", Named(reference="2024/112", code="ks")),
        ("2024/112", Named(reference="2024/112")),
        ("0112/24", Named(reference="112/24")),
        ("4 maj 2024", Named(day="2024-05-04")),
        ("2024-05-04", Named(day="2024-05-04")),
        ("31 juni 2024", Named(words=("juni",))),
        ("2024-13-40", Named(reference="2024/13/40")),
        ("Berit Sjöholm", Named(words=("berit", "sjöholm"))),
        ("sjöholm parti:S", Named(words=("sjöholm",))),
        ("från:2024-05 bad", Named(words=("bad",))),
        ("-bad sjöholm", Named(words=("sjöholm",))),
        ('"ny brygga"', Named(words=("ny", "brygga"))),
        ("2024", Named()),
        ("2024-05", Named()),
        ("", Named()),
        ("§", Named()),
    ],
)
def test_what_is_named(words: str, found: Named) -> None:
    assert named_in(words) == found


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with open_snapshot(_store(tmp_path_factory.mktemp("store"))) as opened:
        yield Reader(opened, Choice())


def _store(folder: Path) -> Path:
    meetings = []
    for year in (2023, 2024):
        base = document(document_id=f"d{year}", source=f"{year}.md", date=f"{year}-05-04")
        cases = [
            replace(
                case(case_id=f"d{year}:{number}", number=number, date=base.date),
                title=f"Ärende {number} {year}",
                reference=f"HN {year}/{number}1",
            )
            for number in ("4", "47")
        ]
        members = [attendance(name="Berit Sjöholm", party="S")]
        meetings.append(extraction(base, cases=cases, attendance=members))
    return add(folder, *meetings)


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("§ 47", ["Ärende 47 2024", "Ärende 47 2023"]),
        ("§ 47/2023", ["Ärende 47 2023"]),
        ("HN 2023/471", ["Ärende 47 2023"]),
        ("2023/471", ["Ärende 47 2023"]),
        ("bad 2023/471", ["Ärende 47 2023"]),
        ("HN-2023-00471", ["Ärende 47 2023"]),
        ("hn § 47", ["Ärende 47 2024", "Ärende 47 2023"]),
        ("hamnnämnden § 47", ["Ärende 47 2024", "Ärende 47 2023"]),
        ("§ 5", []),
        ("brygga", []),
    ],
)
def test_a_case_is_found_by_its_number(words: str, titles: list[str], reader: Reader) -> None:
    assert list(make("lookup", reader, search=words)["title"]) == titles


def test_a_meeting_is_found_by_its_day(reader: Reader) -> None:
    [found] = make("lookup", reader, search="4 maj 2023").to_dict("records")

    assert (found["sort"], found["date"], found["body"]) == (
        "meeting",
        "2023-05-04",
        "Hamnnämnden",
    )


@pytest.mark.parametrize("words", ["Berit Sjöholm", "sjöholm", "SJÖHOLM berit"])
def test_a_person_is_found_by_name(words: str, reader: Reader) -> None:
    [found] = make("lookup", reader, search=words).to_dict("records")

    assert (found["sort"], found["title"]) == ("person", "Berit Sjöholm")


@pytest.mark.parametrize("words", ["sjö", "berit larsson", "holm"])
def test_a_part_of_a_name_is_nobody(words: str, reader: Reader) -> None:
    assert make("lookup", reader, search=words).empty


def test_it_keeps_to_the_place_and_time_of_the_choice(reader: Reader) -> None:
    earlier = reader.widened(end="2023-12-31", contested=True)

    assert list(make("lookup", earlier, search="§ 47")["title"]) == ["Ärende 47 2023"]
    assert make("lookup", reader.widened(municipality="Sjövik"), search="§ 47").empty
