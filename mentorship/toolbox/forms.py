"""What forms of several apps are made of."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _

from mentorship.toolbox.moments import moment


class KeyField(forms.UUIDField):
    """A fresh key each time the form is shown, also when it is shown again."""

    widget = forms.HiddenInput(attrs={"autocomplete": "off"})

    def __init__(self) -> None:
        super().__init__(initial=uuid4)

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What was sent is spent."""
        return initial


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
            raise forms.ValidationError(_("This is no moment. Load the page again."))
        return found
