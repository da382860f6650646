"""A comment that somebody keeps to use again."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.critique.models import SavedComment
from mentorship.critique.models.lengths import MAX_SAVED, MAX_SAVED_TITLE
from mentorship.toolbox.forms import KeyField, OverwritingForm, WrittenField


class SavedCommentForm(OverwritingForm):
    """What it is called, and its words."""

    seen_field = "revision"

    title = forms.CharField(
        label=_("What you look for"),
        max_length=MAX_SAVED_TITLE,
        help_text=_("A word or two, such as “results” or “too long”."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    text = WrittenField(
        label=_("What it says"),
        max_length=MAX_SAVED,
        help_text=_("Write {name} where the name of the person you are helping should stand."),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput(), required=False, min_value=0)

    def clean_revision(self) -> int:
        """The state the page showed; of one that is new, none yet."""
        return int(self.cleaned_data["revision"] or 0)


class NewSavedCommentForm(SavedCommentForm):
    """One more of them."""

    key = KeyField()


def as_kept(saved: SavedComment) -> dict[str, Any]:
    """What the form shows of it at first."""
    return {"title": saved.title, "text": saved.text, "revision": saved.revision}
