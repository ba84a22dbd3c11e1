"""quoteattr: who says what, in Arabic.

Finds every quotation in Arabic news, in marks or not, and links it to the one who is responsible
for the words::

    import quoteattr

    for quote in quoteattr.extract("قال الوزير: «لن نتراجع»."):
        print(quote.speaker.name, quote.content.text)
"""

from quoteattr.errors import DocumentError, LexiconError, RuleError
from quoteattr.explanation import Decision, Report
from quoteattr.extraction import Extractor, explain, extract
from quoteattr.grounds import (
    Candidate,
    FramePart,
    Inflection,
    Objection,
    Outcome,
    Route,
    SpeakerPath,
    Trial,
)
from quoteattr.lexicon.lexicon import Lexicon
from quoteattr.lexicon.nouns import Head
from quoteattr.lexicon.phrases import Phrase
from quoteattr.lexicon.verbs import Verb
from quoteattr.many import extract_many
from quoteattr.own_words import outside
from quoteattr.rules import RULES, Rule
from quoteattr.values import (
    Anonymity,
    Basis,
    Cue,
    Entity,
    Form,
    Gender,
    Kind,
    Modality,
    Number,
    Quote,
    Sense,
    Span,
    Speaker,
    SpeakerKind,
)
from quoteattr.wire import from_dict, to_dict

__all__ = [
    "RULES",
    "Anonymity",
    "Basis",
    "Candidate",
    "Cue",
    "Decision",
    "DocumentError",
    "Entity",
    "Extractor",
    "Form",
    "FramePart",
    "Gender",
    "Head",
    "Inflection",
    "Kind",
    "Lexicon",
    "LexiconError",
    "Modality",
    "Number",
    "Objection",
    "Outcome",
    "Phrase",
    "Quote",
    "Report",
    "Route",
    "Rule",
    "RuleError",
    "Sense",
    "Span",
    "Speaker",
    "SpeakerKind",
    "SpeakerPath",
    "Trial",
    "Verb",
    "explain",
    "extract",
    "extract_many",
    "from_dict",
    "outside",
    "to_dict",
]
