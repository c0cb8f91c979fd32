"""Headings that tell whose words stand below: "Reservation från Moderaterna",
"Protokollsanteckning av Eva Ek (S)"."""

import re

_LETTERS = r"[A-ZÅÄÖ]{1,4}"
_WORD = rf"[A-ZÅÄÖ]?[a-zåäö]+(?:erna|partiet)(?: de gröna)?(?: \({_LETTERS}\))?"
_PERSON = rf"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){{1,3}} \({_LETTERS}\)"
_ONE = rf"(?:{_LETTERS}|{_WORD}|{_PERSON})"
OF_WHOM = re.compile(
    r"(?P<act>(?:[Ss]kriftlig )?[Rr]eservation|Särskilt (?:yttrande|uttalande)|"
    rf"Protokollsanteckning|Röstförklaring) (?:från|av) {_ONE}(?:(?:,| och| samt) {_ONE})*"
)
