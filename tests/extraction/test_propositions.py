"""What Ja and Nej meant in a vote."""

import pytest

from pipeline.extraction.votes import counts
from tests.extraction.texts import BOARD, context, cut


@pytest.mark.parametrize(
    ("proposition", "yes", "no"),
    [
        (
            "Ja för bifall till planen. Nej för avslag på den.",
            "bifall till planen",
            "avslag på den",
        ),
        ("Ja för planen och nej för avslag på den.", "planen", "avslag på den"),
        ("JA = planen; NEJ = yrkandet från L.", "planen", "yrkandet från L"),
        ("Ja: planen antas\nNej: planen avslås", "planen antas", "planen avslås"),
        ("JA = planen\nNEJ = avslag\nAVSTÅR = avstår från att rösta", "planen", "avslag"),
        (
            "Ja-röst innebär bifall till planen, nej-röst innebär avslag på den.",
            "bifall till planen",
            "avslag på den",
        ),
        (
            "Ja-röst är röst för planen. Nej-röst är röst för avslag.",
            "planen",
            "avslag",
        ),
        ("Ja-röst ges för planen och nej-röst för avslag.", "planen", "avslag"),
        (
            "Den som vill bifalla planen röstar ja, den som vill avslå den röstar nej.",
            "bifalla planen",
            "avslå den",
        ),
        (
            "Den som röstar bifall till planen röstar ja och den som röstar bifall till "
            "yrkandet från L röstar nej.",
            "bifall till planen",
            "bifall till yrkandet från L",
        ),
        (
            "Den som ville bifalla planen röstade ja. Den som ville avslå den röstade nej.",
            "bifalla planen",
            "avslå den",
        ),
        (
            "Styrelsens förslag: JA\nSiv Ryds förslag: NEJ",
            "Styrelsens förslag",
            "Siv Ryds förslag",
        ),
        # the figures below
        (
            "Ja-röst till att planen antas\nNej-röst till avslag\nAntal ja-röster: 4\n"
            "Antal nej-röster: 2",
            "att planen antas",
            "avslag",
        ),
        # proposals by who made them
        (
            "Ja-svar för att avslå motionen men i övrigt bifalla planen.\n\nNej-svar för den.",
            "att avslå motionen men i övrigt bifalla planen",
            "den",
        ),
        (
            "Ja avser bifall till förslaget.\n\nNej avser avslag.",
            "bifall till förslaget",
            "avslag",
        ),
        (
            "Ja-röst för Siv Ryds (L) förslag,\nNej-röst för Göran Eks (M) med fleras "
            "förslag.",
            "Siv Ryds (L) förslag",
            "Göran Eks (M) med fleras förslag",
        ),
        # Ja often means to reject
        (
            "Ja för avslag på motionen. Nej för bifall till motionen.",
            "avslag på motionen",
            "bifall till motionen",
        ),
        (
            "Den som röstar på planen röstar ja. Den som röstar på avslag röstar nej.",
            "planen",
            "avslag",
        ),
        (
            "Den som bifaller planen röstar ja\nDen som bifaller yrkandet från L röstar nej",
            "planen",
            "yrkandet från L",
        ),
        # the result stands right below
        (
            "Ja: bifall till planen\nNej: avslag\nOmröstningsresultat\n",
            "bifall till planen",
            "avslag",
        ),
        ("Bifall till planen röstar ja, avslag röstar nej.", "Bifall till planen", "avslag"),
        (
            "Ledamot som vill bifalla planen röstar ja, ledamot som vill avslå den röstar "
            "nej.",
            "bifalla planen",
            "avslå den",
        ),
        # what Nej means is told by what it brings
        (
            "Den som stöder planen röstar ja, den det ej vill röstar nej. Vinner nej har "
            "nämnden bifallit yrkandet från L.",
            "planen",
            "bifallit yrkandet från L",
        ),
        # in the past
        (
            "Den som ville bifalla planen skulle rösta ja. Den som ville avslå den skulle "
            "rösta "
            "nej.",
            "bifalla planen",
            "avslå den",
        ),
        # between quotation marks
        (
            "De som vill bifalla planen röstar ”ja” och de som vill avslå den röstar ”nej”.",
            "bifalla planen",
            "avslå den",
        ),
        (
            "En ja-röst innebär att planen antas och nej-röst att den avslås.",
            "planen antas",
            "den avslås",
        ),
        (
            "Den som röstar ja bifaller planen.\n\nDen som röstar nej bifaller yrkandet "
            "från L.",
            "bifaller planen",
            "bifaller yrkandet från L",
        ),
        ("”JA” för planen\n”NEJ” för avslag", "planen", "avslag"),
        # quoted
        ("”Ja för planen. Nej för avslag på den.”", "planen", "avslag på den"),
    ],
)
def test_what_ja_and_nej_mean(proposition: str, yes: str, no: str) -> None:
    content = f"Votering\n{proposition}\n\n7 ja och 4 nej."
    (vote,) = counts(context(content, *BOARD), cut(content))
    assert (vote.yes_means, vote.no_means) == (yes, no)
    assert (vote.yes, vote.no) == (7, 4)
