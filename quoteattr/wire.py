"""Quotes, and explanations, as plain JSON types and back.

The keys are the names of the fields of the values; an enum is its value, a tuple a list, an absent
value ``None``. What a field may hold is read from the types of the values themselves, so the two cannot
drift apart; docs/quote.schema.json and docs/explanation.schema.json say the same to other languages.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints, overload

import attrs

from quoteattr.explanation import Decision, Report
from quoteattr.values import Quote

# What a line of the command's --json says beside the quote: where it comes from.
PLACE_KEYS = frozenset({"document", "index"})

_KINDS: tuple[type[Any], ...] = (Quote, Decision, Report)
_Value = TypeVar("_Value", Quote, Decision, Report)
_Reader = Callable[[object, str], Any]


def to_dict(value: Quote | Decision | Report) -> dict[str, Any]:
    """A quote, a decision or a whole report in plain JSON types.

    Args:
        value: a quote, as ``extract`` gives it, or what ``explain`` gives.

    Returns:
        A dict of ``dict``, ``list``, ``str``, ``int``, ``float``, ``bool`` and ``None`` whose keys are the
        fields of the value in their order, and so for the values inside it. Offsets are code points of
        the text that was passed to ``extract`` or ``explain``.
    """
    return fields_of(value)


@overload
def from_dict(data: Mapping[str, Any]) -> Quote: ...


@overload
def from_dict(data: Mapping[str, Any], kind: type[_Value]) -> _Value: ...


def from_dict(data: Mapping[str, Any], kind: Any = Quote) -> Any:
    """The value that ``to_dict`` wrote: ``from_dict(to_dict(quote)) == quote``.

    Args:
        data: what ``to_dict`` gave, or one line of the command's ``--json`` output, decoded; the keys
            ``document`` and ``index``, which only the latter has, are passed over.
        kind: what it was: ``Quote``, ``Decision`` or ``Report``.

    Returns:
        The value.

    Raises:
        ValueError: a key is missing or unknown, or a value is not of the kind that its field holds; the
            message names the path of the key (``speaker.mention.start``) and what was expected there.
        TypeError: the ``kind`` is none of the three.
    """
    if kind not in _KINDS:
        expected = ", ".join(known.__name__ for known in _KINDS)
        raise TypeError(f"kind: expected one of {expected}, got {kind!r}")
    if not isinstance(data, Mapping):
        raise _unexpected(kind.__name__.lower(), _keys_of(kind), data)
    inside = {key: value for key, value in data.items() if key not in PLACE_KEYS}
    return _reader(kind)(inside, "")


def fields_of(value: Any) -> dict[str, Any]:
    """Any frozen value of the library in plain JSON types, keyed by its fields in their order."""
    return {name: _plain(getattr(value, name)) for name in attrs.fields_dict(type(value))}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return fields_of(value) if attrs.has(type(value)) else value


@cache
def _reader(kind: Any) -> _Reader:
    """What turns JSON into a value of the annotated type ``kind``, or raises with the path."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        (some,) = (member for member in inside if member is not types.NoneType)
        return _optional(_reader(some))
    if origin is tuple:
        return _list_of(_reader(inside[0]))
    if attrs.has(kind):
        return _object(kind)
    if issubclass(kind, Enum):
        return _choice(kind)
    return {str: _string, bool: _truth, int: _whole, float: _number}[kind]


def _optional(read: _Reader) -> _Reader:
    return lambda data, path: None if data is None else read(data, path)


def _list_of(read: _Reader) -> _Reader:
    def read_list(data: object, path: str) -> tuple[Any, ...]:
        if not isinstance(data, list | tuple):
            raise _unexpected(path, "a list", data)
        return tuple(read(item, f"{path}[{index}]") for index, item in enumerate(data))

    return read_list


def _object(kind: type[Any]) -> _Reader:
    hints = get_type_hints(kind)
    readers = {name: _reader(hints[name]) for name in attrs.fields_dict(kind)}

    def read_object(data: object, path: str) -> Any:
        if not isinstance(data, Mapping):
            raise _unexpected(path, _keys_of(kind), data)
        for key in data:
            if key not in readers:
                raise ValueError(f"{_at(path, str(key))}: unknown key; expected one of {', '.join(readers)}")
        for key in readers:
            if key not in data:
                raise ValueError(f"{_at(path, key)}: missing")
        return kind(**{key: read(data[key], _at(path, key)) for key, read in readers.items()})

    return read_object


def _keys_of(kind: type[Any]) -> str:
    return f"an object with the keys {', '.join(attrs.fields_dict(kind))}"


def _choice(kind: type[Enum]) -> _Reader:
    members: dict[object, Enum] = {member.value: member for member in kind}

    def read_choice(data: object, path: str) -> Enum:
        if not isinstance(data, str) or data not in members:
            raise _unexpected(path, "one of " + ", ".join(map(repr, members)), data)
        return members[data]

    return read_choice


def _string(data: object, path: str) -> str:
    if not isinstance(data, str):
        raise _unexpected(path, "a string", data)
    return data


def _truth(data: object, path: str) -> bool:
    if not isinstance(data, bool):
        raise _unexpected(path, "true or false", data)
    return data


def _whole(data: object, path: str) -> int:
    # JSON's true is a Python int, but no offset.
    if not isinstance(data, int) or isinstance(data, bool):
        raise _unexpected(path, "a whole number", data)
    return data


def _number(data: object, path: str) -> float:
    if not isinstance(data, int | float) or isinstance(data, bool):
        raise _unexpected(path, "a number", data)
    return float(data)


def _at(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _unexpected(path: str, expected: str, got: object) -> ValueError:
    shown = repr(got)
    if len(shown) > 60:
        shown = shown[:59] + "…"
    return ValueError(f"{path}: expected {expected}, got {shown}")
