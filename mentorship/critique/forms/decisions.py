"""What the seeker decides about comments that disagree."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.critique.forms.worklist import SeenField
from mentorship.critique.models import Decision
from mentorship.critique.models.lengths import MAX_DECISION, MAX_WHY
from mentorship.toolbox.forms import WrittenField


class DecisionForm(forms.Form):
    """What she decides, why, and whether those who see one of the points see that too."""

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

    def show_over(self, kept: Decision) -> None:
        """Show what was sent once more, so that keeping it puts it over this one."""
        self.data = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        self.data["seen"] = kept.seen  # type: ignore[index]  # its copy may be changed
