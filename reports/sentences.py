"""Leads in words: what happened and how often it did before, never why."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

Texts = Mapping[str, str]


def sentence(lead: Mapping[str, Any], texts: Texts) -> str:
    """One lead (a row of ``analytics.leads.leads``) in the language of ``texts``, with its n
    and interval."""
    told = texts[f"lead.{lead['kind']}"].format(
        parties=listed(lead["parties"], texts),
        others=listed(lead["others"], texts),
        versus=_given_others("against", lead["others"], texts),
        instead=_given_others("instead", lead["others"], texts),
        body=_given(lead["body"]),
        topic=_given(lead["topic"]),
        day=day(lead["date"], texts),
        earlier=day(lead["earlier"], texts),
        phrase=_given(lead["phrase"]),
        **{name: lead[name] for name in ("k", "n")},
        **{name: _whole(lead[name]) for name in ("now_k", "now_n")},
    )
    return f"{told} {texts['lead.interval'].format(interval=interval(lead, texts))}"


def listed(items: Sequence[str], texts: Texts) -> str:
    """ "S, V och MP"."""
    if len(items) < 2:
        return "".join(items)
    return texts["lead.and"].format(first=", ".join(items[:-1]), last=items[-1])


def day(iso: object, texts: Texts) -> str:
    """ "14 december 2022"; what is not a date stands as it is."""
    written = _given(iso)
    try:
        stamp = date.fromisoformat(written)
    except ValueError:
        return written
    return f"{stamp.day} {texts['format.months'].split()[stamp.month - 1]} {stamp.year}"


def percent(share: float, texts: Texts) -> str:
    """ "82 %" in Swedish, "82%" in English."""
    return f"{share * 100:.0f}{texts['format.percent']}"


def interval(row: Mapping[str, Any], texts: Texts) -> str:
    """ "71–90 %": the 95 % interval ``low``–``high`` of a row."""
    low, high = row["low"] * 100, row["high"] * 100
    return f"{low:.0f}\N{EN DASH}{high:.0f}{texts['format.percent']}"


def _given_others(key: str, others: Sequence[str], texts: Texts) -> str:
    return texts[f"lead.{key}"].format(others=listed(others, texts)) if others else ""


def _given(value: object) -> str:
    return "" if pd.isna(value) else str(value)  # type: ignore[call-overload]


def _whole(value: Any) -> str:
    return "" if pd.isna(value) else str(int(value))
