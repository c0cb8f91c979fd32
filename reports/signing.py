"""Reports on what was signed together: by pairs of parties, as a network, and the texts."""

import pandas as pd

from analytics.joint import KINDS, joint_acts, with_kinds
from analytics.network import Network
from analytics.network import network as network_of
from reports import queries
from reports.pairs import two
from reports.reader import Reader
from reports.report import PAIR, Option, report

ACT = Option(
    "act",
    None,
    "vilket slags text: reservation, comment, yrkande eller motion; alla om inget anges.",
    "what kind of text; all of them where none is given.",
    values=tuple(KINDS),
)
BY = Option(
    "by",
    "party",
    "partier (party) eller personer (person).",
    "parties (party) or people (person).",
    values=("party", "person"),
)
LEAST = Option("least", 1, "minsta antal ärenden ihop.", "fewest matters together.")


@report(
    "joint",
    sv="Hur många ärenden två partier undertecknade något i tillsammans.",
    en="In how many matters two parties signed something together.",
    columns="kind first second joint first_total second_total either jaccard low high level"
    " statements",
    shown="kind first second joint first_total second_total either jaccard low high level",
    options=(ACT,),
    behind="signed",
)
def joint(reader: Reader, *, act: str | None) -> pd.DataFrame:
    """See ``analytics.joint.joint_acts``; most together first."""
    made = joint_acts(_signed(reader, "party"))
    chosen = made if act is None else made[made["kind"] == act]
    return chosen.sort_values(["joint", "either"], ascending=[False, True], kind="stable")


@report(
    "network",
    sv="Vilka som undertecknar ihop: par av partier eller personer.",
    en="Who signs together: pairs of parties or people.",
    columns="first second joint level statements",
    shown="first second joint level",
    options=(BY, ACT, LEAST),
    behind="signed",
)
def network(reader: Reader, *, by: str, act: str | None, least: int) -> pd.DataFrame:
    """The edges of ``analytics.network.network``, strongest first."""
    edges = _network(reader, by, act, least).edges
    ordered = edges.sort_values("joint", ascending=False, kind="stable")
    return ordered[list(network.columns)]


@report(
    "signers",
    sv="De som undertecknar, med antal ärenden och plats i nätverket.",
    en="Those who sign, with their number of matters and place in the network.",
    columns="signer name party matters neighbours component x y",
    shown="name party matters neighbours component",
    options=(BY, ACT, LEAST),
    behind="network",
)
def signers(reader: Reader, *, by: str, act: str | None, least: int) -> pd.DataFrame:
    """The nodes of ``analytics.network.network``; ``name`` is the party's letters too."""
    nodes = _network(reader, by, act, least).nodes.rename(columns={by: "signer"})
    if by == "party":
        nodes = nodes.assign(name=nodes["signer"], party=nodes["signer"])
    return nodes[list(signers.columns)]


@report(
    "signed",
    sv="Texterna som två undertecknade ihop, senaste först; ange dem med --pair S,M.",
    en="The texts that two signed together, newest first; name them by --pair.",
    columns="date body title act parties persons text case_id document_id statement_id",
    options=(PAIR, BY, ACT),
)
def signed(reader: Reader, *, pair: tuple[str, ...], by: str, act: str | None) -> pd.DataFrame:
    """The statements behind ``joint`` and ``network``."""
    one, other = sorted(two(pair))
    edges = _network(reader, by, act, 1).edges
    found = edges.loc[(edges["first"] == one) & (edges["second"] == other), "statements"]
    ids = [statement for row in found for statement in row]
    return reader.table(queries.SIGNED_TEXTS, {"ids": ids})


def _network(reader: Reader, by: str, act: str | None, least: int) -> Network:
    kinds = tuple(KINDS) if act is None else (act,)
    return network_of(_signed(reader, by), by=by, kinds=kinds, least=least)


def _signed(reader: Reader, by: str) -> pd.DataFrame:
    """What was signed, in contested decisions and others; of the chosen parties."""
    every = reader.widened(contested=False, parties=())
    sql = queries.SIGNED if by == "party" else queries.SIGNERS
    rows = with_kinds(every.table(sql, every.choice.parameters())).drop(columns="kind")
    chosen = reader.choice.parties
    return rows[rows["party"].isin(chosen)] if chosen else rows
