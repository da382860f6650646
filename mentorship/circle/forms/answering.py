"""What whoever was asked sends: another day, a code."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentorship.circle.forms.fields import A_YEAR, PlainField, WantedByField
from mentorship.circle.lengths import MAX_CODE, MAX_SENTENCE


class LaterForm(forms.Form):
    """A day to be reminded on."""

    until = forms.DateField(
        label=_("On another day"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def clean_until(self) -> date:
        """From tomorrow on, within a year."""
        day: date = self.cleaned_data["until"]
        today = timezone.localdate()
        if not today < day <= today + A_YEAR:
            raise forms.ValidationError(_("Choose a day from tomorrow on, within a year."))
        return day


class AnotherLookForm(forms.Form):
    """Asking once more: a word about it and a day, if she likes."""

    words = PlainField(
        label=_("Your own words"),
        help_text=_("For example, what has changed since."),
        max_length=MAX_SENTENCE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    wanted_by = WantedByField(label=_("By when?"))


class CodeForm(forms.Form):
    """The code from a letter."""

    code = forms.CharField(
        label=_("Code"),
        max_length=MAX_CODE,
        help_text=_("Eight letters and digits, from the email we just sent."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "spellcheck": "false"}),
    )
