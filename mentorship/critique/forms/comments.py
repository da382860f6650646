"""Forms about what is said. One that makes something carries a key: sent twice, it makes one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.critique.comments.content import Content
from mentorship.critique.comments.targets import Target
from mentorship.critique.forms.fields import (
    BoxField,
    NumberField,
    TextField,
    WhyField,
    WordingField,
    WordsField,
)
from mentorship.critique.models import Thread
from mentorship.critique.models.kinds import TO_STAY, Kind
from mentorship.critique.models.lengths import MAX_WORDING
from mentorship.documents.text.rewording import is_other
from mentorship.toolbox.forms import KeyField, OverwritingForm

if TYPE_CHECKING:
    from django.http import QueryDict
    from django.utils.functional import _StrPromise as StrPromise

VIEWS = ("auto", "pages", "text", "software")


@dataclass(frozen=True, slots=True)
class Fold:
    """A field that is folded away until it is wanted."""

    name: str
    title: "StrPromise"
    field: forms.BoundField
    is_open: bool


class SayingForm(forms.Form):
    """What a comment says: first its text; what more may be said is folded away.

    keeps       the kind that a button of its own says in one press, with words or without; empty for none
    instead_of  the words `wording` was filled in with: it suggests something once it says another thing
    """

    titles: ClassVar[dict[str, "StrPromise"]] = {
        "wording": _("Suggest other words"),
        "why": _("Say why"),
    }

    keeps: ClassVar[Kind | str] = ""
    has_suggestion = False  # one that this form cannot change

    @property
    def unfolded(self) -> list[forms.BoundField]:
        """What is shown at once."""
        return [field for field in self.visible_fields() if field.name not in self.titles]

    @property
    def folds(self) -> list[Fold]:
        """What is folded away, open where something stands in it."""
        return [
            self._fold(name, title) for name, title in self.titles.items() if name in self.fields
        ]

    def _fold(self, name: str, title: "StrPromise") -> Fold:
        field = self[name]
        is_used = self._suggests() if name == "wording" else bool(field.value())
        return Fold(name, title, field, is_open=is_used or bool(field.errors))

    def clean(self) -> dict[str, Any]:
        """Words, or what suffices without any. What is folded away and was not sent is None."""
        given = super().clean() or {}
        for name in self.titles:
            if name in self.fields and self.add_prefix(name) not in self.data:
                given[name] = None
        if given.get("wording") == "" and not given.get("instead_of"):
            given["wording"] = None  # nothing stood there that could be left out
        if self.has_error("text", "required") and self._suffices(given):
            del self.errors["text"]
            given["text"] = ""
        return given

    def _suffices(self, given: dict[str, Any]) -> bool:
        """Whether it says something without a text: other words, or that these are to stay."""
        kind = given.get("kind")
        is_to_stay = kind is not None and Thread.Kind(kind).facts.is_to_stay
        return is_to_stay or self.has_suggestion or self._suggests()

    def _suggests(self) -> bool:
        if "wording" not in self.fields:
            return False
        old = self["instead_of"].value() or ""
        return bool(old) and is_other(old, self["wording"].value() or "")


class KindField(forms.ChoiceField):
    """What a comment asks for."""

    widget = forms.RadioSelect

    def __init__(self) -> None:
        first = Thread.Kind.COMMENT
        super().__init__(
            label=_("What is it?"), choices=Thread.Kind.choices, initial=first, required=False
        )


class CommentForm(SayingForm):
    """A comment and the place it is about: see `targets.Target`; all empty for the whole document.

    view  how the version is being read, to come back to the same page
    """

    keeps: ClassVar[Kind | str] = TO_STAY

    text = TextField(_("Your comment"))
    kind = KindField()
    wording = WordingField()
    why = WhyField()
    instead_of = WordsField()
    key = KeyField()
    line = NumberField(1)
    start = NumberField(0)
    end_line = NumberField(1)
    end = NumberField(0)
    question = NumberField(1)
    page = NumberField(1)
    box = BoxField()
    view = forms.ChoiceField(
        choices=[(view, view) for view in VIEWS], required=False, widget=forms.HiddenInput
    )

    def clean_kind(self) -> str:
        """A plain comment, unless she said more."""
        return self.cleaned_data["kind"] or Thread.Kind.COMMENT

    def offer(self, words: str) -> None:
        """Let her change these words; none, or too many of them, are not offered for changing."""
        if words and len(words) <= MAX_WORDING:
            self.initial.update({"wording": words, "instead_of": words})
        else:
            del self.fields["wording"], self.fields["instead_of"]

    @property
    def place(self) -> Target:
        """Where what a valid form says belongs."""
        parts = ("line", "start", "end_line", "end", "question", "page", "box")
        return Target(**{name: self.cleaned_data[name] for name in parts})

    @property
    def given(self) -> dict[str, Any]:
        """What a valid form says, and where it belongs."""
        given = self.cleaned_data
        says = {name: given[name] for name in ("text", "why", "key")}
        kind = given.get("kind", Thread.Kind.COMMENT)
        return {**says, "kind": kind, "wording": given.get("wording"), "place": self.place}


class AnswerForm(CommentForm):
    """A comment that answers one of the seeker's questions: it is of no kind, and about no words."""

    keeps = ""
    text = TextField(_("Your answer"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("kind", "wording", "instead_of"):
            del self.fields[name]

    def offer(self, words: str) -> None:
        """Nothing: no words of the document are meant."""


def form_at(place: "QueryDict | dict[str, str]") -> type[CommentForm]:
    """Which form is for what is pointed at: an answer where it is a question."""
    return AnswerForm if place.get("question") else CommentForm


class ReplyForm(SayingForm):
    """An answer in a thread."""

    text = TextField(_("Your reply"))
    key = KeyField()


class EditForm(OverwritingForm, SayingForm):
    """A comment in other words, and the revision that was changed.

    now       what it says
    old       the words for which it may suggest others; empty for none
    kind      of its thread; empty when it has none to change: an answer
    is_first  whether it begins its thread, and so may say why
    """

    seen_field = "revision"

    text = TextField(_("Your comment"))
    kind = KindField()
    wording = WordingField()
    why = WhyField()
    instead_of = WordsField()
    revision = forms.IntegerField(
        min_value=1, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def __init__(
        self, data: Any, *, now: Content, old: str, kind: str, is_first: bool, revision: int
    ) -> None:
        words = {"wording": old if now.wording is None else now.wording, "instead_of": old}
        says = {"text": now.text, "why": now.why, "kind": kind, "revision": revision}
        super().__init__(data, initial=says | words)
        self.has_suggestion = not old and now.wording is not None
        if not old:
            del self.fields["wording"], self.fields["instead_of"]
        if not is_first:
            del self.fields["why"]
        if not kind:
            del self.fields["kind"]
            self.fields["text"].label = _("Your answer") if is_first else _("Your reply")

    def clean_kind(self) -> str:
        """As it was, where none was sent."""
        return str(self.cleaned_data["kind"] or self.initial["kind"])

    @property
    def given(self) -> dict[str, Any]:
        """What a valid form changes."""
        facts = {name: self.cleaned_data.get(name) for name in ("kind", "why", "wording")}
        return {name: self.cleaned_data[name] for name in ("text", "revision")} | facts
