"""What is denied says the opposite."""

import pytest

from pipeline.extraction.denial import affirmed
from tests.extraction.texts import BOARD, read_matter, recorded

QUAYS = "Motion om kajer"
PUT = "Beslutsgång\nOrdföranden ställer yrkandena mot varandra och finner att {}.\n"


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("att inte bifalla motionen", "att avslå motionen"),
        ("att motionen inte bifalls", "att motionen avslås"),
        ("att planen inte ska antas", "att planen avslås"),
        ("nämnden antar inte planen", "nämnden avslå planen"),
        ("förslaget bifalls därmed inte", "förslaget avslås"),
        ("inte ställa sig bakom planen", "avslå planen"),
        ("att motionen inte avslås", "att motionen bifalls"),
        ("avslår inte ansökan", "bifalla ansökan"),
        # no in other words
        ("nämnden säger nej till planen", "nämnden avslå planen"),
        ("nej till förslaget", "avslå förslaget"),
        ("förslaget förkastas", "förslaget avslås"),
        ("att neka dispens", "att avslå dispens"),
        ("nämnden avböjer förslaget", "nämnden avslå förslaget"),
        ("avböjer att yttra sig", "avböjer att yttra sig"),
        ("ställer sig negativ till ansökan", "avslå ansökan"),
        ("att inte genomföra förslaget", "att avslå förslaget"),
        ("att inte gå vidare med motionen", "att avslå motionen"),
        ("motionen vinner inte nämndens bifall", "motionen avslås"),
        ("ansökan lämnas utan bifall", "ansökan lämnas avslås"),
        # said as it is
        ("motionen Nej till buller", "motionen Nej till buller"),
        ("förslaget vinner bifall", "förslaget vinner bifall"),
        (
            "att bifalla motionen, inte att avslå den",
            "att bifalla motionen, inte att avslå den",
        ),
        ("att inte riva bryggan", "att inte riva bryggan"),
        ("inte återremitteras", "inte återremitteras"),
    ],
)
def test_affirmed(text: str, turned: str) -> None:
    assert affirmed(text) == turned


@pytest.mark.parametrize(
    ("title", "decision", "moved", "about", "found", "stood"),
    [
        (
            QUAYS,
            "Motionen avslås.",
            "yrkar att motionen inte ska bifallas",
            "motionen",
            "motionen avslås",
            {"S": "for", "M": "against"},
        ),
        (
            QUAYS,
            "Nämnden beslutar att inte bifalla motionen.",
            "yrkar avslag på motionen",
            "motionen",
            "motionen inte bifalls",
            {"S": "for", "M": "against"},
        ),
        (
            "Hamnplan",
            "Nämnden bifaller inte förslaget.",
            "yrkar avslag på förslaget",
            "förslaget",
            "förslaget förkastas",
            {"S": "for", "M": "against"},
        ),
        (
            "Medborgarförslag om kajer",
            "Medborgarförslaget bifalls inte.",
            "yrkar avslag på medborgarförslaget",
            "medborgarförslaget",
            "medborgarförslaget avslås",
            {"S": "for", "M": "against"},
        ),
        (
            "Hamnplan",
            "Nämnden antar planen.",
            "yrkar att förslaget inte antas",
            "förslaget",
            "förslaget antas",
            {"S": "against", "M": "for"},
        ),
    ],
)
def test_who_moved_what_is_denied(
    title: str, decision: str, moved: str, about: str, found: str, stood: dict[str, str]
) -> None:
    content = (
        f"Beslut\n{decision}\n\nYrkanden\nBerit Sjöholm (S) {moved}.\n\n"
        f"Göran Ek (M) yrkar bifall till {about}.\n\n{PUT.format(found)}"
    )
    told = recorded(read_matter(content, *BOARD, title=title))
    assert {party: stance for party, (stance, _) in told.items()} == stood
