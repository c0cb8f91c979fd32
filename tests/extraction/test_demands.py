"""What a sentence of a statement asks for, whose words it is, and who is meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction.context import gather
from pipeline.extraction.demands import demands
from pipeline.extraction.quotes import LONGEST, shortened, without_mark
from pipeline.models import Demand, Span, Statement, Text
from pipeline.words import Act
from tests.builders import statement

QUICK = settings(max_examples=60, deadline=None)


def read(words: str, **fields: object) -> list[Demand]:
    """The demands of a statement that stands alone in its document."""
    said: Statement = statement(
        **{"act": Act.SÄRSKILT_YTTRANDE, "text": words, "end": len(words), **fields}
    )
    return list(demands(gather("d1", Text(words)), [said]))


def kinds(words: str, **fields: object) -> list[tuple[str, bool]]:
    return [(one.kind, one.negated) for one in read(words, **fields)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        # subject before and after the verb, by pronoun and by name
        ("Vi vill rusta gästhamnen.", "krav"),
        ("Därför vill vi rusta gästhamnen.", "krav"),
        ("Moderaterna i Tallvik vill rusta gästhamnen.", "krav"),
        ("Vi moderater vill därför rusta gästhamnen.", "krav"),
        ("Jag vill rusta gästhamnen i år.", "krav"),
        # nobody in particular, in a clause of one's own
        ("Gästhamnen bör rustas före sommaren.", "krav"),
        ("Vi anser att gästhamnen måste rustas.", "krav"),
        ("Det är viktigt att bryggan hålls öppen.", "krav"),
        ("För att båtarna ska få plats måste bryggan förlängas.", "krav"),
        ("Enligt oss bör bryggan förlängas nu.", "krav"),
        ("Vår uppfattning är att bryggan ska förlängas.", "krav"),
        ("Alla båtägare ska ha en plats vid bryggan.", "krav"),
        ("Det är dags att rusta bryggan.", "krav"),
        ("Vi kommer att verka för en längre brygga.", "krav"),
        ("För att komma till rätta med att båtar sjunker bör bryggan förlängas.", "krav"),
        ("Vi står bakom förslaget om en längre brygga.", "stöd"),
        ("Utredningen är mycket värdefull för hamnen.", "stöd"),
        ("Avgiften skapar stora problem för båtägarna.", "kritik"),
        ("Vi välkomnar den nya bryggan i hamnen.", "stöd"),
        ("Det är inte rimligt att bryggan stängs.", "kritik"),
        ("Vi oroas av läget vid bryggan.", "oro"),
        ("Vad har bryggan kostat hittills?", "fråga"),
    ],
)
def test_a_sentence_of_ones_own(words: str, kind: str) -> None:
    assert kinds(words) == [(kind, False)]


@pytest.mark.parametrize(
    "words",
    [
        "Hamnnämnden anser att bryggan bör rustas.",
        "Förvaltningen föreslår att bryggan rustas.",
        "Socialdemokraterna vill rusta gästhamnen.",
        "Enligt utredningen bör bryggan rustas.",
        "Båtägare som måste flytta får ersättning.",
        "Om vi vill växa är hamnen en tillgång.",
        "Seglarna måste i dag ankra vid ön.",
        "”Bryggan måste rustas nu”, skrev båtklubben.",
        "Vi vill tacka hamnkaptenen för arbetet.",
        "Vi ville rusta gästhamnen förra året.",
        "Med anledning av detta vill vi fråga följande:",
        "Vi reserverar oss mot detta beslut.",
        "Det är viktigt att ha i åtanke att bryggan är gammal.",
        "Det är inte orimligt att bryggan stängs.",
    ],
)
def test_the_words_of_others_and_of_form_are_left_out(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    ("words", "kind", "negated"),
    [
        ("Vi vill inte riva den gamla bryggan.", "krav", True),
        ("Bryggan bör inte rivas i vinter.", "krav", True),
        ("Vi motsätter oss rivningen av bryggan.", "krav", True),
        ("Vi anser inte att bryggan bör rivas.", "krav", True),
        ("Vi vill inte bara måla bryggan.", "krav", False),
        ("Vi ställer oss inte bakom rivningen.", "stöd", True),
    ],
)
def test_what_is_not_wanted(words: str, kind: str, negated: bool) -> None:
    assert kinds(words) == [(kind, negated)]


@pytest.mark.parametrize(
    ("words", "addressee"),
    [
        ("Vi är kritiska till majoritetens hamnpolitik.", "majoriteten"),
        ("Regeringen måste betala för hamnen.", "regeringen"),
        ("Hamnförvaltningen bör rusta bryggan.", "förvaltningen"),
        ("Vi är kritiska till Vänsterpartiets hamnpolitik.", "V"),
        ("Vi är kritiska till hur Sven Ek (S) styr hamnen.", "S"),
        # who is meant cannot be told
        ("Vi är kritiska till S, V och MP i hamnfrågan.", None),
        ("Vi är kritiska till den förra majoritetens hamnpolitik.", None),
        ("Vi är kritiska till Moderaternas gamla hamnpolitik.", None),
    ],
)
def test_who_is_meant(words: str, addressee: str | None) -> None:
    assert [one.addressee for one in read(words)] == [addressee]


def test_jag_is_nobody_where_several_sign() -> None:
    assert read("Jag vill rusta gästhamnen.", persons=("Eva Ek", "Bo Ek")) == []


def test_the_movers_of_a_motion_speak_in_its_retelling() -> None:
    words = "Motionärerna föreslår att gästhamnen rustas."
    assert kinds(words, act=Act.MOTION) == [("krav", False)]
    assert read(words) == []


@pytest.mark.parametrize("act", [Act.ERSÄTTARYTTRANDE, Act.REMISSVAR])
def test_a_substitute_and_an_instance_demand_nothing(act: Act) -> None:
    assert read("Vi vill rusta gästhamnen.", act=act) == []


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("1. att bryggan förlängs.\n2. att motionen bifalls.", ["att bryggan förlängs."]),
        ("Kommunstyrelsen beslutar\natt förlänga bryggan.", ["att förlänga bryggan."]),
        ("yrkar att avgiften inte höjs.", ["yrkar att avgiften inte höjs."]),
        ("yrkar bifall till motionen.", []),
        (
            "yrkar att ärendet återremitteras för att utreda muddringen.",
            ["yrkar att ärendet återremitteras för att utreda muddringen."],
        ),
    ],
)
def test_what_is_moved_counts_unless_it_is_procedure(words: str, quotes: list[str]) -> None:
    assert [one.quote for one in read(words, act=Act.YRKANDE)] == quotes


def test_offsets_are_the_documents_own() -> None:
    words = "Hamnen är gammal.\n\n- Den är sliten.\n- Bryggan måste rustas snart."
    content = "§ 4 Yttrande\n\n" + words
    said = statement(act=Act.SÄRSKILT_YTTRANDE, text=words, start=14, end=len(content))
    (found,) = demands(gather("d1", Text(content)), [said])
    assert content[found.start : found.end] == found.quote == "Bryggan måste rustas snart."
    assert found.statement_id == said.statement_id


LONG = (
    "Vi vill att hamnen rustas med en ny brygga för de större båtarna, en ny servicebyggnad "
    "för gästerna, en ny sjömack med laddplatser, en ny badplats för barnen i kvarteren runt "
    "omkring, nya bänkar utmed hela kajen, en ny lekplats vid parken, nya träd på torget, "
    "en ny gångväg mellan hamnen och stationen och bättre belysning hela vägen dit."
)


def test_a_long_sentence_is_cut_at_a_clause() -> None:
    (found,) = read(LONG)
    assert len(LONG) > LONGEST >= len(found.quote)
    assert LONG.startswith(found.quote)
    assert LONG[len(found.quote)] == ","


WORDS = st.lists(
    st.sampled_from(["vi", "hamnen", "som", "bör,", "inte", "och", "bryggan;"]), min_size=1
)


@QUICK
@given(WORDS, st.integers(0, 20))
def test_a_quote_never_ends_within_a_word(words: list[str], cue: int) -> None:
    text = " ".join(words * 30)
    quote = shortened(text, Span(0, len(text)), min(cue * 40, len(text) - 1))
    assert 0 < quote.end - quote.start <= LONGEST
    assert set(quote.of(text).replace(",", " ").replace(";", " ").split()) <= {
        word.strip(",;") for word in words
    }


@pytest.mark.parametrize(
    "text", ["- Bryggan rustas.", "2) Bryggan rustas.", " a. Bryggan rustas. "]
)
def test_the_mark_of_a_list_is_no_part_of_the_quote(text: str) -> None:
    assert without_mark(text, Span(0, len(text))).of(text) == "Bryggan rustas."
