"""What is changed about the terms of a posting, and what a mentor says of one."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.reader import Reader
from mentorship.critique.models import Sighting
from mentorship.jobsearch import actions
from mentorship.jobsearch.lengths import MAX_TERM, MAX_TERM_NAME
from mentorship.jobsearch.models import Pursuit, Term
from mentorship.toolbox.forms import SharedCharField, SharedChoiceField

MAX_SAME = 8  # other words for one term
CHANGES: dict[str, tuple[Callable[..., None], tuple[str, ...]]] = {
    "add": (actions.add_term, ("weight",)),
    "drop": (actions.drop_term, ()),
    "return": (actions.bring_term_back, ()),
    "weigh": (actions.weigh_term, ("weight",)),
    "same": (actions.call_term_the_same, ("same_as",)),
}


class TermForm(forms.Form):
    """One term, and what becomes of it by the button that was pressed: see `CHANGES`."""

    text = SharedCharField(
        label=_("What else does this job need?"),
        help_text=_("As you would write it in your text, such as “night shifts”."),
        max_length=MAX_TERM,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    weight = SharedChoiceField(
        label=_("How much is it wanted?"),
        choices=Term.Weight.choices,
        initial=Term.Weight.REQUIRED,
        required=False,
        widget=forms.RadioSelect,
    )
    same_as = SharedCharField(
        label=_("Other words for it"),
        help_text=_("With commas between them."),
        max_length=MAX_SAME * MAX_TERM,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    change = SharedChoiceField(
        choices=[(name, name) for name in CHANGES], widget=forms.HiddenInput, initial="add"
    )

    def clean_text(self) -> str:
        """One space between words."""
        return " ".join(self.cleaned_data["text"].split())

    def clean_weight(self) -> str:
        """Required, unless she says otherwise."""
        return self.cleaned_data["weight"] or Term.Weight.REQUIRED

    def clean_same_as(self) -> list[str]:
        """Each by itself."""
        parts = self.cleaned_data["same_as"].replace("\n", ",").split(",")
        words = list(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))
        if len(words) > MAX_SAME or any(len(one) > MAX_TERM for one in words):
            raise forms.ValidationError(_("These are too many words for one thing."))
        return words

    def carry_out(self, pursuit: Pursuit, *, by: Reader) -> None:
        """Do what a valid form says. Raises Refused as the action."""
        given: dict[str, Any] = self.cleaned_data
        action, needed = CHANGES[given["change"]]
        action(pursuit, by=by, text=given["text"], **{name: given[name] for name in needed})
        if given["change"] == "add" and given["same_as"]:
            actions.call_term_the_same(pursuit, by=by, text=given["text"], same_as=given["same_as"])


class SightingForm(forms.Form):
    """A term, and whether she sees it; empty takes back what she said."""

    name = forms.CharField(max_length=MAX_TERM_NAME)
    says = forms.ChoiceField(choices=Sighting.Says.choices, required=False)
