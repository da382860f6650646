"""A text that is written here."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.documents.forms.descriptions import DescriptionForm
from mentorship.documents.forms.fields import ChangeField
from mentorship.documents.lengths import MAX_DRAFT
from mentorship.toolbox.forms import KeyField, OverwritingForm, WrittenField


class WritingForm(DescriptionForm):
    """A text to be written here."""

    key = KeyField()


class DraftForm(OverwritingForm):
    """The working text, and which revision of it the writer saw."""

    seen_field = "revision"

    text = WrittenField(
        label=_("Text"),
        max_length=MAX_DRAFT,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 20, "autocomplete": "off"}),
    )
    revision = forms.IntegerField(
        min_value=0, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )
    change = ChangeField()
    key = KeyField()

    def __init__(self, *args: Any, is_first: bool, **options: Any) -> None:
        """A first version is new altogether: nothing is asked about it."""
        super().__init__(*args, **options)
        if is_first:
            del self.fields["change"]
