"""Forms about documents. A form that makes something carries a key: sent twice, it makes one."""

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from accounts.reader import Reader
from mentorship.documents import actions
from mentorship.documents.filenames import TITLE_LENGTH, kind_of, title_of
from mentorship.documents.formats.sniff import FORMATS
from mentorship.documents.models import Document, Version
from mentorship.toolbox.forms import KeyField
from mentorship.toolbox.plain import leads_elsewhere
from mentorship.toolbox.refused import Refused

ENDINGS = [f".{ending}" for ending in FORMATS]
KINDS = [kind for kind in Document.Kind.choices if kind[0] != Document.Kind.DEBRIEF]


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


def key_for(key: UUID, file: "UploadedFile[bytes]") -> UUID:
    """The key of this file in the form that carries `key`.

    The bytes are part of it: another file in the same form, after going back, is another document.
    """
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return uuid5(key, digest.hexdigest())


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of one file: a version, or a sentence that says why not."""

    filename: str
    version: Version | None = None
    sentence: str = ""


class DescriptionForm(forms.Form):
    """What a document is, how it is called, what its readers should know."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=KINDS)
    title = forms.CharField(label=_("Title"), max_length=TITLE_LENGTH)
    note = forms.CharField(
        label=_("What I would like you to know"),
        help_text=_(
            "The people you ask read this first. For example: for whom it is, what worries you."
        ),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_title(self) -> str:
        """On one line, without doubled blanks."""
        return " ".join(str(self.cleaned_data["title"]).split())


class WritingForm(DescriptionForm):
    """A text to be written here."""

    key = KeyField()


class UploadForm(DescriptionForm):
    """Files, each of which becomes a document; kind and title default to what its name says."""

    file = FilesField(
        label=_("Files"),
        help_text=_("PDF, DOCX, ODT, RTF, TXT or MD, up to 10 MB and 20 pages each."),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file first.")},
    )
    key = KeyField()

    field_order = ["file", "kind", "title", "note", "key"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].required = self.fields["title"].required = False
        self.fields["kind"].choices = [("", _("As the name of the file says")), *KINDS]  # type: ignore[attr-defined]  # a field of choices

    def arrivals(self, *, by: Reader) -> list[Arrival]:
        """Each file as a document or a refusal; one refused file keeps no other from arriving."""
        return [self._arrival(file, by) for file in self.cleaned_data["file"]]

    def _arrival(self, file: "UploadedFile[bytes]", by: Reader) -> Arrival:
        name = file.name or ""
        try:
            document = actions.upload(
                by=by,
                kind=self.cleaned_data["kind"] or kind_of(name),
                title=self.cleaned_data["title"] or title_of(name) or name,
                note=self.cleaned_data["note"],
                key=key_for(self.cleaned_data["key"], file),
                file=file,
            )
        except Refused as refused:
            return Arrival(name, sentence=refused.sentence)
        return Arrival(name, version=document.versions.get(number=1))


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
                "One line for the people you asked: they read it in their letter and above the text."
            ),
            max_length=Version._meta.get_field("change").max_length,
            required=False,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )


class ChangeForm(forms.Form):
    """What is new in a version, to be said or said otherwise."""

    change = ChangeField()


class SentForm(forms.Form):
    """To whom a version went."""

    sent_to = OneLineField(
        label=_("To which employer?"),
        help_text=_("A name, for yourself: nobody else sees it."),
        max_length=Version._meta.get_field("sent_to").max_length,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_sent_to(self) -> str:
        """A name, and no address or link."""
        name = str(self.cleaned_data["sent_to"])
        if leads_elsewhere(name):
            raise forms.ValidationError(_("Write a name without a link or an address."))
        return name


class ComparisonForm(forms.Form):
    """Which two versions to compare, and whether by their pages."""

    old = forms.IntegerField(min_value=1)
    new = forms.IntegerField(min_value=1)
    pages = forms.BooleanField(required=False)


class VersionForm(forms.Form):
    """The file of a new version, and what is new in it."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, DOCX, ODT, RTF, TXT or MD, up to 10 MB and 20 pages."),
        allow_empty_file=True,
        widget=FileInput,
        error_messages={"required": _("Choose a file first.")},
    )
    change = ChangeField()
    key = KeyField()

    def arrival(self, document: Document, *, by: Reader) -> Arrival:
        """The file as the next version, or the refusal, which then stands beside the field too."""
        file = self.cleaned_data["file"]
        key, change = key_for(self.cleaned_data["key"], file), self.cleaned_data["change"]
        try:
            made = actions.add_version(document, by=by, key=key, file=file, change=change)
            return Arrival(file.name, made)
        except Refused as refused:
            self.add_error("file", refused.sentence)
            return Arrival(file.name, sentence=refused.sentence)


class DraftForm(forms.Form):
    """The working text, and which revision of it the writer saw."""

    text = forms.CharField(
        label=_("Text"),
        max_length=100_000,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 20, "autocomplete": "off"}),
    )
    revision = forms.IntegerField(
        min_value=0, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )
    change = ChangeField()
    key = KeyField()

    def __init__(self, *args: Any, is_first: bool, **options: Any) -> None:
        """A first version is new altogether: nothing is asked about it."""
        super().__init__(*args, **options)
        if is_first:
            del self.fields["change"]

    def clean_text(self) -> str:
        """With the line ends we keep: browsers send CRLF."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")

    def show_with(self, revision: int) -> None:
        """Show what was sent once more, to be sent again over this revision."""
        self.data = {**self.data, "revision": str(revision)}
