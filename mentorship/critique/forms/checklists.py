"""A mentor's checklist, and the answers it gets in a review."""

from collections.abc import Mapping
from typing import Any
from zlib import crc32

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mentorship.critique.models import Checklist, FilledChecklist
from mentorship.critique.models.lengths import MAX_CHECKLIST_NAME, MAX_QUESTION
from mentorship.toolbox.forms import KeyField, OverwritingForm, WrittenField

MAX_QUESTIONS = 12
MAX_TYPED = MAX_QUESTIONS * (MAX_QUESTION + 1)


class ChecklistForm(OverwritingForm):
    """What it is called, and its questions."""

    seen_field = "revision"

    name = forms.CharField(
        label=_("What it is called"),
        max_length=MAX_CHECKLIST_NAME,
        help_text=_("The people you help see it above your answers."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    questions = WrittenField(
        label=_("Its questions"),
        max_length=MAX_TYPED,
        help_text=_(
            "One on each line, at most 12, each to be answered with yes, no or not sure:"
            " “Does each job begin with a result?”"
        ),
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput(), required=False, min_value=0)

    def clean_questions(self) -> list[str]:
        """Each line once, in the order in which they were typed."""
        typed = (" ".join(line.split()) for line in self.cleaned_data["questions"].split("\n"))
        questions = list(dict.fromkeys(line for line in typed if line))
        over = len(questions) - MAX_QUESTIONS
        if over > 0:
            told = ngettext(
                "This is %(count)s question too many: keep at most %(most)s.",
                "These are %(count)s questions too many: keep at most %(most)s.",
                over,
            )
            raise forms.ValidationError(told % {"count": over, "most": MAX_QUESTIONS})
        for question in questions:
            if len(question) > MAX_QUESTION:
                long = _("“%(start)s…” is too long: at most %(most)s characters for each question.")
                raise forms.ValidationError(long % {"start": question[:40], "most": MAX_QUESTION})
        return questions

    def clean_revision(self) -> int:
        """The state the page showed; of one that is new, none yet."""
        return int(self.cleaned_data["revision"] or 0)


class NewChecklistForm(ChecklistForm):
    """One more of them."""

    key = KeyField()


def as_kept(checklist: Checklist) -> dict[str, Any]:
    """What the form shows of it at first."""
    questions = "\n".join(checklist.questions)
    return {"name": checklist.name, "questions": questions, "revision": checklist.revision}


class AnswersForm(OverwritingForm):
    """Each question of a checklist, with what can be said to it.

    A field is named after its question, so that an answer never stands at another one.
    """

    seen_field = "revision"

    revision = forms.IntegerField(widget=forms.HiddenInput(), required=False, min_value=0)

    def __init__(
        self, typed: Mapping[str, Any] | None, *, checklist: Checklist | FilledChecklist
    ) -> None:
        filled = checklist if isinstance(checklist, FilledChecklist) else None
        answers = filled.answers if filled else [""] * len(checklist.questions)
        names = [f"answer-{crc32(text.encode()):08x}" for text in checklist.questions]
        initial: dict[str, Any] = dict(zip(names, answers, strict=True))
        initial["revision"] = filled.revision if filled else 0
        super().__init__(typed, initial=initial)
        self.names = names
        for name, text in zip(names, checklist.questions, strict=True):
            self.fields[name] = forms.ChoiceField(
                label=text,
                choices=[*FilledChecklist.Answer.choices, ("", _("No answer"))],
                required=False,
                widget=forms.RadioSelect,
            )

    @property
    def answers(self) -> list[str]:
        """One for each question, in their order."""
        return [self.cleaned_data[name] for name in self.names]

    @property
    def revision_seen(self) -> int:
        """Which answers the page showed; 0 when there were none."""
        return int(self.cleaned_data["revision"] or 0)
