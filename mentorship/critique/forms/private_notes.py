"""What a mentor writes down for herself."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.critique.models.lengths import MAX_PRIVATE_NOTE
from mentorship.toolbox.forms import OverwritingForm, WrittenField


class PrivateNoteForm(OverwritingForm):
    """Her words; emptied, the note is gone."""

    seen_field = "revision"

    text = WrittenField(
        label=_("Your note"),
        max_length=MAX_PRIVATE_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )
    revision = forms.IntegerField(
        required=False, min_value=0, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    @property
    def seen(self) -> int:
        """Which note the page showed; 0 when there was none."""
        return int(self.cleaned_data["revision"] or 0)
