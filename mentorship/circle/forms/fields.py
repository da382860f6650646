"""Fields of an ask: the seeker's own words, and the day by which she wants an answer."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentorship.toolbox.forms import WrittenField
from mentorship.toolbox.words.plain import leads_elsewhere

A_YEAR = timedelta(days=365)


class PlainField(WrittenField):
    """Words in the seeker's own voice: text, without addresses and links."""

    def clean(self, value: Any) -> str:
        """The words as they were typed."""
        text = str(super().clean(value))
        if leads_elsewhere(text):
            raise forms.ValidationError(
                _("Leave out addresses and links. What people should read goes into a document.")
            )
        return text


class WantedByField(forms.DateField):
    """A day by which an answer is wanted, from today on, within a year; or none."""

    widget = forms.DateInput(attrs={"type": "date"})
    kept: date | None = None  # the day there is, which may have passed

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)

    def clean(self, value: Any) -> date | None:
        """The day, if one was given."""
        day: date | None = super().clean(value)
        today = timezone.localdate()
        if day and day != self.kept and not today <= day <= today + A_YEAR:
            raise forms.ValidationError(_("Choose a day from today on, within a year."))
        return day
