"""Votes: what Ja and Nej meant, the figures, and who voted how."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction.vote_kinds import about, vote_kind
from pipeline.words import Choice
from tests.extraction.texts import PUT_TO_VOTE as PUT
from tests.extraction.texts import counted


@pytest.mark.parametrize(
    ("result", "figures"),
    [
        ("7 ja och 4 nej.", (7, 4, None)),
        ("Med 7 ja mot 4 nej bifalls förslaget.", (7, 4, None)),
        ("7 ja-röster och 4 nej-röster.", (7, 4, None)),
        ("7 ja-röster\n4 nej-röster", (7, 4, None)),
        ("sju ja och fyra nej", (7, 4, None)),
        ("7 röster ja och 4 röster nej", (7, 4, None)),
        ("Ja: 7, Nej: 4", (7, 4, None)),
        ("Ja-röster: 7\nNej-röster: 4", (7, 4, None)),
        # the other way round
        ("4 nej-röster mot 7 ja-röster", (7, 4, None)),
        # the winner first
        ("Med sju röster mot fyra beslutar nämnden enligt förslaget.", (7, 4, None)),
        ("Nämnden bifaller förslaget med sju röster mot fyra.", (7, 4, None)),
        ("Nämnden bifaller förslaget med röstsiffrorna 7-4.", (7, 4, None)),
        ("Rösterna utfaller lika, 6–6.", (6, 6, None)),
        # with abstentions
        ("7 ja, 4 nej, 2 avstår", (7, 4, 2)),
        ("7 ja och 4 nej. En ledamot avstod.", (7, 4, 1)),
        ("7 ja och 4 nej, 1 nedlagd röst", (7, 4, 1)),
        # only those who abstained are named
        (
            "Nämnden beslutar med sju röster mot fyra enligt förslaget. Tore Gran (SD) avstod "
            "från att rösta.",
            (7, 4, 1),
        ),
        ("7 ja och 4 nej. Tre ledamöter avstår från att rösta.", (7, 4, 3)),
        ("befanns 7 ledamöter ha röstat ja och 4 nej. 2 hade avstått.", (7, 4, 2)),
        # no figures, but names
        (
            "Berit Sjöholm (S) och Ulla Rask (V) röstar ja. Siv Ryd (L) röstar nej.",
            (2, 1, None),
        ),
    ],
)
def test_figures(result: str, figures: tuple[int, int, int | None]) -> None:
    (vote,) = counted(PUT + result)
    assert (vote.yes, vote.no, vote.abstain) == figures


@pytest.mark.parametrize(
    ("result", "outcome", "method"),
    [
        ("7 ja och 4 nej.", "ja", "majoritet"),
        ("4 ja och 7 nej.", "nej", "majoritet"),
        ("6 ja och 6 nej. Ordförandens utslagsröst är ja.", "ja", "utslagsröst"),
        ("6 ja och 6 nej. Ordföranden avgör med sin utslagsröst.", None, "utslagsröst"),
        (
            "6 ja och 6 nej. Ordförandens röst är utslagsgivande och nämnden avslår "
            "förslaget.",
            "nej",
            "utslagsröst",
        ),
        # on something that the sides were not about
        (
            "6 ja och 6 nej. Ordförandens röst är utslagsgivande och nämnden avslår motionen.",
            None,
            "utslagsröst",
        ),
        ("6 ja och 6 nej. Lottning sker.", None, "lottning"),
        ("6 ja och 6 nej. Lotten avgör.", None, "lottning"),
        ("6 ja och 6 nej.", None, None),
    ],
)
def test_result(result: str, outcome: str | None, method: str | None) -> None:
    (vote,) = counted(PUT + result)
    assert (vote.outcome, vote.decided_by) == (outcome, method)


@pytest.mark.parametrize(
    ("yes", "no", "kind"),
    [
        ("bifall till förslaget", "avslag på förslaget", "huvudvotering"),
        ("avslag på motionen", "bifall till motionen", "huvudvotering"),
        ("att ärendet avgörs i dag", "återremiss", "återremiss"),
        ("att frågan inte ska få framställas", "att frågan ska få framställas", "ordning"),
        ("att ärendet avgörs i dag", "bordläggning", "bordläggning"),
        ("avslag på tilläggsyrkandet från SD", "bifall till det", "tilläggsyrkande"),
        ("bifalla kontorets förslag", "bifalla motförslaget", "huvudvotering"),
        ("huvudförslaget", "motförslaget", "huvudvotering"),
        ("utse yrkandet från L till motförslag", "yrkandet från SD", "förberedande"),
        ("yrkandet från L som motförslag", "yrkandet från SD", "förberedande"),
        ("att avgöra frågan först", "att vänta med den", "ordning"),
    ],
)
def test_kind_by_the_proposition(yes: str, no: str, kind: str) -> None:
    (vote,) = counted(f"Votering\nJa för {yes}. Nej för {no}.\n\n7 ja och 4 nej.")
    assert vote.kind == kind


def test_to_adopt_the_proposal_or_to_send_it_back_is_about_the_substance() -> None:
    adopts, back = "bifall till förvaltningens förslag", "Siv Ryds förslag om återremiss"
    assert vote_kind(about(adopts, back), "", "") == "huvudvotering"
    assert vote_kind(about(back, adopts), "", "") == "huvudvotering"
    today = "att ärendet avgörs idag enligt förslaget"
    assert vote_kind(about(today, back), "", "") == "återremiss"


def test_an_amendment_that_the_chair_calls_one() -> None:
    (vote,) = counted(
        "Votering\nOrdföranden ställer proposition på Bo Eks ändringsyrkande och finner att "
        "det "
        "avslås. Omröstning begärs.\n\nJa för avslag på Bo Eks yrkande, nej för bifall till "
        "detsamma.\n\n7 ja och 4 nej."
    )
    assert vote.kind == "tilläggsyrkande"


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Votering begärs om tilläggsyrkandet.", "tilläggsyrkande"),
        ("Omröstning genomförs angående Siv Ryds tilläggsyrkande.", "tilläggsyrkande"),
        ("Votering begärs.", "huvudvotering"),
    ],
)
def test_a_vote_whose_sides_do_not_tell_what_it_is_on(told: str, kind: str) -> None:
    (vote,) = counted(
        f"Beslutsgång\n{told}\n\n| Parti | Ja (avslag) | Nej (bifall) |\n|---|---|---|\n"
        "| S | 4 | 0 |\n| L | 0 | 2 |\n"
    )
    assert (vote.kind, vote.yes_means, vote.no_means) == (kind, "avslag", "bifall")


def test_a_vote_on_the_counter_proposal_by_its_heading() -> None:
    (vote,) = counted(
        "Votering\nOmröstning begärs.\n\nOmröstning – motförslag i huvudvoteringen\n\n"
        "Ja för yrkandet från Bo Ek. Nej för yrkandet från Ulla Ro.\n\n7 ja och 4 nej."
    )
    assert vote.kind == "förberedande"


def test_who_is_said_to_be_the_counter_proposal_in_the_main_vote() -> None:
    (vote,) = counted(
        "Votering\nNämnden godkänner att styrelsens förslag är huvudförslag och att\nUlla Ros "
        "förslag är motförslag.\n\nJa-röst: styrelsens förslag\nNej-röst: Ulla Ros förslag\n\n"
        "7 ja och 4 nej."
    )
    assert vote.kind == "huvudvotering"


def test_an_abbreviation_that_ends_a_proposition_keeps_its_stop() -> None:
    (vote,) = counted(
        "Votering\nJa för bifall till planen. Nej för bifall till yrkandet från Eva Ek "
        "m.fl.\n\n7 ja och 4 nej."
    )
    assert (vote.yes_means, vote.no_means) == (
        "bifall till planen",
        "bifall till yrkandet från Eva Ek m.fl.",
    )


def test_what_the_figures_are_for() -> None:
    (vote,) = counted(
        "Votering\nVid omröstning avges 7 ja-röster för bifall till planen och 4 nej-röster "
        "för "
        "avslag."
    )
    assert (vote.yes_means, vote.no_means) == ("bifall till planen", "avslag")


def test_two_votes_in_the_order_of_the_text() -> None:
    first, second = counted(
        "Förberedande votering\nJa för yrkandet från L. Nej för yrkandet från SD.\n\n"
        "7 ja och 4 nej.\n\nHuvudvotering\nJa för förslaget. Nej för yrkandet från L.\n\n"
        "8 ja och 3 nej."
    )
    assert (first.kind, first.yes, second.kind, second.yes) == (
        "förberedande",
        7,
        "huvudvotering",
        8,
    )
    assert first.span.end <= second.span.start


def test_two_votes_in_one_list() -> None:
    first, second = counted(
        "Votering\nJa för att ärendet avgörs i dag. Nej för återremiss.\n2 ja och 1 "
        "nej.\n\nJa för "
        "bifall till planen. Nej för avslag.\n1 ja och 2 nej.\n\nLedamot             Omr 1  "
        "     "
        "Omr 2\n                    Ja   Nej    Ja   Nej\nBerit Sjöholm (S)   X           X\n"
        "Göran Ek (M)        X                X\nSiv Ryd (L)              X           X\n"
    )
    assert [c for _, _, c in first.ballots] == ["ja", "ja", "nej"]
    assert [c for _, _, c in second.ballots] == ["ja", "nej", "nej"]


def test_a_minority_sends_the_matter_back() -> None:
    (vote,) = counted(
        "Votering\nJa för att avgöra ärendet i dag. Nej för återremiss.\n\n"
        "7 ja och 4 nej. Reglerna om minoritetsåterremiss gäller."
    )
    assert (vote.kind, vote.outcome, vote.decided_by) == ("återremiss", "nej", "minoritet")


def test_a_minority_that_voted_yes() -> None:
    (vote,) = counted(
        "Votering\nJa för att återremittera ärendet. Nej för att avgöra ärendet i dag.\n\n"
        "Med 4 ja och 7 nej återremitteras ärendet enligt reglerna om minoritetsåterremiss."
    )
    assert (vote.kind, vote.outcome, vote.decided_by) == ("återremiss", "ja", "minoritet")


def test_figures_that_do_not_agree_with_the_names_are_a_finding() -> None:
    (vote,) = counted(PUT + "3 ja och 1 nej.\n\nJa: Berit Sjöholm (S)\nNej: Siv Ryd (L)")
    assert (vote.yes, vote.no) == (3, 1)
    assert vote.finding == "3 ja och 1 nej anges, men 1 ja och 1 nej kan räknas"


LIST = (("Berit Sjöholm", "S", Choice.JA), ("Siv Ryd", "L", Choice.NEJ))


@pytest.mark.parametrize(
    ("result", "ballots", "found"),
    [
        ("1 ja och 1 nej enligt bilaga 2.", LIST, False),
        ("2 ja och 1 nej enligt bilaga 2.", LIST, True),
        ("1 ja och 1 nej enligt bilaga 3.", (), False),
    ],
)
def test_ballots_of_an_appendix(
    result: str, ballots: tuple[tuple[str, str, Choice], ...], found: bool
) -> None:
    (vote,) = counted(PUT + result, {"2": LIST})
    assert vote.ballots == ballots
    assert bool(vote.finding) is found


@pytest.mark.parametrize(
    "content",
    [
        "Votering\nOmröstning begärs inte.",
        "Yrkanden\nSiv Ryd (L) yrkar avslag.",
        # retold, or only proposed
        "Ärendet\nI fjol blev det 7 ja och 4 nej.",
        "Votering\nJa för förslaget. Nej för avslag på det.",
        "",
    ],
)
def test_no_vote(content: str) -> None:
    assert counted(content) == []


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 101), st.integers(0, 101))
def test_every_count_is_read_and_the_larger_wins(yes: int, no: int) -> None:
    (vote,) = counted(f"{PUT}{yes} ja-röster mot {no} nej-röster.")
    assert (vote.yes, vote.no) == (yes, no)
    assert vote.outcome == (None if yes == no else "ja" if yes > no else "nej")


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Votering", "Ja för förslaget.", "Nej för avslag.", "7 ja", "4 nej", ""]
        )
        | st.text(max_size=6)
    )
)
def test_votes_lie_in_the_text(lines: list[str]) -> None:
    content = "\n".join(lines)
    for vote in counted(content):
        assert 0 <= vote.span.start <= vote.span.end <= len(content)
        assert vote.yes is not None
        assert vote.no is not None


@pytest.mark.xfail(strict=True, reason="the next heading is taken along")
def test_a_vote_ends_with_its_result() -> None:
    content = (
        "Votering 1\nJa för yrkandet från L. Nej för motförslaget från SD.\n\n7 ja och 4 "
        "nej.\n\n"
        "Votering 2\nJa för förslaget. Nej för yrkandet från L.\n\n8 ja och 3 nej."
    )
    first, _ = counted(content)
    assert first.span.of(content).endswith("7 ja och 4 nej.")


def test_the_last_of_a_list_without_parties() -> None:
    (vote,) = counted(
        PUT + "Berit Sjöholm (S), Ulla Rask (V), Eva Ek och Bo Alm röstar ja (4). "
        "Siv Ryd (L), Nils Ask, Maj Lod samt Åke Berg röstar nej (4)."
    )
    assert [name for name, _, choice in vote.ballots if choice == "ja"] == [
        "Berit Sjöholm",
        "Ulla Rask",
        "Eva Ek",
        "Bo Alm",
    ]
    assert (len(vote.ballots), vote.finding) == (8, None)


def test_a_vote_ends_above_the_next_heading() -> None:
    content = (
        PUT
        + "3 ja-röster och 2 nej-röster.\n\nPropositionsordning\nOrdföranden ställer nästa "
        "förslag under proposition.\n\nProtokollsanteckning\nSiv Ryd (L) lämnar en anteckning."
    )
    (vote,) = counted(content)
    assert vote.span.of(content).endswith("3 ja-röster och 2 nej-röster.")


def test_a_list_whose_columns_are_lost_is_no_ballot() -> None:
    (vote,) = counted(
        f"{PUT}Med 2 ja-röster mot 1 nej-röst beslutar nämnden enligt förslaget.\n\n"
        "Ledamot Ja Nej Avstår\nBerit Sjöholm (S) X\nUlla Rask (V) X\nSiv Ryd (L) X\n"
    )
    assert (vote.yes, vote.no, vote.abstain, vote.ballots) == (2, 1, None, ())


@pytest.mark.parametrize(
    ("result", "ballots", "finding"),
    [
        ("2 ja-röster mot 1 nej-röst", ["ja", "ja", "nej"], None),
        (
            "3 ja-röster mot 1 nej-röst",
            [],
            "3 ja och 1 nej anges, men 2 ja och 1 nej kan räknas",
        ),
    ],
)
def test_a_list_of_names_below_the_reservations(
    result: str, ballots: list[str], finding: str | None
) -> None:
    (vote,) = counted(
        f"{PUT}Med {result} beslutar nämnden enligt förslaget. Se omröstningslistan på nästa "
        "sida.\n\nReservation\nSiv Ryd (L) reserverar sig mot beslutet. Bryggan "
        "är för kort för de båtar som redan ligger i hamnen, och den står i vägen för färjan "
        "som ska gå härifrån till öarna.\n\n"
        "Omröstningslista § 7\n\nLedamot/ersättare   Parti   Ja    Nej   Avstår\n\n"
        "Berit Sjöholm       S       X\nUlla Rask           V       X\n"
        "Siv Ryd             L             X\n"
        "Summa                       2     1     0\n"
    )
    assert [choice for _, _, choice in vote.ballots] == ballots
    assert vote.finding == finding


def test_a_list_that_says_again_what_the_sides_mean_is_no_vote_of_its_own() -> None:
    (vote,) = counted(
        f"{PUT}2 ja-röster och 1 nej-röst avges.\n\nReservation\nSiv Ryd (L) reserverar sig "
        "mot beslutet. Bryggan är för kort för de båtar som redan ligger i hamnen, och den "
        "står i vägen för färjan som ska gå härifrån till öarna.\n\nVoteringslista § 7\n"
        "Ja = bifall till förslaget, Nej = avslag\n\nBerit Sjöholm   S   Norra   JA\n"
        "Ulla Rask       V   Norra   JA\nSiv Ryd         L   Södra   NEJ\n\n"
        "Antal JA: 2   Antal NEJ: 1   Antal AVSTÅR: 0\n"
    )
    assert [choice for _, _, choice in vote.ballots] == ["ja", "ja", "nej"]


def test_two_votes_with_the_same_figures_and_a_list_each() -> None:
    listed = (
        "\n\nOmröstningslista\nNamn            Parti   Ja    Nej\n"
        "Berit Sjöholm   S       X\nUlla Rask       V       X\n"
        "Siv Ryd         L             X\n"
    )
    first, second = counted(
        "Votering\nJa för att ärendet avgörs i dag. Nej för återremiss.\n2 ja och 1 nej."
        f"{listed}\nVotering\nJa för bifall till planen. Nej för avslag.\n2 ja och 1 nej."
        f"{listed}"
    )
    assert [len(one.ballots) for one in (first, second)] == [3, 3]
    assert (first.no_means, second.no_means) == ("återremiss", "avslag")
