"""What stands at an address that is no page's."""

from views import frame
from views.language import text

frame.title("unknown")
frame.explain(text("unknown.nothing"), text("unknown.how"))
frame.ways_on()
