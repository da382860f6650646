"""Forms with nothing in them yet, which a page holds for its script: drawn once for each language.

Django makes a form's fields anew for each form, and draws each by a template of its own: most of what a
page with three such forms would take. What differs (a key, whom a seeker can ask) is put in the place of marks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import uuid4

from django.utils.translation import get_language

from mentorship.critique.forms.beginnings import BeginningForm
from mentorship.critique.forms.comments import SayingForm
from mentorship.critique.margin.cards import Audience
from mentorship.critique.markup.marks import filled, mark
from mentorship.critique.models.kinds import Kind

if TYPE_CHECKING:
    from django import forms
    from django.utils.functional import _StrPromise as StrPromise

MAX_KEPT = 100
KEY = mark("key")


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A field as `critique/comments/_comment_form.html` asks for it."""

    name: str
    as_field_group: str


@dataclass(frozen=True, slots=True)
class _Fold:
    """The same of one that is folded away."""

    name: str
    title: "StrPromise"
    field: _Drawn
    is_open: bool


@dataclass(frozen=True, slots=True)
class EmptyForm:
    """What `critique/comments/_comment_form.html` asks of a form, where nothing was typed."""

    hidden_fields: tuple[str, ...]
    unfolded: tuple[_Drawn, ...]
    folds: tuple[_Fold, ...]
    keeps: Kind | str
    is_for_others: bool


def empty(kind: type[SayingForm]) -> EmptyForm:
    """A form of this kind in the language that holds now, with a key that no form had before."""
    return _with_key(_drawn(kind, get_language(), 0))


def empty_beginning(audiences: Sequence[Audience]) -> EmptyForm:
    """The same of the seeker's own form, in which she can ask these."""
    drawn = _with_key(_drawn(BeginningForm, get_language(), len(audiences)))
    values: dict[str, str] = {}
    for each, audience in zip(_marks(len(audiences)), audiences, strict=True):
        values |= {each.round: audience.round, each.word: audience.word}
    return replace(drawn, unfolded=tuple([_filled(one, values) for one in drawn.unfolded]))


def _with_key(drawn: EmptyForm) -> EmptyForm:
    key = {KEY: str(uuid4())}
    return replace(drawn, hidden_fields=tuple([filled(one, key) for one in drawn.hidden_fields]))


def _filled(field: _Drawn, values: dict[str, str]) -> _Drawn:
    return _Drawn(field.name, filled(field.as_field_group, values)) if field.name == "to" else field


@lru_cache(MAX_KEPT)
def _drawn(kind: type[SayingForm], _language: str, audiences: int) -> EmptyForm:
    """The form with marks. No value of a person is in it."""
    form = kind(initial={"key": KEY})
    if isinstance(form, BeginningForm):
        form.offer_to(_marks(audiences))
    return EmptyForm(
        hidden_fields=("".join([str(one) for one in form.hidden_fields()]),),
        unfolded=tuple([_field(field) for field in form.unfolded]),
        folds=tuple(
            [_Fold(one.name, one.title, _field(one.field), one.is_open) for one in form.folds]
        ),
        keeps=form.keeps,
        is_for_others=isinstance(form, BeginningForm) and form.is_for_others,
    )


def _marks(count: int) -> list[Audience]:
    """In the place of audiences."""
    return [Audience(mark("round", number), mark("word", number)) for number in range(count)]


def _field(field: "forms.BoundField") -> _Drawn:
    return _Drawn(field.name, field.as_field_group())
