"""What the seeker chooses about a whole round."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.circle.access import allowed_openness
from mentorship.circle.models import Round


class OpennessForm(forms.Form):
    """What the people asked see of each other, out of what it may become now."""

    openness = forms.ChoiceField(
        label=_("The people you asked"), widget=forms.RadioSelect, help_text=""
    )

    def __init__(self, *args: Any, asked: Round, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["openness"] = asked.openness
        self.open_to = allowed_openness(asked)
        field = self.fields["openness"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [(one.value, one.label) for one in self.open_to]
        if len(self.open_to) < len(Round.Openness):
            field.help_text = _(
                "Somebody has sent you something, so this only opens from here. They are told."
            )
        else:
            field.help_text = _("Once somebody has sent you something, this only opens.")

    @property
    def is_wide_open(self) -> bool:
        """Whether there is nothing left to choose."""
        return len(self.open_to) == 1

    @property
    def choice(self) -> str:
        """What was chosen, in words, of a valid form."""
        return str(Round.Openness(self.cleaned_data["openness"]).label)
