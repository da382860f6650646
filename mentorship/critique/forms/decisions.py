"""What the seeker decides about comments that disagree."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.critique.forms.worklist import SeenField
from mentorship.critique.models.lengths import MAX_DECISION, MAX_WHY
from mentorship.toolbox.forms import OverwritingForm, WrittenField


class DecisionForm(OverwritingForm):
    """What she decides, why, and whether those who see one of the points see that too."""

    seen_field = "seen"

    text = WrittenField(
        label=_("What do you decide?"),
        max_length=MAX_DECISION,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        error_messages={"required": _("Write what you decide first.")},
    )
    why = WrittenField(
        label=_("Why"),
        max_length=MAX_WHY,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    is_told = forms.BooleanField(
        label=_("Tell it to everyone who sees one of these points"),
        required=False,
    )
    seen = SeenField()
