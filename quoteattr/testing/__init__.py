"""For tests of rules and lexicons: Arabic texts that know who says what in them, and laws of extraction.

Strategies for Hypothesis give texts together with the quotes that are in them; laws say what must stay
the same where a text is written differently. Both work with any extractor::

    from hypothesis import given
    from quoteattr.testing import assert_found, sentences

    @given(sentences())
    def test_my_rules(told):
        assert_found(told, extract=my_extractor.extract)

Needs Hypothesis, which the extra ``quoteattr[testing]`` brings.
"""

try:
    import hypothesis as _  # noqa: F401
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        "quoteattr.testing needs hypothesis; install the extra: pip install 'quoteattr[testing]'",
        name="hypothesis",
    ) from error

from quoteattr.testing import laws
from quoteattr.testing.constructions import CONSTRUCTIONS, Construction, Saying
from quoteattr.testing.contents import contents, silent_paragraphs
from quoteattr.testing.documents import documents
from quoteattr.testing.laws import LAWS, Law
from quoteattr.testing.oracle import LawError, assert_found
from quoteattr.testing.people import Noun, Person, names, people, titles
from quoteattr.testing.sentences import sentences
from quoteattr.testing.told import Expected, Told
from quoteattr.testing.variation import Change, Variation
from quoteattr.testing.verbs import ReportingVerb, reporting_verbs

__all__ = [
    "CONSTRUCTIONS",
    "LAWS",
    "Change",
    "Construction",
    "Expected",
    "Law",
    "LawError",
    "Noun",
    "Person",
    "ReportingVerb",
    "Saying",
    "Told",
    "Variation",
    "assert_found",
    "contents",
    "documents",
    "laws",
    "names",
    "people",
    "reporting_verbs",
    "sentences",
    "silent_paragraphs",
    "titles",
]
