"""*Personer*: the people in office, to search in; and one of them from every side."""

from dataclasses import replace

import streamlit as st

from reports.choice import Choice
from views import data, downloads, frame, paging, people
from views.formats import records
from views.language import plural, text

snapshot, choice = frame.opening("people")
asked = st.query_params.get("person")
if asked:
    about = Choice(body=choice.body, start=choice.start, end=choice.end)
    own = replace(about, municipality=data.home(snapshot, asked))
    found = records(data.report(snapshot, own, "people_overview", person=asked))
    if found:
        person = found[0]
        people.heading(person)
        frame.selection(
            about, plural("count.sayings", person["statements"]), of_decisions=False
        )
        people.roles(snapshot, own, asked)
        people.attendance(snapshot, own, person)
        people.substitutions(snapshot, own, asked)
        people.votes(snapshot, own, asked)
        people.signed(snapshot, own, asked)
        st.stop()
    frame.explain(text("people.unknown"), text("people.unknown_how"))

rows = data.report(snapshot, choice, "people_overview")
if rows.empty:
    frame.explain(text("people.nobody"), text("people.nobody_how"))
    st.stop()
shown = people.search(rows)
frame.selection(choice, plural("count.people", len(shown)), of_decisions=False)
if shown.empty:
    frame.explain(text("frame.no_match"), text("people.no_match_how"))
    st.stop()
people.listing(shown.head(paging.limit("people")))
paging.more("people", len(shown))
downloads.table(snapshot, "people_overview", shown)
frame.method("method.people")
