"""The seeker's own form at a place in her text: a note to herself, or a question to everybody."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.critique.forms.comments import AnswerForm
from mentorship.critique.forms.fields import TextField
from mentorship.critique.margin.cards import Audience

NOTE = "note"
CLOSED = _("Nobody can be asked here now. You can keep this as a note.")

ALONE = _(
    "A note to yourself: nobody else ever sees it. To ask others here, first ask people for comments."
)


class ToField(forms.ChoiceField):
    """For whom it is: a note is for nobody else."""

    def __init__(self) -> None:
        super().__init__(
            widget=forms.RadioSelect,
            label=_("Who is it for?"),
            help_text=_("Nobody else ever sees a note. A question is sent at once."),
            initial=NOTE,
            error_messages={"invalid_choice": CLOSED},
        )


class BeginningForm(AnswerForm):
    """What she writes, and for whom: where nobody can be asked, a note. `offer_to` comes first."""

    text = TextField(_("Your words"))
    to = ToField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["why"]

    def offer_to(self, audiences: Sequence[Audience]) -> None:
        """Let her choose one of these, or a note; without any of them there is nothing to choose."""
        choices = [(NOTE, _("A note to myself")), *((one.round, one.word) for one in audiences)]
        to = self.fields["to"]
        assert isinstance(to, ToField)  # noqa: S101 - as it is declared above
        to.choices = choices
        if not audiences:
            to.widget = forms.HiddenInput()
            self.fields["text"].help_text = ALONE

    @property
    def is_for_others(self) -> bool:
        """Whether there is anybody to ask."""
        return not self["to"].is_hidden

    def clean(self) -> dict[str, Any]:
        """What is hidden has its trouble told beside the words, and is a note from then on."""
        given = super().clean()
        if self.has_error("to") and not self.is_for_others:
            self.add_error("text", self.errors.pop("to").as_data())
            self.data = {name: self.data[name] for name in self.data} | {"to": NOTE}
        return given

    def clean_to(self) -> str:
        """The ref of a round, or empty for a note."""
        to = str(self.cleaned_data["to"])
        return "" if to == NOTE else to

    @property
    def given(self) -> dict[str, Any]:
        """What a valid form says, and where it belongs; for whom is asked of `cleaned_data`."""
        return {name: self.cleaned_data[name] for name in ("text", "key")} | {"place": self.place}
