import pytest

from pipeline.language.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("förskolorna", "förskola"),
        ("bostäder", "bostad"),
        ("lss-bostäder", "lss-bostad"),
        # unknown compounds lose their endings
        ("budgetuppdragen", "budgetuppdrag"),
        ("ledsagarservicen", "ledsagarservice"),
        ("trygghetsvakter", "trygghetsvakt"),
    ],
)
def test_lemma(word: str, base: str) -> None:
    assert lemma(word) == base
