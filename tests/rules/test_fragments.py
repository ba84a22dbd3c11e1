"""Marks inside reported content: a piece of what somebody said, or a name, and by which sign."""

from __future__ import annotations

import pytest

from quoteattr import Lexicon
from quoteattr.rules import Page
from quoteattr.rules.fragments import refuse_fragment
from quoteattr.rules.naming import known_names

# label, a text, why the last marks in it are no fragment; nothing where they are one
FRAGMENTS: tuple[tuple[str, str, str], ...] = (
    ("nothing in them", "أكد أن الطريق «» مفتوح.", "nothing between the marks"),
    ("three words of speech", "أكد أن الطريق «لن يغلق أبداً» اليوم.", ""),
    ("a title in two parts", "أكد أن مبادرة «جزيرة الرمل: الماضي والحاضر» مستمرة.", "a title in two parts"),
    (
        "after a noun that names follow",
        "أكد أن حزب «الأمل» سيشارك.",
        "a name, after a noun that names follow",
    ),
    (
        "a name elsewhere",
        "وافق حزب «أمل كبير جداً». وأكد أن المخرج يحب «أمل كبير جداً».",
        "a name that the text puts in marks elsewhere too",
    ),
    ("other words than a name elsewhere", "وافق حزب «أمل كبير جداً». وأكد أن المخرج يحب «أمل صغير جداً».", ""),
    ("vouched for", "أكد أن السوق «هادئ»، على حد تعبيره.", ""),
    ("vouched for before them", "على حد تعبيره، أكد أن السوق «هادئ».", ""),
    (
        "in a list of names",
        "أكد أن حزب «الأمل» و«كتلة الأحرار الجدد» سيشاركان.",
        "a name, after a noun that names follow",
    ),
    ("in a list of names, five words", "أكد أن حزب «الأمل» و«طريق الأحرار الجدد إلى الفجر» سيشاركان.", ""),
    (
        "in a list of names, four words",
        "أكد أن حزب «الأمل» و«طريق الأحرار إلى الفجر» سيشاركان.",
        "a name, in a list of names",
    ),
    (
        "three words after a name, a comma",
        "أكد أن حزب «الأمل»، «طريق الأحرار الجدد» سيشاركان.",
        "a name, in a list of names",
    ),
    (
        "three words after a name, with a comma and و",
        "أكد أن حزب «الأمل»، و«طريق الأحرار الجدد» سيشاركان.",
        "a name, in a list of names",
    ),
    (
        "three words after a name and a bracket",
        "أكد أن حزب «الأمل» (يسار) و«طريق الأحرار الجدد» سيشاركان.",
        "a name, in a list of names",
    ),
    (
        "a bracket of five words and no more",
        "أكد أن حزب «الأمل» (في أقصى يسار القاعة) و«طريق الأحرار الجدد» سيشاركان.",
        "a name, in a list of names",
    ),
    (
        "a bracket of five words",
        "أكد أن حزب «الأمل» (في أقصى يسار القاعة الكبرى) و«طريق الأحرار الجدد» سيشاركان.",
        "",
    ),
    ("three words after a name and other words", "أكد أن حزب «الأمل» وافق و«طريق الأحرار الجدد» سيشارك.", ""),
    ("three words beside a name", "أكد أن حزب «الأمل» «طريق الأحرار الجدد» سيشارك.", ""),
    ("three words after a fragment", "أكد أن السوق «لن يغلق أبداً» و«طريق الأحرار الجدد» سيشارك.", ""),
    (
        "the subject of the clause",
        "أكد أن «الأمل الكبير» سيشارك.",
        "a name, the subject of the reported clause",
    ),
    (
        "the subject of a clause with بأن",
        "أكد بأن «الأمل الكبير» سيشارك.",
        "a name, the subject of the reported clause",
    ),
    ("a common word as its subject", "أكد أن «ثمن» الحرب كبير.", ""),
    ("a lone name as its subject", "أكد أن «يارا» سيشارك.", "a name, the subject of the reported clause"),
    ("three words as its subject", "أكد أن «ثمن الحرب كبير» اليوم.", ""),
    ("a name that the lexicon knows", "أكد أن السكان يحبون «دمشق».", "a name that the lexicon knows"),
    ("a name that the lexicon knows and a word", "أكد أن السكان يحبون «دمشق الجميلة».", ""),
    ("a verb of speech", "أكد أن السكان كانوا «يرفضون».", ""),
    ("a verb of action", "أكد أن السكان كانوا «يزورون».", ""),
    ("two words that begin with a verb of action", "أكد أن السكان «غادروا القرية».", ""),
    ("a homograph of a verb", "أكد أن السكان يحبون «ذكر».", ""),
    (
        "after the noun of a body",
        "أكد أن منظمة كبيرة، منظمة «سلام» ستشارك.",
        "a name, after a noun that names follow",
    ),
    (
        "after the noun of an outlet",
        "أكد أن صاحب صحيفة «سلام» سيشارك.",
        "a name, after a noun that names follow",
    ),
    ("after the noun of a group", "أكد أن سكان «سلام» سيشاركون.", "a name, after the noun of a body"),
    ("after the noun of a person", "أكد أن المدير «سلام» سيشارك.", ""),
    (
        "after a body and its adjectives",
        "أكد أن حركة المقاومة الوطنية «وعد» ستشارك.",
        "a name, after what it names",
    ),
    (
        "after a body and a word without the article",
        "أكد أن حركة مقاومة وطنية «وعد» ستشارك.",
        "a single word that may be a name or a term",
    ),
    ("after a body and its adjective", "أكد أن الحركة الوطنية «وعد» ستشارك.", "a name, after what it names"),
    (
        "after a body and an adjective with a clitic",
        "أكد أن موقف للحركة الوطنية «وعد» سيتغير.",
        "a name, after what it names",
    ),
    (
        "after a school and its adjective",
        "أكد أن مدير المدرسة الوطنية «وعد» سيشارك.",
        "a name, after what it names",
    ),
    ("after a body and a preposition", "أكد أن حركة المقاومة في الوطن «وعد» ستشارك.", ""),
    ("a common word", "أكد أن هذا جزء من «الثمن».", ""),
    ("a given name", "أكد أن السكان يحبون «كريم».", "a single word that may be a name or a term"),
    ("a term with the article", "أكد أن السكان يحبون «اليارا».", "a term or a name with the article"),
    (
        "two words with the article",
        "أكد أن السكان يحبون «اليارا الجميلة».",
        "a term or a name with the article",
    ),
    ("two words with the article that are judged", "انتقد السكان هذه «اليارا الجميلة».", ""),
    (
        "a word with the article that is judged",
        "انتقد السكان هذه «اليارا».",
        "a term or a name with the article",
    ),
    (
        "two words without the article",
        "أكد أن السكان يحبون «يارا جميلة».",
        "a name, after a noun that names follow",
    ),
    ("a single word", "أكد أن السكان يحبون «يارا».", "a single word that may be a name or a term"),
    ("a single word after the article", "أكد أن المكان «يارا».", ""),
    ("a single word after وال", "أكد أن الزمان والمكان «يارا».", ""),
    ("a single word with an owner", "أكد أن السكان يحبون «هيبتهم».", ""),
    (
        "a single word of four letters with an owner",
        "أكد أن السكان يحبون «كنزه».",
        "a single word that may be a name or a term",
    ),
    ("a single word of five letters with an owner", "أكد أن السكان يحبون «كنزهم».", ""),
    ("an accusative of five letters", "أكد أن السكان يحبون «سراباً».", ""),
    (
        "an accusative of four letters",
        "أكد أن السكان يعملون «عبثاً».",
        "a single word that may be a name or a term",
    ),
    ("a single word after أنه", "أكد أنه «نزيه».", ""),
    ("a single word with بـ", "أكد أن السكان يحبون «بغبي».", ""),
    (
        "a single word that has ب second",
        "أكد أن السكان يحبون «غبي».",
        "a single word that may be a name or a term",
    ),
    (
        "a name beside marks that are attributed",
        "أكد أن السكان يحبون «يارا»، بحسب الوزارة.",
        "a single word that may be a name or a term",
    ),
    (
        "vouched for behind the sentence",
        "أكد أن السكان يحبون «يارا». على حد تعبيره.",
        "a single word that may be a name or a term",
    ),
    (
        "two words as its subject",
        "أكد أن «يارا الجميلة» ستسافر.",
        "a name, the subject of the reported clause",
    ),
    (
        "after a body far before",
        "أكد أن حركة المقاومة الوطنية الشعبية العربية الكبرى الجديدة «وعد» ستشارك.",
        "a name, after what it names",
    ),
    (
        "after a body farther before",
        "أكد أن حركة المقاومة الوطنية الشعبية العربية الكبرى الجديدة الثانية «وعد» ستشارك.",
        "a name, after what it names",
    ),
)


@pytest.mark.parametrize(("text", "reason"), [pytest.param(*row[1:], id=row[0]) for row in FRAGMENTS])
def test_a_fragment_or_a_name(text: str, reason: str) -> None:
    page = Page.read(text, Lexicon.default())
    known, named = known_names(page), set[int]()
    why: str | None = None
    for pair in page.marking.pairs:
        why = refuse_fragment(page, pair, named, known)
        if why is not None:
            named.add(pair.open)
    assert (why or "") == reason
