"""*Sakfrågor*: topics, who stood where, in what words, and who criticises whom."""

from views import data, frame, issues
from views.language import plural

snapshot, choice = frame.opening("issues")
frame.selection(choice, plural("count.decisions", data.count(snapshot, choice)))
if data.places(snapshot).empty and data.report(snapshot, choice, "words").empty:
    frame.nothing(snapshot)
else:
    issues.show_part(issues.part(choice), snapshot, choice)
