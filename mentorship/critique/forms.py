"""Forms about what is said. One that makes something carries a key: sent twice, it makes one."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.critique.models import Review, Thread
from mentorship.critique.pointing import Place
from mentorship.toolbox.forms import KeyField

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

VIEWS = ("auto", "pages", "text")
LONGEST = 10_000


class TextField(forms.CharField):
    """What a person says, in Markdown light."""

    def __init__(self, label: "str | StrPromise") -> None:
        super().__init__(
            label=label,
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
            error_messages={"required": _("Write something first.")},
        )


class NumberField(forms.IntegerField):
    """A number that a script fills in; empty when it points at nothing smaller."""

    widget = forms.HiddenInput(attrs={"autocomplete": "off"})

    def __init__(self, least: int) -> None:
        super().__init__(min_value=least, max_value=10_000_000, required=False)


class CommentForm(forms.Form):
    """A comment and the place it is about: see `pointing.Place`; all empty for the whole document.

    view  how the version is being read, to come back to the same page
    """

    text = TextField(_("Your comment"))
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=Thread.Kind.choices,
        initial=Thread.Kind.COMMENT,
        required=False,
        widget=forms.RadioSelect,
    )
    key = KeyField()
    line = NumberField(1)
    start = NumberField(0)
    end_line = NumberField(1)
    end = NumberField(0)
    question = NumberField(1)
    view = forms.ChoiceField(
        choices=[(view, view) for view in VIEWS], required=False, widget=forms.HiddenInput
    )

    def clean_kind(self) -> str:
        """A plain comment, unless she said more."""
        return self.cleaned_data["kind"] or Thread.Kind.COMMENT

    @property
    def place(self) -> Place:
        """Where it belongs, of a valid form."""
        given = self.cleaned_data
        return Place(
            line=given["line"],
            start=given["start"],
            end_line=given["end_line"],
            end=given["end"],
            question=given["question"],
        )


class PlaceForm(forms.Form):
    """Where a thread belongs in a version, by a line; a script fills in words of it."""

    line = forms.IntegerField(
        label=_("Line"),
        help_text=_("Its number stands beside it, at the left of the text."),
        min_value=1,
        max_value=10_000_000,
        error_messages={"required": _("Name a line.")},
        widget=forms.NumberInput(attrs={"autocomplete": "off", "min": 1}),
    )
    start = NumberField(0)
    end_line = NumberField(1)
    end = NumberField(0)

    @property
    def place(self) -> Place:
        """The line or the words, of a valid form."""
        given = self.cleaned_data
        return Place(
            line=given["line"],
            start=given["start"],
            end_line=given["end_line"],
            end=given["end"],
        )


class ReplyForm(forms.Form):
    """An answer in a thread."""

    text = TextField(_("Your reply"))
    key = KeyField()


class EditForm(forms.Form):
    """A comment in other words, and the revision that was changed."""

    text = TextField(_("Your comment"))
    revision = forms.IntegerField(
        min_value=1, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def show_with(self, revision: int) -> None:
        """Show what was sent once more, so that saving it keeps it over this revision."""
        self.data = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        self.data["revision"] = str(revision)  # type: ignore[index]  # its copy may be changed


class FinishForm(forms.Form):
    """The verdict, by the button that was pressed, and what she wants to say beside it."""

    summary = forms.CharField(
        label=_("What matters most"),
        help_text=_("One or two sentences, on top of your comments."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    verdict = forms.ChoiceField(
        choices=Review.Verdict.choices,
        widget=forms.HiddenInput,
        error_messages={"required": _("Choose one of the three.")},
    )
