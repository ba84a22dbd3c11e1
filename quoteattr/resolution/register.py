"""The referents of a text by the words of their mentions, so that a mention is not held against all.

A text that names thousands would else be read in the square of their number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from attrs import define, field

from quoteattr.resolution.referent import Referent
from quoteattr.resolution.wording import Wording, spelling_key

_Index = defaultdict[str, set[int]]


def _index() -> _Index:
    return defaultdict(set)


@define
class Register:
    """All referents in the order of their appearance; what finds some of them gives the last seen first."""

    referents: list[Referent] = field(factory=list)
    _stems: _Index = field(factory=_index)
    _names: _Index = field(factory=_index)
    _lemmas: _Index = field(factory=_index)
    _spellings: _Index = field(factory=_index)

    def add(self, referent: Referent, wording: Wording) -> None:
        """A referent that is new, with the words of its first mention."""
        referent.place = len(self.referents)
        self.referents.append(referent)
        self.note(referent, wording)

    def note(self, referent: Referent, wording: Wording) -> None:
        """The words of another mention of a referent."""
        referent.worded(wording)
        place = referent.place
        for word in wording.stems:
            self._stems[word].add(place)
        for word in wording.names:
            self._names[word].add(place)
            self._spellings[spelling_key(word)].add(place)
        for word in wording.lemmas:
            self._lemmas[word].add(place)

    def recent(self) -> list[Referent]:
        """All of them."""
        return self._ordered(range(len(self.referents)))

    def speakers_first(self) -> list[Referent]:
        """All of them: who spoke last comes first; those who have not spoken, after all who have."""
        return sorted(self.referents, key=lambda referent: (-referent.last_spoke, -referent.last_seen))

    def naming(self, names: Iterable[str]) -> list[Referent]:
        """Those that have one of the names."""
        return self._any(self._names, names)

    def sharing(self, names: Collection[str]) -> list[Referent]:
        """Those that have two of the names, or the only one: no bare name is taken up by less."""
        if len(names) == 1:
            return self.naming(names)
        one: set[int] = set()
        two: set[int] = set()
        for places in (self._names.get(name, set()) for name in names):
            two |= one & places
            one |= places
        return self._ordered(two)

    def headed(self, lemmas: Iterable[str]) -> list[Referent]:
        """Those of whose mentions one of the nouns is a head."""
        return self._any(self._lemmas, lemmas)

    def spelt_like(self, names: Iterable[str]) -> list[Referent]:
        """Those with a name that may be another spelling of one of the names."""
        return self._any(self._spellings, map(spelling_key, names))

    def holding(self, stems: Collection[str]) -> list[Referent]:
        """Those whose mentions have all of the words; all of them where there is none."""
        if not stems:
            return self.recent()
        return self._ordered(set.intersection(*(self._stems.get(word, set()) for word in stems)))

    def _any(self, index: _Index, words: Iterable[str]) -> list[Referent]:
        return self._ordered(set().union(*(index.get(word, ()) for word in words)))

    def _ordered(self, places: Iterable[int]) -> list[Referent]:
        found = list(map(self.referents.__getitem__, sorted(places)))
        return sorted(found, key=lambda referent: -referent.last_seen) if len(found) > 1 else found
