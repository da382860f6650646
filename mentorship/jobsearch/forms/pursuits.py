"""What a seeker says of a job: all of it, its next step, its stage."""

from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from mentorship.documents.formats.registry import BY_ENDING
from mentorship.jobsearch.actions.texts import KINDS
from mentorship.jobsearch.jobs import Job
from mentorship.jobsearch.lengths import (
    MAX_EMPLOYER,
    MAX_LINK,
    MAX_POSTING,
    MAX_ROLE,
    MAX_STEP,
)
from mentorship.jobsearch.letters.beginnings import REACHED
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.forms import (
    KeyField,
    OverwritingForm,
    SharedChoiceField,
    WrittenField,
)

SCHEME = "https://"
ENDINGS = ",".join(f".{ending}" for ending in BY_ENDING)


class OneLineField(forms.CharField):
    """Words on one line, without doubled blanks."""

    def clean(self, value: Any) -> str:
        """As they were typed, but for the blanks."""
        return str(super().clean(" ".join(str(value or "").split())))


class DayField(forms.DateField):
    """A day, or none."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(required=False, widget=widget, **options)


class LinkField(OneLineField):
    """A link to a page of the web, with its scheme, which may be left out; no other scheme is one."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"})
        super().__init__(max_length=MAX_LINK - len(SCHEME), widget=widget, **options)

    def clean(self, value: Any) -> str:
        """The link, or an empty text."""
        text = super().clean(value)
        if text and ":" not in text.partition("/")[0]:
            text = SCHEME + text
        if text:
            URLValidator(["http", "https"], message=_("Give a link that begins with https."))(text)
        return text


class NextStepForm(forms.Form):
    """What comes next, and when."""

    next_step = OneLineField(
        label=_("Next step"),
        help_text=_("For example: ring the recruiter, send the letter."),
        max_length=MAX_STEP,
        required=False,
    )
    next_on = DayField(
        label=_("On which day?"), help_text=_("You get an email on the morning of that day.")
    )


class JobForm(OverwritingForm):
    """A job: what it is, its posting as text or as a file, its dates."""

    seen_field = "revision"

    role = OneLineField(
        label=_("What is the job called?"),
        max_length=MAX_ROLE,
        error_messages={"required": _("Write what the job is called.")},
    )
    employer = OneLineField(label=_("Employer"), max_length=MAX_EMPLOYER, required=False)
    posting = WrittenField(
        label=_("The posting"),
        help_text=_("Paste its text. It stays here when the advert is taken down."),
        max_length=MAX_POSTING,
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    file = forms.FileField(
        label=_("Or the posting as a file"),
        help_text=_("PDF, Word or text. Its words are read and kept here."),
        allow_empty_file=True,
        required=False,
        widget=forms.FileInput({"accept": ENDINGS}),
    )
    link = LinkField(label=_("Link to the posting"), required=False)
    deadline = DayField(label=_("Apply by"))
    next_step = NextStepForm.base_fields["next_step"]
    next_on = NextStepForm.base_fields["next_on"]
    revision = forms.IntegerField(
        min_value=0, required=False, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )
    key = KeyField()

    MORE = ("link", "deadline", "next_step", "next_on")

    @property
    def more(self) -> list[forms.BoundField]:
        """What few people fill in at once: folded, unless it says something or has to be looked at."""
        return [self[name] for name in self.MORE]

    @property
    def shows_more(self) -> bool:
        """Whether one of them says something, or has to be looked at."""
        return any(field.errors or field.value() for field in self.more)

    @staticmethod
    def saying(pursuit: Pursuit) -> dict[str, Any]:
        """What the form says of a pursuit as it is."""
        return {name: getattr(pursuit, name) for name in (*Job.__slots__, "revision")}

    @property
    def job(self) -> Job:
        """What a valid form says."""
        return Job(**{name: self.cleaned_data[name] for name in Job.__slots__})


class StageForm(forms.Form):
    """Where it stands."""

    stage = SharedChoiceField(label=_("Where does it stand?"), choices=Pursuit.Stage.choices)


class OutcomeForm(forms.Form):
    """How it ended."""

    outcome = SharedChoiceField(label=_("How did it end?"), choices=Pursuit.Outcome.choices)


class TextForm(forms.Form):
    """What to write about it, begun by one press."""

    kind = SharedChoiceField(choices=[(kind, kind) for kind in KINDS])
    key = KeyField()


class FollowUpForm(TextForm):
    """The letter that asks how to do better, which begins in other words for each stage."""

    reached = SharedChoiceField(
        label=_("How far did you get?"),
        help_text=_("The letter starts differently for each."),
        choices=zip(
            REACHED,
            (_("I applied"), _("I had an interview"), _("I was in the final round")),
            strict=True,
        ),
    )
