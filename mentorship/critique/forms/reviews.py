"""Forms about a whole review, and about a whole round."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.critique.models import Review
from mentorship.critique.models.lengths import MAX_SUMMARY
from mentorship.toolbox.forms import OverwritingForm, WrittenField


class FinishForm(OverwritingForm):
    """The verdict, what the mentor wants to say beside it, and from where the mentor reads."""

    seen_field = "revision"

    verdict = forms.ChoiceField(
        label=_("How does it look to you?"),
        choices=Review.Verdict.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one of the three. Nothing was sent, and nothing is lost."),
        },
    )
    summary = WrittenField(
        label=_("What matters most"),
        help_text=_("One or two sentences, on top of your comments."),
        max_length=MAX_SUMMARY,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    lens = forms.ChoiceField(
        label=_("What’s your perspective?"),
        help_text=_("Shown next to your name."),
        choices=Review.Lens.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    revision = forms.IntegerField(
        required=False, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def refuse_closed(self, seeker: str) -> None:
        """Say that nobody waits for it any more."""
        sentence = _("%(name)s has closed this round, so nothing was sent. What you wrote is kept.")
        self.add_error(None, sentence % {"name": seeker})
