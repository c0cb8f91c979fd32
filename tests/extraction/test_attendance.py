"""Who was there, from the lists at the top of minutes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction.attendance import attendance
from pipeline.models import Span, Text
from tests.extraction.attendees import brief, there
from tests.extraction.texts import text


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        # roles after the name
        (
            "Ledamöter\nEva Ek (S), ordförande\nBo Alm (M), vice ordförande\nUlla Ro (V)",
            ["Eva Ek S ordförande", "Bo Alm M vice ordförande", "Ulla Ro V ledamot"],
        ),
        (
            "Närvarande\nEva Ek (S), ordf.\nBo Alm (M), v. ordf.",
            ["Eva Ek S ordförande", "Bo Alm M vice ordförande"],
        ),
        # the label and the first name on one line, in columns
        (
            "Ledamöter   Eva Ek (S) ordförande\n            Bo Alm (M)\nErsättare   Nils "
            "Ask (KD)",
            ["Eva Ek S ordförande", "Bo Alm M ledamot", "Nils Ask KD ersättare"],
        ),
        ("Beslutande: Eva Ek (S), Bo Alm (M)", ["Eva Ek S ledamot", "Bo Alm M ledamot"]),
        ("Ledamöter\tEva Ek (S)   Bo Alm (M)", ["Eva Ek S ledamot", "Bo Alm M ledamot"]),
        # marks of a list
        (
            "Ledamöter\n1. Eva Ek (S)\n- Bo Alm (M)\n• Ulla Ro (V)",
            ["Eva Ek S ledamot", "Bo Alm M ledamot", "Ulla Ro V ledamot"],
        ),
        # an independent, and old small letters
        ("Ledamöter\nGun Rask (-)\nEva Ek (fp)", ["Gun Rask – ledamot", "Eva Ek L ledamot"]),
        # a local party by its name in brackets, and an office
        (
            "Ledamöter\nEva Ek (S)\nBo Alm (Viks Bästa)\n\nÖvriga\nUlf Ro (Kommunchef)",
            [
                "Eva Ek S ledamot",
                "Bo Alm Viks Bästa ledamot",
                "Ulf Ro – tjänsteperson",
            ],
        ),
        (
            "Ledamöter:\nEva Ek (S)\n\nFrån förvaltningen:\nUlf Ro, ekonom",
            ["Eva Ek S ledamot", "Ulf Ro – tjänsteperson"],
        ),
        # one who serves for a while, and a list of substitutes among others present
        (
            "Beslutande Eva Ek (S)\nUlf Li (M) ej § 13\nBo Alm (M) § 13\n"
            "Övriga deltagande Ersättare: Bo Alm (M) ej § 13, Ulla Ro (V) samt sekreterare",
            [
                "Eva Ek S ledamot",
                "Ulf Li M ledamot",
                "Bo Alm M tjänstgörande ersättare",
                "Ulla Ro V ersättare",
            ],
        ),
        # letters before the names
        (
            "Beslutande\nS  Eva Ek, ordförande\nM  Bo Alm (M)\nV  Ulla Ro  §§ 4-6\n"
            "C  Pia Lo  tjänstgör för Siv Ro (C)\nÅP Ulf Ask\n\nEj tjänstgörande\nL  Tom Li",
            [
                "Eva Ek S ordförande",
                "Bo Alm M ledamot",
                "Ulla Ro V ledamot",
                "Pia Lo C tjänstgörande ersättare",
                "Ulf Ask ÅP ledamot",
                "Tom Li L ersättare",
                "Siv Ro C ledamot borta",
            ],
        ),
        # who serves for whom goes on no further than its line
        (
            "Tjänstgörande ersättare Eva Ek (S), tjänstgör för Ulla Ro (S), §§ 4-6\n"
            "Övriga ersättare Bo Alm (M)",
            [
                "Eva Ek S tjänstgörande ersättare",
                "Bo Alm M ersättare",
                "Ulla Ro S ledamot borta",
            ],
        ),
        # substitutes among those who decide, and among others present
        (
            "Beslutande\nLedamöter   Eva Ek (S)\nErsättare   Bo Alm (M)\n\n"
            "Övriga närvarande\nErsättare   Ulla Ro (V)",
            ["Eva Ek S ledamot", "Bo Alm M tjänstgörande ersättare", "Ulla Ro V ersättare"],
        ),
        (
            "Ledamöter\nEva Ek (S)\n\nErsättare\nBo Alm (M), tjänstgörande\nUlla Ro (V)",
            ["Eva Ek S ledamot", "Bo Alm M tjänstgörande ersättare", "Ulla Ro V ersättare"],
        ),
        # substitutes that serve and that do not
        (
            "Ej tjänstgörande ersättare\nEva Ek (S)\nTjänstgörande ersättare\nBo Alm (M)",
            ["Eva Ek S ersättare", "Bo Alm M tjänstgörande ersättare"],
        ),
        (
            "Ledamöter\nEva Ek (S)\n\nTjänstgörande ersättare\n"
            "Bo Alm (M)             Ersätter Ulf Li (M)",
            [
                "Eva Ek S ledamot",
                "Bo Alm M tjänstgörande ersättare",
                "Ulf Li M ledamot borta",
            ],
        ),
        # absent: by heading, by a note
        (
            "Ledamöter\nEva Ek (S)\n\nFrånvarande\nBo Alm (M)",
            ["Eva Ek S ledamot", "Bo Alm M ledamot borta"],
        ),
        (
            "Ledamöter\nBo Alm (M), frånvarande\nUlla Ro (V) ej närvarande",
            ["Bo Alm M ledamot borta", "Ulla Ro V ledamot borta"],
        ),
        # the party as a heading, alone or before the names; a local one
        (
            "Ledamöter\nModeraterna\nBo Alm, ordförande\nUlf Li\nCenterpartiet (C), 1 mandat\n"
            "Eva Ek\nErsättare\n(M)\nPer Ro",
            [
                "Bo Alm M ordförande",
                "Ulf Li M ledamot",
                "Eva Ek C ledamot",
                "Per Ro M ersättare",
            ],
        ),
        (
            "Beslutande\nVänsterpartiet: Eva Ek (ordf), Bo Alm och Ulf Li\n"
            "Åpartiet (ÅP)\nPer Ro",
            [
                "Eva Ek V ordförande",
                "Bo Alm V ledamot",
                "Ulf Li V ledamot",
                "Per Ro ÅP ledamot",
            ],
        ),
        (
            "Beslutande:\nM: Eva Ek (ordf), Bo Alm\nFP: Ulf Li\nKD: -",
            ["Eva Ek M ordförande", "Bo Alm M ledamot", "Ulf Li L ledamot"],
        ),
        # no letters at all, or bare ones
        (
            "Beslutande\nEva Ek, ordförande\nBo Alm, tjänstgör för Ann Ros\n"
            "Sekreterare Siv Hall",
            ["Eva Ek – ordförande", "Bo Alm – tjänstgörande ersättare"],
        ),
        (
            "Beslutande: Eva Ek S, ordf\nBo Alm KD, tjg ers\nStora salen",
            ["Eva Ek S ordförande", "Bo Alm KD tjänstgörande ersättare"],
        ),
        # who serves among the members, and who is there without
        (
            "Beslutande\nEva Ek (S)\nBo Alm (M), tjg ers\nUlf Li (C) tjänstgörande §§ 2-9\n"
            "Övriga deltagande\nPer Ro (V), ersättare",
            [
                "Eva Ek S ledamot",
                "Bo Alm M tjänstgörande ersättare",
                "Ulf Li C tjänstgörande ersättare",
                "Per Ro V ersättare",
            ],
        ),
        (
            "Ersättare som tjänstgör\nEva Ek (S)\nErsättare som inte tjänstgör\nBo Alm (M)\n"
            "Därutöver\nPer Ro (V)",
            ["Eva Ek S tjänstgörande ersättare", "Bo Alm M ersättare", "Per Ro V övrig"],
        ),
        # headings of other words; replaced for one matter only; names over line ends
        (
            "Tjänstgörande ersättare\nEva Ek (S)\nNärvarande, ej tjänstgörande ersättare\n"
            "Bo Alm (M)",
            ["Eva Ek S tjänstgörande ersättare", "Bo Alm M ersättare"],
        ),
        (
            "Ledamöter\nEva Ek (S), ersätts av Bo Alm (M) § 4 (jäv)\nUlf Li (C), ersätts av "
            "Per Ro (V)",
            [
                "Eva Ek S ledamot",
                "Bo Alm M tjänstgörande ersättare",
                "Ulf Li C ledamot borta",
                "Per Ro V tjänstgörande ersättare",
            ],
        ),
        (
            "Ledamöter: Eva Ek (S), ordförande, Bo Alm (M), 2:e vice\nordförande, Ulf Li (C), "
            "Per\nRo (V)",
            [
                "Eva Ek S ordförande",
                "Bo Alm M vice ordförande",
                "Ulf Li C ledamot",
                "Per Ro V ledamot",
            ],
        ),
        # somebody listed twice is one row, the serving one
        (
            "Tjänstgörande ersättare\nNils Ask (KD)\nErsättare\nNils Ask (KD)\nEva Ek (S)",
            ["Nils Ask KD tjänstgörande ersättare", "Eva Ek S ersättare"],
        ),
        # officials and guests stand without a party
        (
            "Tjänstepersoner\nLena Vik, hamnchef\nEkonomichef Olle By, föredrar\nMia Stig",
            [
                "Lena Vik – tjänsteperson",
                "Olle By – tjänsteperson",
                "Mia Stig – tjänsteperson",
            ],
        ),
        # labels far before a name, and headings, are nobody's name
        (
            "Tjänstepersoner\nLena Vik, hamnchef\nJusterande        Siv Ryd      Bo Ek\n"
            "NÄRVAROLISTA OCH VOTERINGSLISTA\n",
            ["Lena Vik – tjänsteperson"],
        ),
        (
            "Övriga\nLena Vik, revisor\nPersonalföreträdare\nOve Hult",
            ["Lena Vik – övrig", "Ove Hult – övrig"],
        ),
        # who holds an office among others present
        (
            "Övriga\nLena Vik, stadsdirektör\nOve Hult, tf. nämndsekreterare\n"
            "Mia Stig, politisk sekreterare",
            [
                "Lena Vik – tjänsteperson",
                "Ove Hult – tjänsteperson",
                "Mia Stig – övrig",
            ],
        ),
        # companies have substitutes of another name
        (
            "Ledamöter\nEva Ek (S), ordförande\nSuppleanter\nBo Alm (M)\nUlla Ro (V), "
            "tjänstgörande\nÖvriga närvarande\nLena Vik VD",
            [
                "Eva Ek S ordförande",
                "Bo Alm M ersättare",
                "Ulla Ro V tjänstgörande ersättare",
                "Lena Vik – tjänsteperson",
            ],
        ),
        ("Närvarande suppleanter: Bo Alm (M)", ["Bo Alm M ersättare"]),
        ("Ledamöter\nRegionråd Eva Ek (S)", ["Eva Ek S ledamot"]),
        ("Suppleanter Bo Alm Eva Ek\n\nTallviks Hamn AB\n", []),
        # signatures, those who check the minutes, and running text are no list
        (
            "Bo Alm (M) ringde.\nLedamöter\nEva Ek (S)\n\nJusterare\nUlla Ro (V)",
            ["Eva Ek S ledamot"],
        ),
        ("Eva Ek (S) och Bo Alm (M) hälsade.", []),
        ("", []),
    ],
)
def test_attendance_lists(content: str, rows: list[str]) -> None:
    assert brief(there(content)) == rows


@pytest.mark.parametrize(
    "words",
    [
        "tjänstgör för",
        "tjänstgörande för",
        "tjänstgör i stället för",
        "ersätter",
        "ersättare för",
        "i stället för",
        "istället för",
        "träder in för",
        "för",
    ],
)
def test_a_substitute_who_serves(words: str) -> None:
    # also for a member of another party, whose party then has nobody
    rows = there(f"Ledamöter\nEva Ek (S)\n\nErsättare\nPia Lo (MP) {words} Tom Li (L)")
    assert brief(rows) == [
        "Eva Ek S ledamot",
        "Pia Lo MP tjänstgörande ersättare",
        "Tom Li L ledamot borta",
    ]
    assert [row.substitutes_for for row in rows] == [None, "Tom Li", None]


@pytest.mark.parametrize(
    ("note", "present"),
    [
        # the whole meeting, and a part of it
        ("för Bo Alm (S)", False),
        ("för Bo Alm (S) §§ 3-4", True),
    ],
)
def test_a_replaced_member_is_absent_from_a_whole_meeting(note: str, present: bool) -> None:
    member, substitute = there(f"Ledamöter\nBo Alm (S)\n\nErsättare\nPia Lo (S) {note}")
    assert (member.name, member.present) == ("Bo Alm", present)
    assert (substitute.substitutes_for, substitute.present) == ("Bo Alm", True)


@pytest.mark.parametrize(
    ("printed", "items"),
    [
        ("§§ 1-5, 7", "§§ 1-5, 7"),
        ("§§ 1–4 och 6", "§§ 1–4 och 6"),
        (", § 12", "§ 12"),
        ("(§§ 72-99)", "§§ 72-99"),
        (", ej § 12", "ej § 12"),
        ("ordförande", None),
    ],
)
def test_the_matters_somebody_attended(printed: str, items: str | None) -> None:
    (row,) = there(f"Ledamöter\nEva Ek (S) {printed}")
    assert row.items == items


def test_substitutes_for_some_matters_numbered_without_a_sign() -> None:
    rows = there(
        "Beslutande\nLedamöter Siv Ro (KD), Ulf Ask (V)\nTjänstgörande ersättare\n"
        "Nils By (KD) ersätter Siv Ro (KD) 63-70, Ola Vik (V)\nersätter Ulf Ask (V) 70\n"
    )
    assert [(row.name, row.present, row.substitutes_for, row.items) for row in rows] == [
        ("Siv Ro", True, None, None),
        ("Ulf Ask", True, None, None),
        ("Nils By", True, "Siv Ro", "63-70"),
        ("Ola Vik", True, "Ulf Ask", "70"),
    ]


def test_a_substitute_whose_party_is_printed_with_a_space() -> None:
    (substitute, member) = there("Ledamöter\nPia Lo (c ) för Tom Li (mp)\n")
    assert brief((substitute, member)) == [
        "Pia Lo C tjänstgörande ersättare",
        "Tom Li MP ledamot borta",
    ]


def test_a_line_with_nobody_but_who_is_replaced() -> None:
    assert brief(there("Ledamöter\nPia Lo, för Tom Li (MP)\n")) == ["Tom Li MP ledamot borta"]


def test_substitutes_who_decide() -> None:
    assert brief(there("Beslutande: Eva Ek (S)\n\nBeslutande ersättare: Pia Lo (MP)\n")) == [
        "Eva Ek S ledamot",
        "Pia Lo MP tjänstgörande ersättare",
    ]


def test_struck_out_names_are_absent() -> None:
    content = "Ledamöter\nEva Ek (S)\nBo Alm (M)\nLena Vik"
    place = content.index("Bo Alm")
    rows = attendance("d1", Text(content, struck=(Span(place, place + 10),)), len(content))
    assert brief(rows) == ["Eva Ek S ledamot", "Bo Alm M ledamot borta"]


def test_attendance_ends_where_the_first_matter_begins() -> None:
    content = "Ledamöter\nEva Ek (S)\nBo Alm (M)"
    assert brief(attendance("d1", text(content), content.index("Bo"))) == ["Eva Ek S ledamot"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Ledamöter",
                "Ersättare",
                "Eva Ek (S)",
                "Bo Alm (M) för Eva Ek (S)",
                "Lena Vik",
                "",
            ]
        )
        | st.text(max_size=15)
    )
)
def test_every_row_gives_back_its_name(lines: list[str]) -> None:
    content = "\n".join(lines)
    rows = there(content)
    assert all(content[r.start : r.end].startswith(r.name) for r in rows)
    assert len({row.name for row in rows}) == len(rows)
