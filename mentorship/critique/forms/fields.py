"""Fields that several forms of critique are made of."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.critique.models.lengths import MAX_COMMENT, MAX_WHY, MAX_WORDING
from mentorship.documents.anchors.boxes import numbers_in
from mentorship.toolbox.forms import SharedField, WrittenField

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


class TextField(WrittenField):
    """What a person says, in Markdown light."""

    def __init__(self, label: "str | StrPromise") -> None:
        super().__init__(
            label=label,
            max_length=MAX_COMMENT,
            widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
            error_messages={"required": _("Write something first.")},
        )


class NumberField(SharedField, forms.IntegerField):
    """A number that a script fills in; empty when it points at nothing smaller."""

    widget = forms.HiddenInput(attrs={"autocomplete": "off"})

    def __init__(self, least: int) -> None:
        super().__init__(min_value=least, max_value=10_000_000, required=False)


class BoxField(SharedField, forms.CharField):
    """Four fractions of a page with commas between them, as a script draws them; empty for no box.

    What is no box is an empty one: `targets` says so in a sentence.
    """

    widget = forms.HiddenInput(attrs={"autocomplete": "off"})

    def __init__(self) -> None:
        super().__init__(required=False)

    def clean(self, value: str | None) -> tuple[float, ...] | None:
        """The numbers, not judged yet."""
        return numbers_in(value) if value else None


class WordingField(WrittenField):
    """What would stand there instead."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Instead of these words"),
            help_text=_("Change them as you would write them. Leave this empty to remove them."),
            max_length=MAX_WORDING,
            required=False,
            widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        )


class WhyField(WrittenField):
    """The reason beside it."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Why"),
            max_length=MAX_WHY,
            required=False,
            widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        )


class WordsField(SharedField, forms.CharField):
    """The words a suggestion starts from."""

    widget = forms.HiddenInput(attrs={"autocomplete": "off"})

    def __init__(self) -> None:
        super().__init__(required=False)
