"""What the chair finds that the body decides, or the body stands behind."""

import re
from collections.abc import Iterable
from dataclasses import replace

from pipeline.extraction.context import Context, folded
from pipeline.extraction.denial import affirmed
from pipeline.extraction.unnamed import Moved, resolved
from pipeline.extraction.wishes import CHANGED, Reference, Wish, wish
from pipeline.language.mentions import find_people

_FINDS = re.compile(
    r"\b(?:finner|fann|(?:kommer|kom)\s+fram\s+till|konstaterar|konstaterade|förklarar|varvid|"
    r"varefter)\b\s*(?P<found>.{4,400}?)(?=(?<!m\.fl)(?<!m\. fl)\.(?:\s|$)|\n\s*\n|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_STOOD_BEHIND = re.compile(
    r"\b(?:\w*nämnden|\w*styrelsen|\w*irektionen|\w*utskottet|\w*fullmäktige|"
    r"\w*nämnd\s\w+)\s+(?:ställ(?:er|de)\s+sig\s+bakom|beslutar?d?e?\s+(?:enligt|i "
    r"enlighet med)|bif(?:aller|öll)|tillstyrk(?:er|te)|antar|antog|"
    r"har\s+(?:därmed\s+|således\s+|alltså\s+)?(?:bifallit|antagit|beslutat\s+(?:enligt|i "
    r"enlighet med)))\s+(?P<what>[^.]{4,200})",
    re.IGNORECASE,
)
# "föreslår att nämnden beslutar enligt …" is what somebody wants.
_WANTS = re.compile(r"\b(?:föreslår|föreslog|yrkar|yrkade)\b[^.]*\Z", re.IGNORECASE)
# "beslutar med ordförandens utslagsröst att bifalla Bo Eks yrkande"
_CAST = re.compile(r"\butslagsröst\w*(?P<what>[^.]{4,200})", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\bordförandens\s+(?:eget\s+)?förslag|\b(?:det|detta|den|densamma|detsamma|dessa|"
    r"de)\s+(?:har\s+|samma\s+)?(?:avsl|bif)|"
    r"\b(?:avslår|avslog|avstyrker|bifaller|biföll|tillstyrker)\s+"
    r"(?:det|detta|den|denna|densamma|detsamma|dessa|dem)\W*\Z",
    re.I,
)
# "konstaterar att tilläggsyrkandet från S därmed har fallit"
_FELL = re.compile(r"\b(?:har|hade)\s+(?:\w+\s+)?fallit\b|\bfaller\b", re.IGNORECASE)
_LOSES = re.compile(rf"avsl|{_FELL.pattern}", re.IGNORECASE)
# "frågar om Eva Eks förslag kan antas och finner att förslaget avslås"
_THE_PROPOSAL = re.compile(r"att\s+(?:förslage[nt]|yrkande(?:t|na))\s+(?:avsl|bif|anta)", re.I)
# "frågar om nämnden bifaller Eva Eks förslag och finner att så sker"
_SO_IT_IS = re.compile(r"\b(?:så\s+sker|gör\s+det|gör\s+så|så\s+är\s+fallet)\b", re.IGNORECASE)
_NO_FINDING = re.compile(
    r"motförslag|huvudförslag|avgör|propositionsordning|så sker|ja-proposition|"
    r"\bhar\s+(?:två|tre|flera)\s+(?:olika\s+)?(?:förslag|yrkanden)\b|\bockså\s+innebär\b|"
    r"^(?:att\s+)?det\s+(?:finns|föreligger|har\s+(?:kommit|lämnats|framställts))",
    re.I,
)
# the chair's proposal is mostly the one before the body, but not where the chair moved another
CHAIRS_PROPOSAL = re.compile(
    r"\bordförandens\s+(?:eget\s+)?förslag(?:\s+till\s+beslut)?\b", re.IGNORECASE
)
# "föreslår att bifalla Eva Eks yrkande och avslå Bo Alms": whose wins and whose loses
_CHAIR_PROPOSES = re.compile(r"\bordföranden?\b[^.]*?\bföresl(?:år|og)\b", re.IGNORECASE)


def findings(
    context: Context, text: str, chair: Reference | None
) -> Iterable[tuple[Wish, int]]:
    """What the chair finds, or the body stands behind: the wish and whether it won (+1)."""
    edge, text = 0, affirmed(text)
    for match in _FINDS.finditer(text):
        found = match["found"]
        before = text[max(edge, text.rfind(".", edge, match.start()) + 1) : match.start()]
        edge = match.end()
        if _SO_IT_IS.search(found):
            asked = wish(context, before)
            if asked.base or asked.references:
                yield asked, 1
            continue
        if _NO_FINDING.search(found):
            continue
        subject = wish(context, before)
        alone = bool(subject.references) and not subject.base
        if _PRONOUN.search(found) or (alone and _THE_PROPOSAL.match(found)):
            sign = -1 if _LOSES.search(found) else 1
            proposes = _CHAIR_PROPOSES.search(before) and CHAIRS_PROPOSAL.search(found)
            yield subject if proposes else _signed_up(subject), sign
            continue
        asked = wish(context, _spelled_out(before, found))
        asked = resolved(asked, _named(subject))
        yield _own_is(asked, _mover(context, before, chair)), -1 if _FELL.search(found) else 1
    for match in _STOOD_BEHIND.finditer(text):
        before = text[max(0, match.start() - 80) : match.start()]
        if not (_FINDS.search(before + match[0]) or _WANTS.search(before)):
            asked = wish(context, "enligt " + folded(match["what"]))
            yield replace(asked, base=0) if CHANGED.search(match["what"]) else asked, 1
    for match in _CAST.finditer(text):
        asked = wish(context, folded(match["what"]))
        if asked.base or asked.references:
            yield asked, 1


def _named(subject: Wish) -> list[Moved]:
    """The proposals by their movers that the chair puts before finding."""
    named = (one for one in subject.references if not one.own)
    once = dict.fromkeys(replace(one, sign=1) for one in named)
    return [(one, Wish(text="tillägg" if one.addition else "")) for one in once]


# "ställer A mot B och finner att det senare bifalls", "proposition på A och därefter på B
# och finner den förra med övervägande ja besvarad"
_LATTER = re.compile(
    r"\b(?:det|den)\s+(?:(?P<last>senare|sist\s?nämnda)|förra|först\s?nämnda)\b"
    r"(?:\s+(?:proposition|yrkand|förslag)\w+)?",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\bställ(?:er|de|t)\s+(?!proposition)(?P<first>[^.]+?)\s+mot\s+(?P<last>[^.]+)|"
    r"\bproposition(?:er)?\s+(?:först\s+|dels\s+)?på\s+(?P<one>[^.]+?)\s+"
    r"(?:och|samt|dels)\s+(?:därefter\s+|dels\s+)?på\s+(?P<other>[^.]+)",
    re.IGNORECASE,
)
_YES = re.compile(r"\b(?:vara\s+)?med\s+över(?:vägande)?\s+ja\s+besvara\w+", re.IGNORECASE)


def _spelled_out(before: str, found: str) -> str:
    """What is found, with the one of two proposals that it means by "det senare"."""
    meant, put = _LATTER.search(found), _AGAINST.search(before)
    if not (meant and put):
        return found
    first, last = put["first"] or put["one"], put["last"] or put["other"]
    return _YES.sub("bifalls", _LATTER.sub(last if meant["last"] else first, found))


def _signed_up(asked: Wish) -> Wish:
    """The same proposals, each as something to adopt ("bifall respektive avslag på …")."""
    refs = tuple(
        Reference(1, r.parties, r.persons, r.addition, r.own) for r in asked.references
    )
    return Wish(base=0 if refs else abs(asked.base), references=refs, text=asked.text)


def _mover(context: Context, before: str, chair: Reference | None) -> Reference | None:
    """Whose "det egna yrkandet" is: the chair named in the sentence, else the chair listed."""
    people = find_people(before)
    if people and people[0].name:
        return Reference(1, frozenset(people[0].parties), (people[0].name,))
    return chair


def _own_is(asked: Wish, owner: Reference | None) -> Wish:
    if owner is None:
        return asked
    refs = tuple(
        Reference(r.sign, owner.parties, owner.persons, r.addition) if r.own else r
        for r in asked.references
    )
    return replace(asked, references=refs)
