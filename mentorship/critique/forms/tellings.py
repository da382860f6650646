"""Whom a seeker tells of her next version, and in which words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from mentorship.critique.actions import Words
from mentorship.critique.models.lengths import MAX_MESSAGE
from mentorship.critique.steps.tellings import Listener
from mentorship.toolbox.forms import WrittenField
from mentorship.toolbox.words.plain import leads_elsewhere

TELL, AGAIN, NOT = "tell", "again", "not"


class MessageField(WrittenField):
    """What one person reads: text in the seeker's own voice, without addresses and links."""

    def __init__(self, name: str) -> None:
        super().__init__(
            label=_("What %(name)s reads about it") % {"name": name},
            max_length=MAX_MESSAGE,
            required=False,
            widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        )

    def clean(self, value: Any) -> str:
        """The words as they were typed."""
        text = str(super().clean(value))
        if leads_elsewhere(text):
            raise forms.ValidationError(_("Leave out addresses and links."))
        return text


@dataclass(frozen=True, slots=True)
class Row:
    """One person's two fields."""

    name: str
    choice: forms.BoundField
    words: forms.BoundField


class TellingForm(forms.Form):
    """For each person whether, and in which words. "Nobody" is a button, and asks for none of it."""

    def __init__(
        self, data: Any = None, *, people: Sequence[Listener], said: dict[int, str]
    ) -> None:
        super().__init__(data)
        self.people = people
        for one in people:
            name, ref = one.invitation.name, one.invitation.ref
            self.fields[f"choice-{ref}"] = forms.ChoiceField(
                label=name,
                choices=_choices(one, name),
                initial=TELL,
                widget=forms.RadioSelect,
            )
            field = MessageField(name)
            field.initial = said.get(one.person_id, "")
            self.fields[f"words-{ref}"] = field

    @property
    def rows(self) -> list[Row]:
        """The fields person by person."""
        return [
            Row(
                one.invitation.name,
                self[f"choice-{one.invitation.ref}"],
                self[f"words-{one.invitation.ref}"],
            )
            for one in self.people
        ]

    @property
    def given(self) -> list[Words]:
        """Who is to be told what, of a valid form."""
        chosen = [(one, self.cleaned_data[f"choice-{one.invitation.ref}"]) for one in self.people]
        return [
            Words(
                one.person_id,
                self.cleaned_data[f"words-{one.invitation.ref}"],
                asks_again=choice == AGAIN,
            )
            for one, choice in chosen
            if choice != NOT
        ]


def _choices(one: Listener, name: str) -> list[tuple[str, str]]:
    found = [(TELL, _("Tell %(name)s") % {"name": name})]
    if one.again:
        found.append((AGAIN, _("Ask for another look")))
    return [*found, (NOT, _("Not this time"))]
