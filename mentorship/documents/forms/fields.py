"""Fields that several forms of documents are made of."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from mentorship.documents.formats.registry import BY_ENDING
from mentorship.documents.lengths import MAX_CHANGE

ENDINGS = [f".{ending}" for ending in BY_ENDING]


class FileInput(forms.FileInput):
    """Chooses a file of a format that can be read here."""

    def __init__(self) -> None:
        super().__init__({"accept": ",".join(ENDINGS)})


class FilesInput(FileInput):
    """Chooses several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or more; its value is their list. Empty ones count: beside each stands why not."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list["UploadedFile[bytes]"]:
        """The files, each checked like a single one."""
        check = super().clean
        return [check(file, initial) for file in data or [None]]


class OneLineField(forms.CharField):
    """Words on one line, without doubled blanks."""

    def clean(self, value: Any) -> str:
        """As they were typed, but for the blanks."""
        return str(super().clean(" ".join(str(value or "").split())))


class ChangeField(OneLineField):
    """What is new in a version, for the people who were asked."""

    def __init__(self) -> None:
        super().__init__(
            label=_("What is new?"),
            help_text=_(
                "One line for the people you asked. They read it in our email and above the text."
            ),
            max_length=MAX_CHANGE,
            required=False,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )
