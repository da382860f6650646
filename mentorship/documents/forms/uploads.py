"""Files that become documents, and versions of them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.documents.forms.descriptions import KINDS, DescriptionForm
from mentorship.documents.forms.fields import ChangeField, FileInput, FilesField
from mentorship.documents.sentences.formats import WHICH_FILE, WHICH_FILES
from mentorship.toolbox.forms import KeyField


class UploadForm(DescriptionForm):
    """Files, each of which becomes a document; kind and title default to what its name says."""

    file = FilesField(
        label=_("Files"),
        help_text=WHICH_FILES,
        allow_empty_file=True,
        error_messages={"required": _("Choose a file first.")},
    )
    key = KeyField()

    facts = ("kind", "title", "note", "key")
    field_order = ["file", *facts]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].required = self.fields["title"].required = False
        self.fields["kind"].choices = [("", _("Go by the file name")), *KINDS]  # type: ignore[attr-defined]  # a field of choices

    @property
    def given(self) -> dict[str, Any]:
        """What a valid form says: see `arriving.as_documents`."""
        given = self.cleaned_data
        return {"files": given["file"]} | {name: given[name] for name in self.facts}


class VersionForm(forms.Form):
    """The file of a new version, and what is new in it."""

    file = forms.FileField(
        label=_("File"),
        help_text=WHICH_FILE,
        allow_empty_file=True,
        widget=FileInput,
        error_messages={"required": _("Choose a file first.")},
    )
    change = ChangeField()
    key = KeyField()
