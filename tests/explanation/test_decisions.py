"""What an explanation says of a cue, of a mark and of a speaker: the sentence, and beside it its twin."""

from __future__ import annotations

import pytest

import quoteattr
from quoteattr import RULES, Decision, Extractor, Objection, Outcome, Report, Route, Rule
from quoteattr.resolution.trail import MOST_CANDIDATES
from quoteattr.rules import Draft, Frame, Match, Page, Refusal

TOOK, REFUSED, NOT_ASKED = Outcome.TOOK, Outcome.REFUSED, Outcome.NOT_ASKED


def decided(report: Report, subject: str, words: str) -> Decision:
    """The one decision about these words."""
    (found,) = [d for d in report.decisions if d.subject == subject and d.span.text == words]
    return found


INTERVIEW = """حوار مع المخرجة هدى الزين
متى بدأ التصوير؟
في الربيع.
{}
نعم، وهو في الصالات منذ شهر."""

# label, text, cue, the quote that it belongs to, why
CUES = (
    (
        "a verb with its clause",
        "أكد الوزير أن الجسر آمن.",
        "أكد",
        0,
        "it reads: verb, speaker, complementiser, words",
    ),
    (
        "its twin: the verb has an object and no clause",
        "أكد الوزير حضوره.",
        "أكد",
        None,
        "only a verb of saying brings bare words",
    ),
    (
        "an attribution that brings words",
        "فُتح الطريق منذ الفجر، بحسب وكالة النبأ.",
        "بحسب",
        0,
        "it reads: words, preposition of attribution, speaker, end of the sentence",
    ),
    (
        "its twin: a verb has brought them",
        "قال الوزير إن الجسر آمن، بحسب وكالة النبأ.",
        "بحسب",
        None,
        "a verb attributes these words already; this says who passed them on",
    ),
    (
        "taken by a rule, but a slip has left nothing behind the complementiser",
        "نفى الوزير أنه، وأكد المدير أن الجسر آمن.",
        "نفى",
        None,
        "nothing is left of its words where the next attribution begins",
    ),
    (
        "its twin without the slip",
        "نفى الوزير أنه استقال، وأكد المدير أن الجسر آمن.",
        "نفى",
        0,
        "it reads: verb, speaker, complementiser, words",
    ),
    ("hearsay", "قيل إن الجسر مغلق.", "قيل إن", None, "hearsay: nobody in the text says it"),
    (
        "its twin: somebody says it",
        "قال السائق إن الجسر مغلق.",
        "قال",
        0,
        "it reads: verb, speaker, complementiser, words",
    ),
    (
        "who hears it",
        "وقال الوزير للصحافيين: «لن نتراجع أبداً».",
        "للصحافيين",
        None,
        "only an addressee, with no cue of its own",
    ),
    (
        "where it stands",
        "أكدت الوزيرة في بيان أن الجسر آمن.",
        "في بيان",
        None,
        "only a medium, with no cue of its own",
    ),
    (
        "what only looks like a cue",
        "وفقاً للقانون، يُغلق السوق يوم الجمعة.",
        "وفقاً للقانون",
        None,
        "a phrase that only looks like a cue",
    ),
    (
        "taken by a rule, but in the question of an interview",
        INTERVIEW.format("وهل أكد المنتج أن الفيلم جاهز؟"),
        "أكد",
        None,
        "its words stand in a turn of an interview, which is one quote or a question",
    ),
    (
        "its twin: the question alone is no interview",
        "وهل أكد المنتج أن الفيلم جاهز؟",
        "أكد",
        0,
        "it reads: verb, speaker, complementiser, words",
    ),
)


@pytest.mark.parametrize(
    ("text", "cue", "quote", "reason"), [pytest.param(*case, id=label) for label, *case in CUES]
)
def test_a_cue_has_one_decision_with_its_reason(text: str, cue: str, quote: int | None, reason: str) -> None:
    decision = decided(quoteattr.explain(text), "cue", cue)
    assert (decision.taken, decision.quote, decision.reason) == (quote is not None, quote, reason)


# label, text, cue, every rule whose pattern matched
TRIALS = (
    (
        "the first that matches takes it",
        "«لن نوقّع الاتفاق»، قال الوزير.",
        "قال",
        [("marks before the verb", TOOK, ""), ("bare words", NOT_ASKED, "a rule before it took the cue")],
    ),
    (
        "its twin: the verb has content of its own, and the second takes that",
        "«جسر الأمل» قال الوزير إنه آمن.",
        "قال",
        [
            ("marks before the verb", REFUSED, "the verb has content of its own"),
            ("complementiser and clause", TOOK, ""),
            ("bare words", NOT_ASKED, "a rule before it took the cue"),
        ],
    ),
    (
        "all that match refuse",
        "بعد عرض «طريق العودة» قال الناقد كلمته ثم غادر.",
        "قال",
        [
            ("marks before the verb", REFUSED, "the marks before the verb belong to the words before them"),
            ("bare words", REFUSED, "too few words for speech"),
        ],
    ),
    ("none matches", "في قول الوزير مبالغة.", "قول", []),
)


@pytest.mark.parametrize(
    ("text", "cue", "trials"), [pytest.param(*case, id=label) for label, *case in TRIALS]
)
def test_every_rule_that_matches_a_cue_is_told(
    text: str, cue: str, trials: list[tuple[str, Outcome, str]]
) -> None:
    decision = decided(quoteattr.explain(text), "cue", cue)
    told = [
        (trial.rule, trial.outcome, "" if trial.outcome is TOOK else trial.reason)
        for trial in decision.trials
    ]
    assert told == trials
    assert {trial.cue for trial in decision.trials} <= {decision.span}


def test_a_cue_without_a_rule_tells_its_frame() -> None:
    decision = decided(quoteattr.explain("في قول الوزير مبالغة."), "cue", "قول")
    assert decision.rule == ""
    assert decision.reason.startswith("no content that a rule knows: noun of saying, ")


def test_the_frame_is_told_as_it_was_read() -> None:
    text = "وقال الوزير للصحافيين في ختام الاجتماع: «لن نتراجع أبداً». ثم خرج."
    decision = decided(quoteattr.explain(text), "cue", "وقال")
    assert [(part.letter, part.name, part.span.text) for part in decision.frame] == [
        ("V", "verb", "وقال"),
        ("S", "speaker", "الوزير"),
        ("D", "addressee", "للصحافيين"),
        ("A", "adjunct", "في ختام الاجتماع"),
        ("K", "colon", ":"),
        ("Q", "marks", "«لن نتراجع أبداً»"),
    ]


def test_the_end_of_a_sentence_in_a_frame_has_no_words() -> None:
    text = "أكد الوزير حضوره."
    end = decided(quoteattr.explain(text), "cue", "أكد").frame[-1]
    assert (end.letter, end.span.start, end.span.end) == ("E", len(text), len(text))


# Marks

# label, text, mark, its quote, its rule, and for each trial the cue, the rule and what that came to
MARKS = (
    (
        "the words of a cue's speaker",
        "قال الوزير: «لن نوقّع الاتفاق».",
        "«لن نوقّع الاتفاق»",
        0,
        "colon and marks",
        [("قال", "colon and marks", TOOK)],
    ),
    (
        "its twin: the marks hold a name",
        "عُرض فيلم «طريق العودة». وقال الناقد: «لن يُنسى أبداً».",
        "«طريق العودة»",
        None,
        "",
        [(None, "", REFUSED)],
    ),
    (
        "a piece of a reported clause",
        "أكد المحافظ أن الجسر «لن يُغلق ساعة واحدة».",
        "«لن يُغلق ساعة واحدة»",
        0,
        "fragment",
        [(None, "fragment", TOOK)],
    ),
    (
        "its twin: a name in it",
        "أكد المحافظ أن حزب «الأمل» سيشارك.",
        "«الأمل»",
        None,
        "fragment",
        [(None, "fragment", REFUSED)],
    ),
    (
        "refused to a cue, then by itself",
        "بعد عرض «طريق العودة» قال الناقد كلمته ثم غادر.",
        "«طريق العودة»",
        None,
        "",
        [("قال", "marks before the verb", REFUSED), (None, "", REFUSED)],
    ),
    (
        "signed with a name, without a cue",
        "انتهت المباراة أمس.\n«ربحنا احترام الجميع» – الحارس فابيو ماركيز",
        "«ربحنا احترام الجميع»",
        0,
        "signed",
        [(None, "signed", TOOK)],
    ),
    ("never closed", "قال الوزير: «لن نوقّع أبداً.", "«لن نوقّع أبداً.", 0, "colon and marks", None),
    ("never opened", "خرج الوزير» من القاعة.", "»", None, "", []),
)


@pytest.mark.parametrize(
    ("text", "mark", "quote", "rule", "trials"), [pytest.param(*case, id=label) for label, *case in MARKS]
)
def test_a_mark_has_one_decision_with_the_rules_that_were_tried_on_it(
    text: str,
    mark: str,
    quote: int | None,
    rule: str,
    trials: list[tuple[str | None, str, Outcome]] | None,
) -> None:
    decision = decided(quoteattr.explain(text), "mark", mark)
    assert (decision.taken, decision.quote, decision.rule) == (quote is not None, quote, rule)
    assert decision.reason
    if trials is not None:
        told = [(t.cue.text if t.cue else None, t.rule, t.outcome) for t in decision.trials]
        assert told == trials


# Speakers

# label, text, at which words the decision stands, the way, and who was weighed: name, what was against them
SPEAKERS: tuple[tuple[str, str, str, Route, list[tuple[str, Objection | None]]], ...] = (
    (
        "gender: she",
        "زار الوزير أيهم درويش القرية. وزارت المديرة كوثر بلعيد المدرسة. وقالت إن اللقاء كان صريحاً.",
        "قالت",
        Route.LAST_BEFORE,
        [("المديرة كوثر بلعيد", None)],
    ),
    (
        "gender: he",
        "زار الوزير أيهم درويش القرية. وزارت المديرة كوثر بلعيد المدرسة. وقال إن اللقاء كان صريحاً.",
        "قال",
        Route.LAST_BEFORE,
        [("المديرة كوثر بلعيد", Objection.NO_AGREEMENT), ("الوزير أيهم درويش", None)],
    ),
    (
        "told inside the words of another",
        "قال الوزير سامي الحداد إن النائب زيد الطويل أكد أن الجسر آمن. وأضاف أن الأشغال انتهت.",
        "أضاف",
        Route.LAST_BEFORE,
        [("النائب زيد الطويل", Objection.INSIDE), ("الوزير سامي الحداد", None)],
    ),
    (
        "its twin: told beside them",
        "قال الوزير سامي الحداد إن الجسر آمن. وأكد النائب زيد الطويل أن السد قديم. وأضاف أن الأشغال انتهت.",
        "أضاف",
        Route.LAST_BEFORE,
        [("النائب زيد الطويل", None)],
    ),
    (
        "embedded in a relative clause",
        (
            "قالت المديرة هدى الزين إن السد قديم. "
            "وأشادت بجهود الوزير سامي الحداد الذي أكد أن الجسر آمن. وأضاف أن الأشغال انتهت."
        ),
        "أضاف",
        Route.LAST_BEFORE,
        [("الوزير سامي الحداد", None)],
    ),
    (
        "its twin: another could have said it",
        (
            "قال المدير نادر الصيفي إن السد قديم. "
            "وأشاد بجهود الوزير سامي الحداد الذي أكد أن الجسر آمن. وأضاف أن الأشغال انتهت."
        ),
        "أضاف",
        Route.LAST_BEFORE,
        [("الوزير سامي الحداد", Objection.EMBEDDED), ("المدير نادر الصيفي", None)],
    ),
    (
        "within a few paragraphs",
        "قالت الوزيرة سلمى الحداد إن الجسر آمن.\nوصل القطار إلى المحطة.\nوأضافت أن الأشغال انتهت.",
        "أضافت",
        Route.LAST_BEFORE,
        [("الوزيرة سلمى الحداد", None)],
    ),
    (
        "its twin: too many paragraphs back",
        (
            "قالت الوزيرة سلمى الحداد إن الجسر آمن.\nوصل القطار إلى المحطة.\nهطل المطر على القرى.\n"
            "عاد الهدوء إلى السوق.\nبقي الطريق مغلقاً.\nوأضافت أن الأشغال انتهت."
        ),
        "أضافت",
        Route.NOWHERE,
        [("الوزيرة سلمى الحداد", Objection.TOO_FAR)],
    ),
    (
        "a description that takes up a person",
        (
            "قال الوزير سامي الحداد إن الجسر آمن. وقالت شركة النهر إن السد قديم. "
            "وأوضح المسؤول ذاته أن الطريق مفتوح."
        ),
        "المسؤول ذاته",
        Route.TAKEN_UP,
        [("شركة النهر", Objection.OTHER_KIND), ("الوزير سامي الحداد", None)],
    ),
    (
        "its twin: a post that only one has",
        (
            "قال الوزير سامي الحداد إن الجسر آمن. وأكد المدير نادر الصيفي أن السد قديم. "
            "وأوضح الوزير أن الطريق مفتوح."
        ),
        "الوزير",
        Route.TAKEN_UP,
        [("المدير نادر الصيفي", Objection.OTHER_WORDS), ("الوزير سامي الحداد", None)],
    ),
    (
        "a description that anybody fits: who spoke",
        (
            "أكد المدير نادر الصيفي أن السد قديم. وزار الوزير سامي الحداد المصنع. "
            "وقال المسؤول ذاته إن الأشغال انتهت."
        ),
        "المسؤول ذاته",
        Route.TAKEN_UP,
        [("الوزير سامي الحداد", Objection.ACTED), ("المدير نادر الصيفي", None)],
    ),
    (
        "the subject of the sentence itself",
        "احتشد العمال أمام المصنع قائلين إن الأجور متأخرة.",
        "العمال",
        Route.SAME_SENTENCE,
        [("العمال", None)],
    ),
    (
        "these",
        "قال الخبراء إن السد قديم. وزار الوزير سامي الحداد المصنع. وأوضح هؤلاء أن الجسر آمن.",
        "أوضح",
        Route.THOSE,
        [("الخبراء", None)],
    ),
    (
        "nobody has acted yet",
        "كان المدرب نادر الصيفي في الملعب. وتابع: «نلعب بمن حضر في الملعب».",
        "تابع",
        Route.SENTENCES_BEFORE,
        [("المدرب نادر الصيفي", None)],
    ),
    (
        "a pronoun of attribution passes over who only did something",
        (
            "قالت الوزيرة سلمى الحداد إن الجسر آمن. وزارت المديرة هدى الزين المصنع. "
            "والأشغال انتهت منذ أسبوع، على حد قولها."
        ),
        "على حد قولها",
        Route.LAST_BEFORE,
        [("المديرة هدى الزين", Objection.ACTED), ("الوزيرة سلمى الحداد", None)],
    ),
    (
        "its twin: she spoke too",
        (
            "قالت الوزيرة سلمى الحداد إن الجسر آمن. وأكدت المديرة هدى الزين أن المصنع قديم. "
            "والأشغال انتهت منذ أسبوع، على حد قولها."
        ),
        "على حد قولها",
        Route.LAST_BEFORE,
        [("المديرة هدى الزين", None)],
    ),
    ("its own clause", "قالت الوزيرة إن الجسر آمن.", "الوزيرة", Route.OWN_CLAUSE, [("الوزيرة", None)]),
    (
        "its twin: the noun beside the verb is its object",
        "حذرت السائق من أن الجسر قديم.",
        "حذرت",
        Route.NOWHERE,
        [("السائق", Objection.NO_AGREEMENT)],
    ),
    (
        "nobody",
        "هطلت الأمطار طوال الليل على القرى. وقال: «لا بد من توسيع السدود».",
        "قال",
        Route.NOWHERE,
        [],
    ),
    (
        "an introduction",
        INTERVIEW.format("وهل الفيلم جاهز؟"),
        "في الربيع",
        Route.INTRODUCTION,
        [("المخرجة هدى الزين", None)],
    ),
    (
        "a heading",
        "وزير النقل: لن نرفع أجرة الحافلات",
        "وزير النقل",
        Route.OWN_CLAUSE,
        [("وزير النقل", None)],
    ),
    (
        "beside the marks",
        (
            "أجواء الحصاد\nقالت المزارعة سلمى الحداد إن الموسم انتهى. "
            "«لم نعرف عاماً كهذا منذ أن كنا صغاراً في القرية»."
        ),
        "لم نعرف عاماً كهذا منذ أن كنا صغاراً في القرية",
        Route.NEIGHBOUR,
        [("المزارعة سلمى الحداد", None)],
    ),
)


@pytest.mark.parametrize(
    ("text", "words", "route", "weighed"), [pytest.param(*case, id=label) for label, *case in SPEAKERS]
)
def test_a_speaker_is_told_with_those_passed_over(
    text: str, words: str, route: Route, weighed: list[tuple[str, Objection | None]]
) -> None:
    report = quoteattr.explain(text)
    decisions = [d for d in report.decisions if d.subject == "speaker" and d.span.text == words]
    decision = decisions[-1]  # of «الوزير» the last is meant, not the first mention
    path = decision.path
    assert path is not None
    assert path.route is route
    assert [(candidate.name, candidate.objection) for candidate in path.candidates] == weighed
    assert decision.taken is (path.chosen is not None)


def test_the_evidence_of_agreement_is_told() -> None:
    text = "زار الوزير أيهم درويش القرية. وزارت المديرة كوثر بلعيد المدرسة. وقال إن اللقاء كان صريحاً."
    path = decided(quoteattr.explain(text), "speaker", "قال").path
    assert path is not None
    assert path.shows is not None
    assert (path.shows.form.value, path.shows.gender.value, path.shows.number.value) == (
        "verb",
        "masculine",
        "singular",
    )
    passed, chosen = path.candidates
    assert (passed.kind.value, passed.gender.value, passed.number.value) == (
        "person",
        "feminine",
        "singular",
    )
    assert passed.reason == "masculine singular verb against feminine singular person"
    assert chosen.reason == "last before it: masculine singular verb with masculine singular person"
    assert (passed.sentences, chosen.sentences) == (1, 2)


def test_of_many_who_do_not_agree_the_nearest_are_listed_and_the_rest_counted() -> None:
    names = "سامي زيد نادر عصام كريم وليد باسم رامي فادي جمال حسن طارق ماهر أنور".split()
    said = "".join(f"وأكد المدير {name} الحداد أن الطريق مفتوح. " for name in names)
    path = decided(quoteattr.explain(said + "وأضافت أن الجسر آمن."), "speaker", "أضافت").path
    assert path is not None
    assert [candidate.objection for candidate in path.candidates] == [
        Objection.NO_AGREEMENT
    ] * MOST_CANDIDATES
    assert path.candidates[0].name == "المدير أنور الحداد"
    assert path.unlisted == len(names) - MOST_CANDIDATES


# Rules of one's own


def take_all(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    last = match.units[-1]
    return Draft(match.rule, quoteattr.Kind.DIRECT, frame.cue, last.first, last.last)


class Asked:
    """A guard that knows how often it was asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, page: Page, frame: Frame, match: Match) -> Draft | Refusal:
        self.times += 1
        return Refusal("asked")


def test_a_rule_is_asked_as_often_for_an_explanation_as_without_one() -> None:
    asked = Asked()
    extractor = Extractor(rules=(Rule("asked", "V", asked), *RULES))
    text = "أكد الوزير أن الجسر آمن. وأضاف أن الطريق مفتوح."
    extractor.extract(text)
    without = asked.times
    extractor.explain(text)
    assert asked.times == 2 * without > 0


def test_a_rule_behind_the_one_that_took_it_is_not_asked() -> None:
    asked = Asked()
    rules = (Rule("all", "VSKQ", take_all), Rule("asked", "V", asked))
    report = Extractor(rules=rules).explain("قال الوزير: «لن نتراجع».")
    assert asked.times == 0
    assert [(trial.rule, trial.outcome) for trial in decided(report, "cue", "قال").trials] == [
        ("all", TOOK),
        ("asked", NOT_ASKED),
    ]
