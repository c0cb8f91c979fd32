"""Local parties by their whole names."""

import pytest

from pipeline.extraction.local_parties import find_local, local_parties, named_alone


@pytest.mark.parametrize(
    ("content", "letters", "found"),
    [
        ("Åpartiet (ÅP) yrkar", set(), {"åpartiet": "ÅP"}),
        ("Medborgerlig samling (MED)", set(), {"medborgerlig samling": "MED"}),
        # with the place behind the name
        ("Lokalpartiet i Ås (LPÅ) yrkar", set(), {"lokalpartiet i ås": "LPÅ"}),
        ("Åslistan Väst (ÅV) yrkar", set(), {"åslistan väst": "ÅV"}),
        # the only letters that abbreviate the name
        ("Skärgårdspartiet avstår", {"SKP", "S", "V"}, {"skärgårdspartiet": "SKP"}),
        ("Skärgårdslistan avstår", {"SGL", "KP"}, {"skärgårdslistan": "SGL"}),
        ("Skärgårdspartiet avstår", {"SGR"}, {"skärgårdspartiet": "SGR"}),
        # two that do, none that does, letters of a party all know
        ("Skärgårdspartiet avstår", {"SKP", "SP"}, {}),
        ("Skärgårdspartiet avstår", {"VP"}, {}),
        ("Moderaterna avstår", {"M"}, {}),
        # the only letters of a name of several words, where it acts
        ("Förnya Ås reserverar sig", {"FNÅ", "ÅP"}, {"förnya ås": "FNÅ"}),
        ("Förnya Ås och Moderaterna deltar inte", {"FNÅ"}, {"förnya ås": "FNÅ"}),
        ("Förnya Ås är ett parti", {"FNÅ"}, {}),
        ("Fia Nyås yrkar avslag", {"FA"}, {}),
        # one name, two parties
        ("Åpartiet (ÅP) och Åpartiet (ÅPA)", set(), {}),
    ],
)
def test_letters_of_names(content: str, letters: set[str], found: dict[str, str]) -> None:
    assert local_parties(content, letters) == found


def test_somebody_is_no_party() -> None:
    assert local_parties("Fia Nyås yrkar avslag", {"FNÅ"}, {"fia nyås"}) == {}


def test_a_party_known_by_its_name_only() -> None:
    names = named_alone(["S", None, "Vårt Ås"])
    assert names == {"vårt ås": "Vårt Ås"}
    (one,) = find_local("Vårt Ås yrkar avslag på vårt ås", names)
    assert (one.start, one.end, one.parties) == (0, 7, ("Vårt Ås",))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Åpartiet (ÅP) yrkar", [("Åpartiet (ÅP)", None, ("ÅP",))]),
        ("Åpartiets förslag", [("Åpartiets", None, ("ÅP",))]),
        ("Eva Ek (Bypartiet) yrkar", [("Eva Ek (Bypartiet)", "Eva Ek", ())]),
        ("Bypartiet yrkar", [("Bypartiet", None, ())]),
        ("Bo Ek (Åpartiet) yrkar", [("Bo Ek (Åpartiet)", "Bo Ek", ("ÅP",))]),
        ("Vänsterpartiet yrkar", []),
    ],
)
def test_names_in_a_text(
    text: str, named: list[tuple[str, str | None, tuple[str, ...]]]
) -> None:
    found = find_local(text, {"åpartiet": "ÅP"})
    assert [(text[one.start : one.end], one.name, one.parties) for one in found] == named
