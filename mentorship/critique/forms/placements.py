"""Where a thread belongs in a version."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.critique.comments.targets import Target
from mentorship.critique.forms.fields import NumberField


class PlaceForm(forms.Form):
    """Where a thread belongs in a version, by a line; a script fills in words of it."""

    line = forms.IntegerField(
        label=_("Line"),
        help_text=_("The number to the left of the text."),
        min_value=1,
        max_value=10_000_000,
        error_messages={"required": _("Name a line.")},
        widget=forms.NumberInput(attrs={"autocomplete": "off", "min": 1}),
    )
    start = NumberField(0)
    end_line = NumberField(1)
    end = NumberField(0)

    @property
    def place(self) -> Target:
        """The line or the words, of a valid form."""
        given = self.cleaned_data
        return Target(
            line=given["line"],
            start=given["start"],
            end_line=given["end_line"],
            end=given["end"],
        )


class GuessForm(forms.Form):
    """Whether a thread is where it may be, by the button that was pressed."""

    here = forms.ChoiceField(choices=[(said, said) for said in ("yes", "no", "undo")])

    @property
    def is_here(self) -> bool | None:
        """As `actions.answer_guess` takes it, of a valid form."""
        return {"yes": True, "no": False}.get(self.cleaned_data["here"])
