"""What a seeker says of a letter to an employer: when to remind her of it, and what was answered."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.jobsearch.forms.pursuits import DayField
from mentorship.jobsearch.lengths import MAX_ANSWER
from mentorship.toolbox.forms import WrittenField


class ReminderForm(forms.Form):
    """On which day, or on none."""

    remind_on = DayField(label=_("Remind me on"))


class AnswerForm(forms.Form):
    """What the employer wrote, as it was copied."""

    answer = WrittenField(
        label=_("What did they write?"),
        help_text=_("Paste it here. It is put into your debrief, under “What the employer said”."),
        max_length=MAX_ANSWER,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Paste what they wrote.")},
    )
