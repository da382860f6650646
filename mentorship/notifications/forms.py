"""What a person chooses about her letters."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.notifications.topics import Topic
from mentorship.toolbox.forms import MomentField


class LettersForm(forms.Form):
    """Which letters come."""

    topics = forms.MultipleChoiceField(
        label=_("When do you want an email?"),
        choices=Topic.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Anything you leave out still appears under Notices."),
    )


class SeenForm(forms.Form):
    """Up to which moment notices were shown."""

    until = MomentField()
