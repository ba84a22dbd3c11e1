"""Why a quote has its speaker, or none, in words."""

from __future__ import annotations

from quoteattr.cues.page import Page
from quoteattr.resolution.description import written
from quoteattr.resolution.speakers import Resolved
from quoteattr.values import Basis, Form, Gender, Number, SpeakerKind

_REASONS = {
    Basis.MENTION: "its own clause names the speaker",
    Basis.NULL_SUBJECT: "no subject of its own: the last one who agrees with it, {}",
    Basis.PRONOUN: "its pronoun goes back to the last one who agrees with it, {}",
    Basis.DEFINITE_DESCRIPTION: "the description takes up one named before, {}",
    Basis.HEADING: "the heading or the introduction names the speaker, {}",
    Basis.NEIGHBOUR: "no cue of its own: the one who speaks beside it, {}",
}


def speaker_reason(page: Page, item: Resolved) -> str:
    """The reason for the speaker of a resolved draft, or for its having none."""
    if item.referent is not None:
        return _REASONS[item.basis].format(written(page, item.referent.fullest))
    cue = item.draft.cue
    if cue is None:
        return "unknown: nobody speaks beside it"
    sought = described(cue.form, cue.gender, cue.number)
    return f"unknown: nobody within reach whom a {sought} could belong to"


def described(what: Form | SpeakerKind, gender: Gender, number: Number) -> str:
    """The features that are known, in words: ``feminine singular verb``."""
    known = (value.value for value in (gender, number) if value.value != "unknown")
    named = "speaker" if what is SpeakerKind.UNKNOWN else what.value
    return " ".join((*known, named))
