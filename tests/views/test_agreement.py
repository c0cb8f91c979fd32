"""The page on agreement, view by view, and its figures."""

import json
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pandas as pd
import pytest

from tests.stores import add
from tests.views.stores import divided_meeting, many_meetings
from tests.views.test_pages import _hostile, html, show, store
from views.charts_blocs import network, plane, tree
from views.charts_pairs import dots, over_time
from views.language import LANGUAGES, texts

__all__ = ["store"]

VIEWS = ("matrix", "pairs", "pair", "groups", "blocs", "compare", "signed")
CHARTS = ("pair_over_time", "pair_topics", "tree", "plane", "network", "means")
WORDS = {
    "percent": " %",
    "few": "för få",
    "hover": "{label}: {share}, {n}",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fill", [lambda path: add(path, divided_meeting()), many_meetings])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_runs(
    view: str, fill: Callable[[Path], object], language: str, store: Path
) -> None:
    fill(store)

    app = show("agreement", view=view, lang=language)

    assert not app.exception
    assert texts(language)["agreement.title"] in html(app)
    assert app.query_params.get("view", "matrix") == view


def test_the_mean_of_a_party_opens_to_its_pairs(
    demo_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDPUNKT_STORE", str(demo_store))
    asked = {"topic": "skola", "contested": "false"}

    told = re.findall(
        r"of=(\w+)[^>]*: visa de (\d+) paren", html(show("agreement", view="groups", **asked))
    )

    assert told
    for letters, count in (told[0], told[-1]):
        shown = html(show("agreement", view="pairs", of=letters, **asked))
        assert f"{letters}: {count} par" in shown
        assert shown.count("<tr>") == 1 + int(count)


def test_more_of_a_list_is_shown_by_the_list_alone(store: Path) -> None:
    add(store, *(divided_meeting(f"d{n}", date=f"2021-03-{n + 1:02}") for n in range(14)))

    app = show("agreement")
    kept = app._fragment_storage  # nothing else tells what can run alone
    assert len(kept._fragments) == 1
    assert html(app).count("<tr>") == 1 + 12
    app.button(key="more of pair").click().run()

    assert not app.exception
    assert html(app).count("<tr>") == 1 + 14


def test_a_matrix_without_a_figure_says_how_many_decisions_there_are(store: Path) -> None:
    add(store, divided_meeting())

    app = show("agreement")

    assert not app.get("plotly_chart")
    assert "För få beslut för en matris" in html(app)
    assert "Urvalet har 1 beslut att räkna på" in html(app)
    assert "flest har L och M, 1." in html(app)


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_from_a_document_is_markup(view: str, store: Path) -> None:
    add(store, _hostile())

    app = show("agreement", view=view, by="person")

    assert not app.exception
    assert "<img" not in html(app)


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("fill", [lambda path: add(path, divided_meeting()), many_meetings])
def test_every_chart_stands_alone(
    chart: str, fill: Callable[[Path], object], store: Path
) -> None:
    fill(store)

    assert not show("chart", chart=chart, first="M", second="L").exception


def test_an_unknown_view_shows_the_first(store: Path) -> None:
    many_meetings(store)

    app = show("agreement", view="nothing")

    assert not app.exception
    assert len(app.get("plotly_chart")) == 1


@pytest.mark.parametrize(
    ("part", "rows"),
    [
        ("2021-01-01..2021-12-31", "1 januari 2021 – 31 december 2021: 6 beslut"),
        ("x", "”part=x” i adressen är okänt här"),
    ],
)
def test_a_part_of_a_pair_opens_to_its_decisions(part: str, rows: str, store: Path) -> None:
    many_meetings(store)

    shown = html(show("agreement", view="pair", first="L", second="M", part=part))

    assert rows in shown


def test_the_comparator_counts_and_opens_the_cases(store: Path) -> None:
    many_meetings(store)

    shown = html(show("agreement", view="compare", supports="S", against="M"))

    assert "12 av 12 beslut där alla nämnda tog ställning" in shown
    assert "arende?case=" in shown


def test_a_party_on_two_sides_is_told(store: Path) -> None:
    many_meetings(store)

    shown = html(show("agreement", view="compare", supports="S", against="S"))

    assert texts("sv")["comparator.twice"] in shown


def test_what_was_signed_together_opens_to_the_texts(store: Path) -> None:
    many_meetings(store)

    shown = html(show("agreement", view="signed", first="L", second="M"))

    assert "bryggan är för dyr" in shown
    assert "kallor?document=" in shown


def stretches(**changes: list[object]) -> pd.DataFrame:
    rows: dict[str, list[object]] = {
        "start": ["2021-01-01", "2022-01-01", "2022-10-15"],
        "end": ["2021-12-31", "2022-10-14", "2022-12-31"],
        "share": [0.5, 0.4, None],
        "low": [0.3, 0.2, 0.0],
        "high": [0.7, 0.6, 1.0],
        "n": [40, 20, 3],
        "level": ["firm", "uncertain", "few"],
        "label": ["2021", "2022", "<b>2022</b>"],
        "broken": [None, None, "val 2022"],
    }
    return pd.DataFrame(rows | changes)


def test_a_line_never_passes_a_break_and_too_few_decisions_have_no_share() -> None:
    figure = over_time(table=stretches(share=[0.5, 0.4, 0.6]), words=WORDS).figure()
    line = figure.data[0]

    assert list(line.y) == [0.5, 0.4, None, 0.6]
    assert "val 2022" in [note.text for note in figure.layout.annotations]

    _, known, few = over_time(table=stretches(), words=WORDS).figure().data
    assert list(known.marker.symbol) == ["circle", "circle-open"]
    assert list(few.marker.symbol) == ["x-thin-open"]
    assert max(few.y) < 0  # no share can be read from it
    assert few.text[0].endswith("för få, 3")


def test_counts_that_would_cover_each_other_stand_below_each_other() -> None:
    years = [(f"{year}-01-01", f"{year}-12-31") for year in range(2015, 2022)]
    split = [*years, ("2022-01-01", "2022-10-14"), ("2022-10-15", "2022-12-31")]
    start, end = (list(days) for days in zip(*split, strict=True))
    same = {"share": 0.5, "low": 0.3, "high": 0.7, "n": 40, "level": "firm", "broken": None}
    table = pd.DataFrame({"start": start, "end": end, "label": start} | same)

    notes = over_time(table=table, words=WORDS).figure().layout.annotations
    heights = [note.y for note in notes if note.text == "n 40"]

    assert len(set(heights[:8])) == 1
    assert heights[8] < heights[0]


def test_a_dot_per_row_with_its_interval_and_n() -> None:
    rows = stretches().iloc[:2]
    figure = dots(table=rows, labels=["<i>skola</i>", "vård"], words=WORDS).figure()

    assert list(figure.data[0].y) == ["&lt;i&gt;skola&lt;/i&gt;", "vård"]
    assert [note.text for note in figure.layout.annotations] == ["n 40", "n 20"]
    assert figure.data[0].text[0] == "&lt;i&gt;skola&lt;/i&gt;: 50 % (30–70 %), 40"


def test_a_tree_prints_its_leaves_and_their_support() -> None:
    joins = pd.DataFrame(
        {
            "left": [("S",), ("S", "V")],
            "right": [("V",), ("<b>",)],
            "members": [("S", "V"), ("<b>", "S", "V")],
            "agreement": [0.9, 0.2],
            "support": [0.85, None],
            "n": [40, 12],
        }
    )
    words = {"percent": " %", "hover": "{members} {share} {support} {n}"}
    figure = tree(joins=joins, words=words).figure()
    notes = [note.text for note in figure.layout.annotations]

    assert notes == ["85", "<b>S</b>", "<b>V</b>", "<b>&lt;b&gt;</b>"]
    assert list(figure.data[-1].text) == ["S, V 90 % 85 % 40", "&lt;b&gt;, S, V 20 % – 12"]


@pytest.mark.parametrize(
    ("agreement", "side"), [(1.0, "left"), (0.95, "left"), (0.6, "right")]
)
def test_a_figure_at_a_join_does_not_stand_on_the_leaves(agreement: float, side: str) -> None:
    join = {"left": ("S",), "right": ("V",), "members": ("S", "V"), "n": 40}
    joins = pd.DataFrame([join | {"agreement": agreement, "support": 1.0}])
    words = {"percent": " %", "hover": "{members} {share} {support} {n}"}

    figure = tree(joins=joins, words=words).figure()

    assert figure.layout.annotations[0].xanchor == side


def test_a_map_has_one_scale_both_ways() -> None:
    positions = pd.DataFrame({"party": ["S", "M"], "x": [0, 1], "y": [0, 0.2], "n": [12, 12]})
    figure = plane(positions=positions, words={"hover": "{party} {n}", "rod": "25"}).figure()

    assert figure.layout.yaxis.scaleanchor == "x"
    assert [note.text for note in figure.layout.annotations] == ["<b>S</b>", "<b>M</b>", "25"]


def test_parties_at_one_point_of_a_map_stand_beside_each_other() -> None:
    positions = pd.DataFrame(
        {"party": ["S", "V", "M"], "x": [0.014, 0.016, 1], "y": [0, 0, 0.2], "n": [12, 12, 12]}
    )
    figure = plane(positions=positions, words={"hover": "{party} {n}", "rod": "25"}).figure()
    shifts = [note.xshift for note in figure.layout.annotations]

    assert shifts[0] < 0 < shifts[1]
    assert shifts[2] == 0


def test_a_network_draws_the_strongest_last_and_escapes_names() -> None:
    nodes = pd.DataFrame(
        {
            "signer": ["a", "b", "c"],
            "name": ["<i>A</i>", "B", "C"],
            "party": ["S", "B", None],
            "matters": [5, 5, 1],
            "x": [0.0, 1.0, 0.5],
            "y": [0.0, 1.0, 0.2],
        }
    )
    edges = pd.DataFrame({"first": ["a", "a"], "second": ["b", "c"], "joint": [4, 1]})
    words = {"node": "{name} {n}", "edge": "{first}–{second} {n}"}
    figure = network(nodes=nodes, edges=edges, words=words).figure()

    assert [trace.line.width for trace in figure.data[:2]] == [2.25, 9.0]
    assert list(figure.data[2].text) == [
        "&lt;i&gt;A&lt;/i&gt;–C 1",
        "&lt;i&gt;A&lt;/i&gt;–B 4",
    ]
    assert list(figure.data[3].text) == ["&lt;i&gt;A&lt;/i&gt; (S) 5", "B 5", "C 1"]


def test_a_chart_alone_is_without_a_table_and_the_frame_for_it_high_enough(
    store: Path,
) -> None:
    many_meetings(store)

    alone = show("chart", chart="allies", which="S", embed="true")
    page = show("parties", which="S", tab="allies")
    (drawn,) = page.get("plotly_chart")
    (frame,) = (one.value for one in page.code if "<iframe" in one.value)

    assert len(alone.get("plotly_chart")) == 1
    assert "<table" not in html(alone)
    height = json.loads(drawn.proto.spec)["layout"]["height"]
    assert int(frame.partition('height="')[2].partition('"')[0]) > height


def test_a_chart_without_counts_of_its_own_says_what_it_rests_on(store: Path) -> None:
    many_meetings(store)

    drawn = show("agreement", view="blocs").get("plotly_chart")

    assert len(drawn) == 2
    assert all("Omstridda beslut, n = 12." in chart.proto.spec for chart in drawn)


def test_the_joins_of_the_tree_lead_to_every_pair_across_them(store: Path) -> None:
    many_meetings(store)

    shown = html(show("agreement", view="blocs"))

    assert 'class="sp-table sp-numbers sp-joins sp-stacked"' in shown
    joins = shown.partition("sp-joins")[2]
    ways = set(re.findall(r"first=(\w+)&amp;second=(\w+)", joins))
    letters = sorted({one for way in ways for one in way})
    assert len(letters) > 2
    assert ways == set(combinations(letters, 2)), "in all joins every pair is once across"


@pytest.mark.parametrize("several", [1, 2, 12, 40])
def test_no_letters_cover_others_in_the_network(several: int) -> None:
    names = [f"p{number}" for number in range(several)]
    nodes = pd.DataFrame(
        {"signer": names, "name": names, "party": "SD", "matters": 1, "x": 0.5, "y": 0.5}
    )
    edges = pd.DataFrame({"first": ["p0"], "second": ["p0"], "joint": [1]})
    words = {"node": "{name} {n}", "edge": "{first} {second} {n}"}

    figure = network(nodes=nodes, edges=edges, words=words).figure()

    letters = figure.layout.annotations
    assert {one.font.size for one in letters} == {12}
    for one, other in combinations(letters, 2):
        aside, above = abs(one.x - other.x) * 310, abs(one.y - other.y) * figure.layout.height
        assert aside >= 26 or above >= 20
