"""What forms of several apps are made of."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, ClassVar, Self
from uuid import uuid4

from django import forms
from django.utils.choices import BaseChoiceIterator
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mentorship.toolbox.clock.moments import moment
from mentorship.toolbox.markup import controls
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale


def show(refused: Refused, *, on: forms.Form) -> None:
    """Put the sentence beside its field, or above them all where the form has no such field."""
    on.add_error(refused.field if refused.field in on.fields else None, refused.sentence)


class SharedField(forms.Field):
    """One that no form changes: all forms of a kind share it.

    Django copies each field with its widget for each form: a third of what making a comment's takes.
    """

    def __deepcopy__(self, _memo: object) -> Self:
        return self


class SharedCharField(SharedField, forms.CharField):
    """Words that are typed, in a field that all forms of its kind share."""


class SharedChoiceField(SharedField, forms.ChoiceField):
    """One of a few, which are the same for everybody."""


class KeyField(SharedField, forms.UUIDField):
    """A fresh key each time the form is shown, also when it is shown again."""

    widget = forms.HiddenInput(attrs={"autocomplete": "off"})

    def __init__(self) -> None:
        super().__init__(initial=uuid4)

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What was sent is spent."""
        return initial


class LongSelect(forms.Select):
    """A list of many to choose one from, without groups: Django draws each option by a template of its own."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """The control, with an option for each choice."""
        widget = forms.Widget.get_context(self, name, value, attrs)["widget"]
        chosen = set(self.format_value(value))
        options = [(one, words, str(one) in chosen) for one, words in self.choices]
        return controls.long_select({**widget, "options": options})


class FlatChoices(BaseChoiceIterator):
    """(value, words) of many, taken as they are: Django looks within each for groups, twice."""

    def __init__(self, choices: Sequence[tuple[Any, str]]) -> None:
        self._choices = choices

    def __iter__(self) -> Iterator[tuple[Any, str]]:
        return iter(self._choices)


class WrittenField(forms.CharField):
    """Words that people write at length, with line ends as we keep them: a browser sends CRLF."""

    def to_python(self, value: Any) -> str:
        """What was typed; a line end counts as one character, here as in the script."""
        return str(super().to_python(str(value or "").replace("\r\n", "\n")))


class MomentField(forms.Field):
    """A moment as a page wrote it, with its offset; in UTC."""

    widget = forms.HiddenInput()

    def to_python(self, value: Any) -> datetime | None:
        """The moment; None when the field is empty."""
        if value in self.empty_values:
            return None
        found = moment(str(value))
        if found is None:
            raise forms.ValidationError(_("This isn’t a valid time. Reload the page."))
        return found


class OverwritingForm(forms.Form):
    """A form about what another window may have changed since the page was opened.

    seen_field  its hidden field that says which state the page showed
    """

    seen_field: ClassVar[str]

    def refuse(self, stale: Stale[Any]) -> None:
        """Show what was typed once more, and why it is not kept; sent again, it goes over what is."""
        self.show_over(stale.seen)
        self.add_error(stale.field, stale.sentence)

    def show_over(self, seen: str | int) -> None:
        """Show what was typed once more, to go over the state `seen` when it is sent again."""
        # Name by name, for `{**data}` takes lists out of what a browser sent.
        typed = {name: self.data[name] for name in self.data}
        self.data = typed | {self.seen_field: str(seen)}
