"""HTML: blocks, lists, tables, strike-outs, what is no part of the document."""

import pytest

from pipeline.reading import read
from tests.reading.files import headings, struck


def page(body: str) -> bytes:
    head = "<!DOCTYPE html><html><head><title>T</title></head>"
    return f"{head}<body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("body", "content"),
    [
        ("<p>Ett &amp; två.</p><p>Tre\n  fyra.</p>", "Ett & två.\n\nTre fyra.\n"),
        ("<p>Ada Ek<br>Ordförande</p>", "Ada Ek\nOrdförande\n"),
        ("<div><div>Ett</div><div>Två</div></div>", "Ett\n\nTvå\n"),
        ("<p>Nämnden</p><ol><li>ja</li><li><p>nej</p></li></ol><p>Slut</p>",
         "Nämnden\n\n1. ja\n2. nej\n\nSlut\n"),
        ('<ol start="3"><li>c<ul><li>u</li></ul></li><li>d</li></ol>', "3. c\n- u\n4. d\n"),
        ('<ol type="a"><li>x</li><li>y</li></ol>', "a. x\nb. y\n"),
        ("<p>• för hand</p>", "- för hand\n"),
        ("<table><tr><th>Namn</th><th>Röst</th></tr><tr><td>Ada</td><td>Ja</td></tr></table>",
         "| Namn | Röst |\n| Ada | Ja |\n"),
        ("<table><tr><td>Ledamöter<br>Ada<br>Bo</td><td>Cia</td></tr></table>",
         "Ledamöter\nAda\nBo\n\nCia\n"),
        ("<nav>M</nav><header>H</header><script>x</script><p>A</p><footer>F</footer>", "A\n"),
        ("<article><header><h1>Titel</h1></header><p>A</p></article>", "Titel\n\nA\n"),
        # what is the site's
        ('<div role="dialog"><p>Kakor?</p></div><p>A</p><aside><p>Mer</p></aside>', "A\n"),
        ('<div class="cookie-banner">Kakor</div><p>A</p><p id="share">B</p>', "A\n"),
        ('<main class="related"><p>A</p></main>', "A\n"),
        ('<p class="socialtjanst">A</p>', "A\n"),
        # a figure that leads to a note, and one that is a unit
        ('<p>Ja.<sup><a href="#n">1</a></sup></p><p>9 m<sup>2</sup></p>', "Ja.\n\n9 m2\n"),
        ('<p>Syns <span style="display:none">inte</span>väl</p>', "Syns väl\n"),
        ("<pre>rad ett\nrad två</pre>", "rad ett\nrad två\n"),
    ],
)  # fmt: skip
def test_html_content(body: str, content: str) -> None:
    text = read(page(body), "a.html")
    assert (text.content, text.media_type) == (content, "text/html")


def test_html_headings_and_struck() -> None:
    body = (
        "<h2>Beslut</h2><p><strong>§ 4</strong></p><p>Inte <b>detta</b>.</p>"
        "<p><s>Ada Ek (S)</s></p>"
        '<p><span style="text-decoration: line-through">Bo Al (M)</span> och Cia</p>'
    )
    text = read(page(body), "a.html")
    assert headings(text) == ["Beslut", "§ 4"]
    assert struck(text) == ["Ada Ek (S)", "Bo Al (M)"]


def test_html_keeps_what_stands_around_the_document_apart() -> None:
    body = "<nav><a>Viks kommun</a><a>Politik</a></nav><p>A</p><footer>Foten</footer>"
    text = read(page(body), "a.html")
    assert text.content == "A\n"
    assert text.around == "T\nViks kommun | Politik\nFoten"


def test_html_declared_charset() -> None:
    data = "<html><head><meta charset='iso-8859-15'></head><p>Åsa 5 €</p></html>"
    assert read(data.encode("iso-8859-15"), "a").content == "Åsa 5 €\n"


def test_html_very_deep_markup_is_read() -> None:
    assert "ned" in read(page("<div>" * 5000 + "Långt ned" + "</div>" * 5000), "a").content


def test_html_text_about_tags_is_plain() -> None:
    assert (
        read(b"Texten handlar om <p> och <div> i koden.", "a.html").media_type == "text/plain"
    )


def test_html_heads_between_the_paragraphs_are_left_out() -> None:
    head = "<p>Bynämnden</p><p>Sammanträdesdatum: 2031-05-04</p>"
    pages = ("Ett.", "Två.", "Tre.", "Fyra.", "Fem.")
    body = "".join(f"{head}<p>{page}</p>" for page in pages)
    words = "Bynämnden Sammanträdesdatum: 2031-05-04 Ett. Två. Tre. Fyra. Fem."
    assert read(f"<html><body>{body}".encode(), "a.html").content.split() == words.split()
