"""Why words and marks are no speech: the reasons that ``explain`` gives, and what is taken beside them."""

from __future__ import annotations

import pytest

import quoteattr

# A sentence; what is refused in it, with the reason; what is said in it.
REFUSALS: tuple[tuple[str, tuple[tuple[str, str], ...], tuple[str, ...]], ...] = (
    (
        "ذُكر أن الطريق مغلق.",
        (("ذُكر", "a passive names no speaker"),),
        (),
    ),
    (
        "قيل إن الطريق مغلق منذ الفجر.",
        (("قيل إن", "hearsay: nobody in the text says it"),),
        (),
    ),
    (
        "قالت المخرجة نادين سركيس: «الفيلم جاهز للعرض».",
        (("نادين", "a given name here"),),
        ("الفيلم جاهز للعرض",),
    ),
    (
        "يجب أن يُفتح الطريق قبل الشتاء.",
        (("يجب", "a shortened form that nothing before it asks for"),),
        (),
    ),
    (
        "ذكرت مصادر مطلعة أن الطريق مغلق.",
        (("مطلعة", "an adjective of the noun before it"),),
        ("الطريق مغلق",),
    ),
    (
        "وهذا يؤكد أن الطريق مفتوح.",
        (("يؤكد", "its subject is a thing, not a speaker"),),
        (),
    ),
    (
        "أزمة السكر أثبتت أن المخزون قليل.",
        (("أثبتت", "a thing shows it, nobody says it"),),
        (),
    ),
    (
        "ارتفعت الأسعار مرتين، ما يشير إلى أن الأزمة مستمرة.",
        (("يشير", "the reporter's own conclusion"),),
        (),
    ),
    (
        "قال الوزير: «سمعت أن الناس يقولون إن الطريق مغلق».",
        (),
        (
            "سمعت أن الناس يقولون إن الطريق مغلق",
            "الطريق مغلق",
        ),
    ),
    (
        "سألنا المدرب نادر الصيفي: «هل أنتم جاهزون للمباراة؟».",
        (
            ("سألنا", "the paper asks, nobody else"),
            ("«هل أنتم جاهزون للمباراة؟»", "a heading in marks"),
        ),
        (),
    ),
    (
        "عُرض فيلم «طريق العودة» مساء أمس. وقال الناقد: «هذا أجمل أفلام العام».",
        (("«طريق العودة»", "a name, after a noun that names follow"),),
        ("هذا أجمل أفلام العام",),
    ),
    (
        "قال الناقد إن فيلم «طريق العودة» أجمل أفلام العام.",
        (("«طريق العودة»", "a name, after a noun that names follow"),),
        ("فيلم «طريق العودة» أجمل أفلام العام",),
    ),
    (
        "أكد الوزير أن «مبادرة النهر: الماء والحياة» ستبدأ غداً.",
        (
            ("أكد", "the marks after the complementiser hold a name"),
            ("«مبادرة النهر: الماء والحياة»", "a title in two parts"),
        ),
        (),
    ),
    (
        "انتقد النائب ما سماه «الفوضى» في الأسواق.",
        (("ما سماه", "no verb that relays words before it"),),
        ("ما سماه «الفوضى» في الأسواق",),
    ),
    (
        "قال الوزير إن حزب «الميثاق» وافق على الخطة.",
        (("«الميثاق»", "a name, after a noun that names follow"),),
        ("حزب «الميثاق» وافق على الخطة",),
    ),
    (
        "قالت المحامية «سلوى قنديل» إن الحكم عادل.",
        (("«سلوى قنديل»", "a name, after a noun that names follow"),),
        ("الحكم عادل",),
    ),
    (
        "قال الخبير إن هاتف «آي فون 5» قديم.",
        (("«آي فون 5»", "a name, after a noun that names follow"),),
        ("هاتف «آي فون 5» قديم",),
    ),
    (
        "قالت الشركة إن متصفح «موزيلا» (Mozilla) جاهز.",
        (("«موزيلا»", "a name, after a noun that names follow"),),
        ("متصفح «موزيلا» (Mozilla) جاهز",),
    ),
    (
        "قال الوزير إن تطبيق «Open Data» جاهز.",
        (("«Open Data»", "a name, after a noun that names follow"),),
        ("تطبيق «Open Data» جاهز",),
    ),
    (
        "قال الوزير إن الوضع في المخيم «يتدهور ساعة بعد ساعة».",
        (),
        ("الوضع في المخيم «يتدهور ساعة بعد ساعة»",),
    ),
    (
        "قال الوزير إن الوضع «مقلق».",
        (),
        ("الوضع «مقلق»",),
    ),
    (
        "قال الوزير إن المشروع «شريك أساسي في التنمية».",
        (),
        ("المشروع «شريك أساسي في التنمية»",),
    ),
    (
        "نال الكتاب جائزة «النهر الأبيض» في الخريف.",
        (("«النهر الأبيض»", "a name, after a noun that names follow"),),
        (),
    ),
    (
        "«الميناء» تنشر الوثائق كاملة.",
        (
            ("«الميناء»", "a heading in marks"),
            ("تنشر", "the marks before the verb hold a name"),
        ),
        (),
    ),
    (
        "وفق عدد المقاعد، تُوزَّع الحصص على الكتل.",
        (("وفق", "a quantity is no speaker"),),
        (),
    ),
    (
        "توقفت العبّارات منذ الفجر، بحسب الحاجة.",
        (("بحسب الحاجة", "a phrase that only looks like a cue"),),
        (),
    ),
    (
        "قالت الوزارة إن الطريق فُتح، بحسب وكالة «النبأ».",
        (
            ("بحسب", "a verb attributes these words already; this says who passed them on"),
            ("«النبأ»", "a name, after a noun that names follow"),
        ),
        ("الطريق فُتح",),
    ),
    (
        "يُذكر أن الطريق مغلق منذ عام.",
        (("يُذكر أن", "hearsay: nobody in the text says it"),),
        (),
    ),
    (
        "وأضاف لن نتراجع عن هذا القرار.",
        (),
        ("لن نتراجع عن هذا القرار",),
    ),
    (
        "وقال الوزير لن نتراجع عن هذا القرار.",
        (),
        ("لن نتراجع عن هذا القرار",),
    ),
    (
        "في قول الوزير حكمة كبيرة.",
        (
            (
                "قول",
                "no content that a rule knows: noun of saying, speaker, object, object, end of the sentence",
            ),
        ),
        (),
    ),
    (
        "قول المعارضة إن الطريق مغلق غير دقيق.",
        (),
        ("الطريق مغلق غير دقيق",),
    ),
    (
        "نشر الوزير صورة «الجسر» في صفحته.",
        (("«الجسر»", "a name, after a noun that names follow"),),
        (),
    ),
    (
        "يواصلون خطوات «الشلل» في المصانع.",
        (
            ("يواصلون", "what goes on here is no speech"),
            ("«الشلل»", "a heading in marks"),
        ),
        (),
    ),
    (
        "«الطريق مفتوح»، وقال الوزير إنه سيزوره.",
        (("«الطريق مفتوح»", "a heading in marks"),),
        ("سيزوره",),
    ),
    (
        "قال الوزير إن «الأمل» كبير.",
        (("«الأمل»", "a name, the subject of the reported clause"),),
        ("«الأمل» كبير",),
    ),
    (
        "عقد المدير مؤتمراً صحافياً. نقلت الوكالة عن مسؤول في البلدية قوله إن الطريق مغلق.",
        (("نقلت", "the verbal noun after it carries the words"),),
        ("الطريق مغلق",),
    ),
    (
        "قوله إن الطريق مغلق غير دقيق.",
        (),
        ("الطريق مغلق غير دقيق",),
    ),
)


@pytest.mark.parametrize(("text", "refused", "said"), REFUSALS, ids=[row[0] for row in REFUSALS])
def test_a_refusal_has_its_reason(
    text: str, refused: tuple[tuple[str, str], ...], said: tuple[str, ...]
) -> None:
    report = quoteattr.explain(text)
    reasons = {(decision.span.text, decision.reason) for decision in report.decisions if not decision.taken}
    assert set(refused) <= reasons
    assert tuple(quote.content.text for quote in report.quotes) == said
