"""What the seeker decides about comments that disagree."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mentorship.critique.forms.worklist import SeenField
from mentorship.critique.models.lengths import MAX_DECISION, MAX_WHY
from mentorship.toolbox.forms import OverwritingForm, WrittenField


class DecisionForm(OverwritingForm):
    """What she decides, why, and whether those who see one of the points see that too.

    chosen  the ref of the one she goes with: then words are hers to add
    """

    seen_field = "seen"

    text = WrittenField(
        label=_("What do you decide?"),
        max_length=MAX_DECISION,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    why = WrittenField(
        label=_("Why"),
        max_length=MAX_WHY,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    is_told = forms.BooleanField(
        label=_("Share it with everyone who can see these points"),
        required=False,
    )
    chosen = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = SeenField()

    def clean(self) -> dict[str, Any]:
        """One of the points, or words."""
        given = super().clean() or {}
        if not (given.get("chosen") or given.get("text") or self.has_error("text")):
            self.add_error("text", gettext("Write what you decide first."))
        return given
