"""What forms of several apps are made of."""

from typing import Any
from uuid import uuid4

from django import forms


class KeyField(forms.UUIDField):
    """A fresh key each time the form is shown, also when it is shown again."""

    widget = forms.HiddenInput(attrs={"autocomplete": "off"})

    def __init__(self) -> None:
        super().__init__(initial=uuid4)

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What was sent is spent."""
        return initial
