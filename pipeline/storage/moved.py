"""What parties moved, and whether it was of their own: told by patterns over words, which cost
more than all other reading, and therefore once when a snapshot is built.
"""

# DuckDB's \\w and \\b know no å, ä and ö.
_ONLY = (
    r"^\s*((\pL+\s+)?yrka(r|de)\s+([^()]{0,60}\(\pL+\)\s+)?(i första hand\s+)?|\pL+\s+)?"
    r"(på\s+)?(att\s+)?((motionen|förslaget|ärendet|framställningen|initiativet|hemställan"
    r"|yrkandet|\pL*nämnden|kommunstyrelsen|kommunfullmäktige)\s+)?"
    r"((ska|skall|skulle|bör|måtte)\s+)?(anses\s+(vara\s+)?)?"
    r"(bifall|bifalla|bifaller|bifallas|avslag|avslå|avslår|avslås|avstyrk\pL*|tillstyrk\pL*"
    r"|besvara\pL*|bordlägg\pL*|återremi\pL*|avgöras?|avgörs)(\PL|$)"
    r"|^\s*enligt\s+(\pL+\s+)?\pL*yrkande"
)
"""What asks for no more than an answer to what others proposed, or for another day."""
_WITH_A_TASK = r"återremi\pL*\s+(\pL+\s+){0,3}(för att|i syfte att|med uppdrag)"

_LETTERS = r"\(?\p{Lu}{1,4}\)?"
_PAPER = (
    r"^\s*(?:(?:\pL+\s+){0,3}?[Bb]ifall\s+(?:till|på)|[Ee]nligt)\s+(?:\pL+\s+)??"
    r"\pL*(?:yrkande|förslag)\pL*\s+från\s+"
    rf"({_LETTERS}(?:(?:,\s*|\s+och\s+|\s+samt\s+|\s+){_LETTERS})*)(?:\PL|$)"
)
"""Bifall to what parties have put on paper, and their letters."""
_OWN_PAPER = (
    r"bifall\s+(till|på)\s+(det\s+|sitt\s+)?(eget|egna|sitt)\s+(\pL+\s+)?"
    r"\pL*(yrkande|förslag)"
)
_FOR_ANOTHERS = (
    r"om\s+(att\s+)?(bifall|avslag|avslå|tillstyrk|avstyrk|återremi|bordlägg|besvar)"
)

# "Yrkar bifall till yrkande från M och L", by M: the paper has what M wants. On a motion the
# paper need not want more than bifall or avslag to it.
_OF_ITS_OWN = f"""
    NOT regexp_matches(lower(r.text), '{_ONLY}')
    OR regexp_matches(lower(r.text), '{_WITH_A_TASK}')
    OR e.item_type <> 'motion' AND NOT regexp_matches(lower(r.text), '{_FOR_ANOTHERS}') AND (
        regexp_matches(lower(r.text), '{_OWN_PAPER}')
        OR list_contains(
            regexp_extract_all(regexp_extract(r.text, '{_PAPER}', 1), '\\p{{Lu}}+'),
            split_part(r.party, ' (', 1)))
"""

MOVED = f"""
CREATE TABLE moved AS
WITH r AS (
    SELECT p.*, n.place, unnest(p.parties) AS party FROM apart.proposals p
    JOIN (SELECT rowid AS place, proposal_id FROM proposals) n USING (proposal_id)
)
SELECT e.decision, r.place::INTEGER AS proposal, r.party, ({_OF_ITS_OWN}) AS own
FROM decisions e JOIN r USING (case_id) WHERE e.own
ORDER BY e.decision, r.proposal_id, r.party
"""
"""A row per proposal and party in the document's own body. Columns: decision, proposal (the
place, ``rowid``, in ``proposals``), party, own (asks for more than bifall, avslag or
"besvarad" to what others proposed, or to put it off; also by bifall to its own paper)."""
