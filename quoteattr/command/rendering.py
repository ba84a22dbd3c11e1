"""An article as the lines that are printed for it: a table for people, JSON Lines for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from quoteattr.columns import table
from quoteattr.command import decisions
from quoteattr.command.inputs import Article, Unreadable
from quoteattr.extraction import explain, extract
from quoteattr.values import Quote
from quoteattr.wire import to_dict

_Row = tuple[str, ...]

_QUOTE_HEADING = ("#", "kind", "speaker", "cue", "content")
_QUOTE_WIDTHS = (9, 8, 32, 12)


@frozen
class Look:
    """What is printed and how: ``headed`` puts the name of the article above its table."""

    json: bool = False
    explain: bool = False
    headed: bool = False
    columns: int = 100
    isolate: bool = False


def render(look: Look, numbered: tuple[int, Article | Unreadable]) -> str | Unreadable:
    """All lines of one article, each with its line end; what is no article comes back as it is."""
    number, article = numbered
    if isinstance(article, Unreadable):
        return article
    lines = _lines(look, article)
    if look.headed and not look.json:
        lines = iter([*[""] * bool(number), f"==> {article.name} <==", *lines])
    return "".join(f"{line}\n" for line in lines)


def _lines(look: Look, article: Article) -> Iterator[str]:
    if look.explain:
        found = explain(article.text).decisions
        if look.json:
            return _json_lines(article.name, map(to_dict, found))
        rows = (row for decision in found for row in decisions.rows(decision))
        return _tabulated(look, decisions.HEADING, rows, decisions.WIDTHS)
    quotes = extract(article.text)
    if look.json:
        return _json_lines(article.name, map(to_dict, quotes))
    return _tabulated(look, _QUOTE_HEADING, map(_quote_row, range(len(quotes)), quotes), _QUOTE_WIDTHS)


def _json_lines(name: str, objects: Iterable[dict[str, Any]]) -> Iterator[str]:
    for index, item in enumerate(objects):
        yield json.dumps({"document": name, "index": index, **item}, ensure_ascii=False)


def _tabulated(look: Look, heading: _Row, found: Iterable[_Row], most: tuple[int, ...]) -> Iterator[str]:
    rows = list(found)
    if not rows:
        return iter(("no cue and no mark" if look.explain else "no quotes",))
    return table([heading, *rows], most, look.columns, isolate=look.isolate, wrapped=look.explain)


def _quote_row(index: int, quote: Quote) -> _Row:
    return (
        str(index) if quote.parent is None else f"{index} in {quote.parent}",
        quote.kind.value,
        quote.speaker.name if quote.speaker else "unknown",
        quote.cue.span.text if quote.cue else "",
        quote.content.text,
    )
