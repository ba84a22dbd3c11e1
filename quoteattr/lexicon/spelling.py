"""How the spelling of a verb changes before an ending: pronouns, the dual, the short form after لم."""

from __future__ import annotations

from quoteattr.values import Gender, Number

# The pronouns of the third person that a newspaper glues to a noun or a verb.
PRONOUNS = ("ه", "ها", "هم", "هما")


def before_pronoun(written: str, gender: Gender = Gender.MASCULINE, number: Number = Number.SINGULAR) -> str:
    """How a finite verb is spelled before an object pronoun; empty where none is written.

    >>> before_pronoun("وصفوا", number=Number.PLURAL), before_pronoun("نفى"), before_pronoun("رأى")
    ('وصفو', 'نفا', 'رآ')
    """
    if number is Number.DUAL and (gender is Gender.FEMININE or written.endswith("وا")):
        # Two women with an object (وصفتاه) are no newspaper's Arabic, nor is the dual of دعا with one.
        return ""
    if written.endswith("وا"):
        return written[:-1]  # The alef only marks the end of the plural: وصفوا, وصفوه.
    if written.endswith("أى"):
        return written[:-2] + "آ"
    return written[:-1] + "ا" if written.endswith("ى") else written


def dual(present: str) -> str:
    """The dual of a present singular.

    >>> dual("يقول"), dual("يرى"), dual("يتنبأ")
    ('يقولان', 'يريان', 'يتنبآن')
    """
    if present.endswith("ى"):
        return present[:-1] + "يان"
    return present[:-1] + "آن" if present.endswith("أ") else present + "ان"


def shortened(present: str, feminine_plural: str) -> str:
    """The present singular as لم shortens it, the same word where the letters do not change.

    The closed stem is that of the feminine plural: يقلن gives لم يقل, يشرن gives لم يشر, and for a
    doubled verb يصررن gives لم يصرر, which stands beside لم يصر.

    >>> shortened("ينفي", "ينفين"), shortened("يقول", "يقلن"), shortened("يعلن", "يعلن")
    ('ينف', 'يقل', 'يعلن')
    """
    if present[-1] in "يوى":
        return present[:-1]
    # A last ن and that of the plural are written as one: يُدِنّ is يدن, and so is لم يدن.
    return feminine_plural if present.endswith("ن") else feminine_plural.removesuffix("ن")
