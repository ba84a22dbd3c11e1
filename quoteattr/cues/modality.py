"""Whether an act of speech is given as a fact: asserted, negated, hypothetical, future or asked."""

from __future__ import annotations

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.values import Modality

_WINDOW = 3


def modality_of(page: Page, cue: CueMatch) -> Modality:
    """The modality that the words before a cue give it.

    ``لم يقل`` negated, ``سيعلن`` future, ``قد يعلن`` hypothetical, ``هل قال`` asked; ``قد`` before a
    past form only confirms it.
    """
    present = any(reading.tense == "present" for reading in cue.readings)
    if "س" in cue.clitic and present:
        return Modality.FUTURE
    first = page.sentence_of(cue.first).first
    for index in range(cue.first - 1, max(cue.first - 1 - _WINDOW, first - 1), -1):
        form = page.forms[index]
        bare = form[1:] if form[:1] in ("و", "ف") and len(form) > 2 else form
        if bare in page.roles["negation"] and index == cue.first - 1 and (bare != "ما" or not present):
            # ما قال denies only where no relative ما stands: ما قاله is "what he said"
            return Modality.NEGATED if not (bare == "ما" and cue.pronoun) else Modality.ASSERTED
        if bare == "سوف":
            return Modality.FUTURE
        if bare == "هل":
            return Modality.ASKED
        # إن السكان يؤكدون: before a noun the particle stresses what follows and makes no condition of it
        reach = 1 if bare == "ان" else 2
        if bare in page.roles["doubt"] or (
            bare in page.roles["possibility"] and present and index >= cue.first - reach
        ):
            return Modality.HYPOTHETICAL
        if form in "،,؛.:":
            break
    return Modality.ASSERTED
