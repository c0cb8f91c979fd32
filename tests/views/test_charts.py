"""What is in a figure, without Streamlit."""

import pandas as pd
import pytest

from views import charts
from views.broken import broken_series
from views.canvas import Sketch
from views.charts import EDGE, agreement_matrix, decisions_over_time, dressed, on_page
from views.charts_pairs import dots
from views.colours import NIGHT, PAPER, QUIET_AT_NIGHT, QUIET_INK, WHITE, contrast
from views.figure import LONGEST_LINE, _broken

WORDS = {
    "percent": " %",
    "few": "för få",
    "hover": "{first} och {second}: {share} av {n}",
}


def matrix(parties: list[str], share: float | None, n: int, level: str) -> tuple[str, ...]:
    """The labels and hover texts of a matrix where every pair has the same figures."""

    def table(value: object) -> pd.DataFrame:
        square = pd.DataFrame(value, index=parties, columns=parties, dtype=object)
        for party in parties:
            square.loc[party, party] = None
        return square

    figure = agreement_matrix(
        share=table(share), n=table(n), level=table(level), words=WORDS
    ).figure()
    labels = [note.text for note in figure.layout.annotations]
    return (*labels, *figure.data[1].text)


def test_the_matrix_prints_share_and_n_in_every_cell() -> None:
    shown = matrix(["S", "M"], 0.824, 34, "firm")

    assert [text.split("<br>")[0] for text in shown[:4]] == ["", "82", "82", ""]
    assert "n 34" in shown[1]
    assert shown[-1] == "M och S: 82 % av 34"


def test_the_matrix_marks_the_uncertain_and_hides_what_rests_on_too_little() -> None:
    assert matrix(["S", "M"], 0.5, 12, "uncertain")[1].startswith("(50)")
    few = matrix(["S", "M"], None, 4, "few")
    assert few[1].startswith("–")
    assert "n 4" in few[1]
    assert few[-1] == "M och S: för få av 4"


def test_a_chart_prints_its_title_and_what_is_counted() -> None:
    figure = dressed(
        Sketch([], {}), title="Samsyn <b>", note="Tystnad räknas inte.<br>n = 3"
    ).figure()

    assert figure.layout.title.text == "Samsyn &lt;b&gt;"
    assert [one.text for one in figure.layout.annotations] == ["Tystnad räknas inte.<br>n = 3"]


def test_a_title_longer_than_a_telephone_is_wide_is_broken_and_has_room() -> None:
    short, long = (
        dressed(Sketch([], {}), title="Beslut på " + "samma sida " * times, note="n").figure()
        for times in (1, 6)
    )

    assert "<br>" not in short.layout.title.text
    added = long.layout.title.text.count("<br>") * charts.TITLE_LINE
    assert long.layout.height - short.layout.height == added > 0
    assert long.layout.margin.t - short.layout.margin.t == added


def test_the_note_begins_where_the_title_does() -> None:
    table = pd.DataFrame({"contested": [3], "other": [5]})
    words = {"contested": "Omstridda", "other": "Övriga", "axis": "Antal"}
    bars = decisions_over_time(table=table, labels=["2023"], words=words)

    layout = dressed(bars, title="Beslut", note="n = 8").figure().to_plotly_json()["layout"]

    note = layout["annotations"][-1]
    assert note["xshift"] + layout["margin"]["l"] + EDGE == layout["title"]["pad"]["l"]
    assert layout["title"]["x"] == note["x"] == 0
    assert layout["yaxis"]["automargin"] is False


def test_a_partys_letters_are_never_markup_in_a_figure() -> None:
    shown = "".join(matrix(["S", "<b>x</b>"], 0.5, 12, "firm"))

    assert "<b>" not in shown
    assert "&lt;b&gt;" in shown


@pytest.mark.parametrize(
    ("labels", "named", "lines"),
    [
        (["2019", "2020", "2021"], ["2019", "2020", "2021"], 1),
        ([str(year) for year in range(2019, 2028)], [str(y) for y in range(2019, 2028)], 1),
        (
            ["2019", "2020", "2021", "2022", "från okt 2022", "2023"],
            ["2019", "2020", "2021", "2022", "från<br>okt<br>2022", "2023"],
            3,
        ),
        ([f"kv {n} 2020" for n in range(12)], [f"kv {n} 2020" for n in range(0, 12, 3)], 1),
        ([], [], 1),
    ],
)
def test_periods_are_named_as_far_as_a_telephone_has_room(
    labels: list[str], named: list[str], lines: int
) -> None:
    ticks = charts.period_ticks(labels, {})

    assert ticks.get("ticktext", ticks["tickvals"]) == named
    assert charts.period_lines(labels) == lines


@pytest.mark.parametrize(
    ("count", "told"),
    [(1, ["kv 1 2020", "kv 4 2020", "kv 3 2021"]), (2, ["2020", "2021"])],
    ids=["one year tells nothing", "years where they begin"],
)
def test_many_periods_are_told_by_the_years_they_begin(count: int, told: list[str]) -> None:
    labels = [f"kv {n} {year}" for year in (2020, 2021, 2022) for n in range(1, 5)]
    years = {"kv 1 2020": "2020", "kv 1 2021": "2021"}

    ticks = charts.period_ticks(labels, dict(list(years.items())[:count]))

    assert ticks.get("ticktext", ticks["tickvals"])[: len(told)] == told


def test_decisions_over_time_stacks_and_labels_sparsely() -> None:
    labels = [f"kv {number} 2020" for number in range(12)]
    table = pd.DataFrame({"contested": range(12), "other": [1] * 12})

    figure = decisions_over_time(
        table=table,
        labels=labels,
        words={"contested": "Omstridda", "other": "Övriga", "axis": "Antal"},
    ).figure()

    assert [bar.name for bar in figure.data] == ["Omstridda", "Övriga"]
    assert list(figure.data[0].y) == list(range(12))
    assert list(figure.layout.xaxis.tickvals) == labels[::3]


@pytest.mark.parametrize(
    ("dark", "under", "ink"), [(False, PAPER, QUIET_INK), (True, NIGHT, QUIET_AT_NIGHT)]
)
def test_small_print_is_readable_on_what_a_saved_picture_has_under_it(
    dark: bool, under: str, ink: str
) -> None:
    table = pd.DataFrame(
        {"share": [0.5], "low": [0.4], "high": [0.6], "n": [40], "level": ["firm"]}
    )
    words = WORDS | {"hover": "{label}: {share}, {n}"}
    chart = dressed(dots(table=table, labels=["Skola"], words=words), title="Ämne", note="n")

    shown = on_page(chart, dark=dark).figure()

    assert shown.layout.paper_bgcolor == shown.layout.plot_bgcolor == under
    assert shown.layout.annotations[0].font.color == ink
    assert contrast(ink, under) >= 4.5
    assert contrast(QUIET_INK, WHITE) >= 4.5, "in a story pack"


def test_a_point_on_few_decisions_is_hollow_in_the_dark_too() -> None:
    rows = [
        {"period": f"{year}-01-01", "middle": f"{year}-07-01", "segment": 0}
        | {"share": 0.5, "low": 0.3, "high": 0.7, "n": n, "level": level}
        for year, n, level in ((2023, 12, "uncertain"), (2024, 40, "firm"))
    ]
    figure = broken_series(
        panels={"Hamnnämnden": pd.DataFrame(rows)},
        breaks={"Hamnnämnden": []},
        words={"percent": " %", "hover": "{period} {share} {low} {high} {n}"},
    ).figure()

    assert list(figure.data[0].marker.symbol) == ["circle-open", "circle"]
    assert list(figure.data[0].text)[0].count("%") == 2, "once each for share and interval"


def test_no_line_of_a_note_is_wider_than_a_telephone() -> None:
    told = "Fem träffar i tolv inlägg. (Parentes): färre än 30 inlägg. –: färre än tio."

    lines = _broken(f"{told}<br>n = 3 &amp; 4")

    assert max(map(len, lines)) <= LONGEST_LINE
    assert " ".join(lines) == f"{told} n = 3 &amp; 4"
    assert lines[-1] == "n = 3 &amp; 4"
