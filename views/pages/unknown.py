"""What stands at an address that is no page's."""

from views import frame, links
from views.language import text
from views.markup import anchor, facts, safe, show

frame.title("unknown")
frame.explain(text("unknown.nothing"), text("unknown.how"))
ways = [
    anchor(links.href(page), safe(text(f"{page}.title"))) for page in ("overview", "search")
]
show(f"<p>{facts(ways)}</p>")
