"""Reports on one party, or on each: where it stood, what it proposed and what became of it."""

import numpy as np
import pandas as pd

from analytics.conflict import (
    dissent_rate,
    motion_outcomes,
    motion_rows,
    proposal_rows,
    win_rate,
)
from analytics.conflict import party_rows as took_part
from analytics.joint import joint_acts
from analytics.matters import codes_of, first_of, last_of_matter
from reports import patterns, queries, register
from reports.opening import opened
from reports.reader import Reader
from reports.report import BUDGETS, Option, report
from reports.substance import of_substance

STANCES = ("for", "against", "abstained", "split", "remark", "not_participating", "silent")
EVERY = "every"
STANCE = Option(
    "stance",
    None,
    "bara en ställning; every tar med tystnad.",
    "one stance only; every includes silence.",
    (*STANCES, EVERY),
)
COUNTS = {
    name: f"party_positions:stance={stance}"
    for name, stance in (*((one, one) for one in STANCES), ("n", EVERY))
}


@report(
    "party_overview",
    sv="Partierna: hur många beslut de deltog i och vilken ställning som är antecknad.",
    en="The parties: how many decisions they took part in, and the stance that is recorded.",
    columns="party name for against abstained split remark not_participating silent n"
    " first last",
    behind="party_positions",
    keys="party",
    counts=COUNTS,
)
def party_overview(reader: Reader) -> pd.DataFrame:
    """A matter counts once for each party, in the highest and last body."""
    rows = last_of_matter(_took_part(reader), ["party"])
    days = _first_and_last(rows, reader)
    names = reader.parties.drop_duplicates("party", keep="last").set_index("party")["name"]
    table = _counted(rows, ["party"]).join(days, on="party").join(names, on="party")
    return table[list(party_overview.columns)]


@report(
    "party_terms",
    sv="När partierna styrde, eller stödde dem som styrde, med källan.",
    en="When the parties governed, or supported those who did, with the source.",
    columns="party place municipality start end governing supporting source",
)
def party_terms(reader: Reader) -> pd.DataFrame:
    """See ``register.TERMS``."""
    return reader.table(register.TERMS, reader.choice.parameters())


@report(
    "party_topics",
    sv="Partiernas ställningar per ämne; ett beslut med flera ämnen räknas i vart och ett.",
    en="The parties' stances by topic; a decision with several topics counts in each.",
    columns="party topic name name_english for against abstained split remark"
    " not_participating silent n",
    shown="party name for against abstained split remark not_participating silent n",
    behind="party_positions",
)
def party_topics(reader: Reader) -> pd.DataFrame:
    """Rows without ``topic`` are over all decisions, with those that have no topic. A matter
    counts once per party and topic."""
    rows = _took_part(reader)
    whole = _counted(last_of_matter(rows, ["party"]), ["party"])
    topics = reader.rows(register.TOPICS_OF)
    apart = rows.merge(topics.astype({"topic": "category"}), on="decision")
    single = last_of_matter(apart, ["party", "topic"])
    counts = pd.concat([whole, _counted(single, ["party", "topic"])])
    told = counts.merge(reader.table(register.TOPICS), on="topic", how="left")
    ordered = told.sort_values(["party", "n"], ascending=[True, False], kind="stable")
    return ordered[list(party_topics.columns)]


@report(
    "party_positions",
    sv="Partiernas ställningar med citaten, senaste först.",
    en="The parties' positions with their quotes, newest first.",
    columns="date body title party stance basis outcome quote page start end document_id"
    " case_id decision",
    shown="date body title party stance basis quote",
    options=(STANCE,),
)
def party_positions(reader: Reader, *, stance: str | None) -> pd.DataFrame:
    """Without ``stance`` those that are recorded: silence is none."""
    rows = last_of_matter(reader.rows(register.STANDS), ["party"])
    if stance is None:
        rows = rows[rows["stance"] != "silent"]
    elif stance != EVERY:
        rows = rows[rows["stance"] == stance]
    return rows[list(party_positions.columns)]


@report(
    "own_proposals",
    sv="Hur stor del av partiernas egna yrkanden som antogs, när de styrde och"
    " när de inte gjorde det; budgetar räknas inte.",
    en="The share of the parties' own proposals that was adopted, while they governed and"
    " while they did not; without budgets.",
    columns="party governing hits n share low high level",
    behind="own_proposal_rows",
    keys="party governing",
    counts={"n": "own_proposal_rows", "hits": "own_proposal_rows:adopted"},
)
def own_proposals(reader: Reader) -> pd.DataFrame:
    """See ``analytics.conflict.win_rate``; ``governing`` is missing where it is not known."""
    made = win_rate(_proposals(reader), ["party", "governing"])
    ordered = made.sort_values(["party", "governing"], ascending=[True, False], kind="stable")
    return ordered[list(own_proposals.columns)]


@report(
    "own_proposal_rows",
    sv="Partiernas egna yrkanden, senaste först, och om de antogs.",
    en="The parties' own proposals, newest first, and whether they were adopted.",
    columns="date body title party governing adopted quote start end document_id case_id"
    " decision",
    shown="date body title party governing adopted quote",
)
def own_proposal_rows(reader: Reader) -> pd.DataFrame:
    """The rows behind ``own_proposals``."""
    rows = proposal_rows(_proposals(reader)).rename(columns={"text": "quote"})
    columns = list(own_proposal_rows.columns)
    own = rows[[name for name in columns if name in rows and name != "body"]]
    return opened(own, reader.widened(parties=()))[columns]


@report(
    "motions",
    sv="Vad som blev av partiernas motioner i fullmäktige; besvarad är en egen utgång.",
    en="What became of the parties' motions in the council; answered is an outcome too.",
    columns="party outcome hits n share low high level",
    behind="motion_rows",
)
def motions(reader: Reader) -> pd.DataFrame:
    """See ``analytics.conflict.motion_outcomes``."""
    made = motion_outcomes(reader.rows(patterns.MOTIONS))
    return made[list(motions.columns)].sort_values("party", kind="stable")


@report(
    "motion_rows",
    sv="Partiernas motioner som fullmäktige avgjorde, senaste först.",
    en="The parties' motions that the council decided, newest first.",
    columns="date body title party outcome document_id case_id decision",
)
def motions_behind(reader: Reader) -> pd.DataFrame:
    """The rows behind ``motions``."""
    rows = motion_rows(reader.rows(patterns.MOTIONS))
    names = ["decision", "party", "outcome", "document_id"]
    told = opened(rows[names], reader.widened(parties=()))
    return told[list(motions_behind.columns)]


@report(
    "party_dissent",
    sv="Hur ofta ett parti var emot, när det styrde och när det inte gjorde det; budgetar"
    " räknas inte.",
    en="How often a party was against, while it governed and while it did not; without"
    " budgets.",
    columns="party governing hits n share low high level",
    options=(BUDGETS,),
    behind="party_dissent_rows",
    keys="party governing",
    counts={"n": "party_dissent_rows", "hits": "party_dissent_rows:stance=against"},
)
def party_dissent(reader: Reader, *, budgets: bool) -> pd.DataFrame:
    """See ``analytics.conflict.dissent_rate``; matters of form are left out."""
    made = dissent_rate(of_substance(reader.stances, budgets=budgets))
    return made[list(party_dissent.columns)].sort_values(["party", "governing"])


@report(
    "party_dissent_rows",
    sv="Besluten bakom andelen emot, senaste först.",
    en="The decisions behind the share against, newest first.",
    columns="date body title party stance governing case_id decision",
    options=(BUDGETS,),
)
def party_dissent_rows(reader: Reader, *, budgets: bool) -> pd.DataFrame:
    """The rows behind ``dissent``."""
    rows = of_substance(reader.stances, budgets=budgets)
    rows = took_part(rows, ["party", "governing"])
    # a party that was silent is not among those that a decision's row names
    everyone = reader.widened(parties=())
    told = opened(rows[["decision", "party", "stance", "governing"]], everyone)
    return told[list(party_dissent_rows.columns)]


@report(
    "party_joint",
    sv="Ärenden där partiet undertecknade något tillsammans med ett annat.",
    en="Matters in which the party signed something together with another.",
    columns="party kind second joint either share low high level",
    behind="party_joint_rows",
)
def party_joint(reader: Reader) -> pd.DataFrame:
    """See ``analytics.joint.joint_acts``, from the side of each chosen party; ``share`` is the
    Jaccard index."""
    signed = reader.widened(parties=()).table(
        queries.SIGNED, reader.widened(parties=()).choice.parameters()
    )
    table = joint_acts(signed).rename(columns={"first": "party", "jaccard": "share"})
    turned = table.rename(columns={"party": "second", "second": "party"})
    both = pd.concat([table, turned], ignore_index=True)[list(party_joint.columns)]
    kept = both["party"].isin(reader.choice.parties or both["party"])
    return both[kept].sort_values(["party", "kind", "joint"], ascending=[True, True, False])


@report(
    "party_joint_rows",
    sv="Vad partierna undertecknade tillsammans med ett annat; ange det med --set other=V.",
    en="What the parties signed together with another; name it by --set other=V.",
    columns="date body title act parties quote page start end document_id case_id",
    shown="date body title act parties quote",
    options=(Option("other", None, "det andra partiet.", "the other party."),),
)
def party_joint_rows(reader: Reader, *, other: str | None) -> pd.DataFrame:
    """See ``register.TOGETHER``."""
    asked = {**reader.choice.parameters(), "other": other}
    return reader.table(register.TOGETHER, asked)[list(party_joint_rows.columns)]


def _proposals(reader: Reader) -> pd.DataFrame:
    """What was moved, without formalia and budgets, of which every party has its own."""
    return of_substance(reader.rows(patterns.PROPOSALS), budgets=False)


def _first_and_last(rows: pd.DataFrame, reader: Reader) -> pd.DataFrame:
    """The first and the last date of each party's decisions, which are numbered in order of
    time, the undated last."""
    undated = reader.table(register.FIRST_UNDATED)["decision"].min()
    dated = rows if pd.isna(undated) else rows[rows["decision"] < undated]
    ends = dated.groupby("party", observed=True)["decision"].agg(first="min", last="max")
    named = {"named": sorted({int(one) for one in ends.to_numpy().ravel()})}
    told = reader.table(register.DATES, named).set_index("decision")["date"]
    return pd.DataFrame({name: ends[name].map(told) for name in ends})


def _took_part(reader: Reader) -> pd.DataFrame:
    """Where parties took part, matters of form left out."""
    rows = of_substance(reader.stances[reader.stances["stance"] != "absent"])
    return rows[["decision", "matter", "rank", "day", "party", "stance"]]


def _counted(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """How often each stance was taken, and ``n`` in all."""
    group = codes_of(rows, by)
    table = rows[by].take(first_of(group)).astype(object)
    counts = {
        stance: np.bincount(group[rows["stance"] == stance], minlength=len(table))
        for stance in STANCES
    }
    made = table.assign(**counts, n=sum(counts.values()))
    return made.sort_values(by, ignore_index=True)
