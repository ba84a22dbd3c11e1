"""Common nouns and adjectives, which no name is: جهود، نتيجة، خطير.

After a name they begin the verb's object (``ثمّن المدير فواز الزعبي جهود العمال``); with بـ or لـ before
them they are a complement (``أقرّ بوقوع أخطاء``), where بوتين is a name.
"""

from __future__ import annotations

from quoteattr.lexicon.spelling import PRONOUNS
from quoteattr.lexicon.tables import read_rows
from quoteattr.text.letters import fold

COLUMNS = ("form", "class")
CLASSES = {name: name for name in ("act", "thing", "adjective")}


def read_common(text: str, file: str) -> dict[str, str]:
    """Folded word to its class: as it stands, with the article, and a noun with a pronoun.

    Raises LexiconError naming file, line and column.
    """
    found: dict[str, str] = {}
    for place, row in read_rows(text, file, COLUMNS):
        place.expect_word("form", row["form"])
        kind = place.one_of("class", row["class"], CLASSES)
        form = fold(row["form"])
        found[form] = found["ال" + form] = kind
        if kind == "adjective":
            continue
        host = form[:-1] + "ت" if form.endswith("ة") else form
        for pronoun in PRONOUNS:
            found.setdefault(host + pronoun, kind)
    return found
