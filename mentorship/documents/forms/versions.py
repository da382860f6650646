"""What its owner says about a version, and which two to compare."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.documents.forms.fields import ChangeField, OneLineField
from mentorship.documents.lengths import MAX_EMPLOYER
from mentorship.toolbox.words.plain import leads_elsewhere


class ChangeForm(forms.Form):
    """What is new in a version, to be said or said otherwise."""

    change = ChangeField()


class SentForm(forms.Form):
    """To whom a version went."""

    sent_to = OneLineField(
        label=_("To which employer?"),
        help_text=_("A name, for yourself: nobody else sees it."),
        max_length=MAX_EMPLOYER,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_sent_to(self) -> str:
        """A name, and no address or link."""
        name = str(self.cleaned_data["sent_to"])
        if leads_elsewhere(name):
            raise forms.ValidationError(_("Write a name without a link or an address."))
        return name


class ComparisonForm(forms.Form):
    """Which two versions to compare, and whether by their pages."""

    old = forms.IntegerField(min_value=1)
    new = forms.IntegerField(min_value=1)
    pages = forms.BooleanField(required=False)
