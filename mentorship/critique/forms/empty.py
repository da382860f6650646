"""Forms with nothing in them yet, which a page holds for its script: drawn once for each language.

Django makes a form's fields anew for each form, and draws each by a template of its own: most of what a
page with three such forms would take.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import get_language

from mentorship.critique.forms.comments import SayingForm
from mentorship.critique.models.kinds import Kind
from mentorship.toolbox.forms import KeyField

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


class _Fresh(forms.Form):
    """The one field of a form that is another one each time."""

    key = KeyField()


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A field as `critique/_comment_form.html` asks for it."""

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
    """What `critique/_comment_form.html` asks of a form, where nothing was typed."""

    hidden: tuple[str | None, ...]  # None for its key
    unfolded: tuple[_Drawn, ...]
    folds: tuple[_Fold, ...]
    keeps: Kind | str

    @property
    def hidden_fields(self) -> list[str | forms.BoundField]:
        """As HTML, with a key that no form had before."""
        return [_Fresh()["key"] if one is None else one for one in self.hidden]


def empty(kind: type[SayingForm]) -> EmptyForm:
    """A form of this kind in the language that holds now."""
    return _drawn(kind, get_language())


@cache
def _drawn(kind: type[SayingForm], _language: str) -> EmptyForm:
    form = kind()
    return EmptyForm(
        hidden=tuple([None if one.name == "key" else str(one) for one in form.hidden_fields()]),
        unfolded=tuple([_field(field) for field in form.unfolded]),
        folds=tuple(
            [_Fold(one.name, one.title, _field(one.field), one.is_open) for one in form.folds]
        ),
        keeps=form.keeps,
    )


def _field(field: forms.BoundField) -> _Drawn:
    return _Drawn(field.name, field.as_field_group())
