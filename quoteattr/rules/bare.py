"""Direct speech that nothing marks: ``وأضاف نحن شركاء في هذا المشروع``.

Some papers set neither colon nor marks after أضاف and its like. The words show by themselves that
they are speech: by a first person, or by a particle that begins a clause and no object.
"""

from __future__ import annotations

from quoteattr.cues.page import Page
from quoteattr.rules.frame import Frame
from quoteattr.rules.rule import Draft, Match, Refusal, Rule
from quoteattr.speakers.shape import is_first_person
from quoteattr.text.tokens import is_word
from quoteattr.values import Basis, Form, Kind, Sense, SpeakerKind

_WINDOW, _FEWEST = 14, 4


def bare_words(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    """Words of speech right after the verb, or after its subject."""
    cue = frame.cue
    if cue.form not in (Form.VERB, Form.PARTICIPLE) or cue.sense not in (Sense.CONTINUE, Sense.SAY):
        return Refusal("only a verb of saying brings bare words")
    if cue.homograph and cue.form is Form.VERB:
        return Refusal("another word here: nothing marks what follows as speech")
    subject = frame.after("S")
    phrase = subject.phrase if subject is not None and subject.first == cue.last else None
    speaks = phrase is not None and phrase.kind is not SpeakerKind.UNKNOWN and phrase.head is not None
    first = phrase.last if speaks and phrase is not None else cue.last
    words = [index for index in range(first, frame.bound) if is_word(page.forms[index])]
    if len(words) < _FEWEST or words[0] != first:
        return Refusal("too few words for speech")
    outside = [index for index in words[:_WINDOW] if page.enclosing(index) == page.enclosing(cue.first)]
    person = any(page.forms[index] in page.roles["first_person"] for index in outside)
    person = person or is_first_person(page, first)
    if page.forms[first] not in page.roles["speech_particle"] and not person:
        return Refusal("nothing marks what follows as speech")
    basis = Basis.MENTION if speaks else Basis.NULL_SUBJECT
    spoken = phrase if speaks else None
    return Draft(match.rule, Kind.DIRECT, cue, first, frame.bound, (), spoken, basis, open_end=True)


def rules() -> tuple[Rule, ...]:
    """The rule of bare words."""
    return (
        Rule("bare words", "[VP]", bare_words, "وقال الوزير إن الطريق فتح. وأضاف لن نتراجع عن هذا القرار."),
    )
