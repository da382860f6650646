"""Forms of an ask, and of the answers to one. The names people give lead nowhere, nor do the words."""

from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.reader import Reader
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.forms.fields import PlainField, WantedByField
from mentorship.circle.lengths import MAX_NAME, MAX_QUESTION, MAX_ROUND_NAME, MAX_SENTENCE
from mentorship.circle.models import Colleague, Round
from mentorship.documents.models import Document, Version
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.forms import KeyField
from mentorship.toolbox.words.plain import leads_elsewhere

MAX_PEOPLE = 20
MAX_JOBS = 100  # of the newest
MANY_PEOPLE = 6  # more of those asked before are folded
MINUTES = (5, 10, 20, 30, 60)
EXAMPLES = (
    _("What would make you stop reading?"),
    _("Which line would you cut first?"),
    _("What did you look for and not find?"),
)


def _minutes() -> list[tuple[int, str]]:
    return [
        (count, ngettext("%(count)d minute", "%(count)d minutes", count) % {"count": count})
        for count in MINUTES
    ]


class PersonForm(forms.Form):
    """One person to ask; a row left empty asks nobody."""

    name = forms.CharField(label=_("Name"), max_length=MAX_NAME, required=False)
    email = forms.EmailField(label=_("Email address"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"

    def clean_name(self) -> str:
        """On one line, and nothing that could be pressed."""
        name = " ".join(str(self.cleaned_data["name"]).split())
        if leads_elsewhere(name) or "@" in name:
            raise forms.ValidationError(_("Give a name without an address or a link."))
        return name

    def clean(self) -> dict[str, Any]:
        """Both or nothing."""
        given = self.cleaned_data
        if given.get("email") and not given.get("name") and "name" not in self.errors:
            self.add_error(
                "name", _("What do you call this person? The email opens with their name.")
            )
        if given.get("name") and not given.get("email") and "email" not in self.errors:
            self.add_error("email", _("Which address should we write to?"))
        return given

    @property
    def asked(self) -> Invitee | None:
        """The person, if the row names one."""
        email = self.cleaned_data.get("email")
        return Invitee(self.cleaned_data["name"], email) if email else None


PeopleForms = forms.formset_factory(
    PersonForm, extra=1, max_num=MAX_PEOPLE, absolute_max=MAX_PEOPLE
)


class AskForm(forms.Form):
    """What is asked, of which documents, by when."""

    documents = forms.MultipleChoiceField(
        label=_("What should they read?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose what they should read.")},
    )
    colleagues = forms.MultipleChoiceField(
        label=_("People you asked before"), required=False, widget=forms.CheckboxSelectMultiple
    )
    sentence = PlainField(
        label=_("Your own words to them"),
        help_text=_("The email opens with them. For example: why you are asking them."),
        max_length=MAX_SENTENCE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    question_1 = PlainField(label=_("First question"), max_length=MAX_QUESTION, required=False)
    question_2 = PlainField(label=_("Second question"), max_length=MAX_QUESTION, required=False)
    question_3 = PlainField(label=_("Third question"), max_length=MAX_QUESTION, required=False)
    minutes = forms.TypedChoiceField(
        label=_("Roughly how long will it take?"), choices=_minutes, coerce=int, initial=10
    )
    wanted_by = WantedByField(
        label=_("By when?"), help_text=_("The links in the emails work for 30 days after that day.")
    )
    openness = forms.ChoiceField(
        label=_("Can they see each other’s comments?"),
        help_text=_("You see everything. You can open it up later, and everyone is told."),
        choices=Round.Openness.choices,
        initial=Round.Openness.TABLE,
        widget=forms.RadioSelect,
    )
    sends_reminders = forms.BooleanField(
        label=_("Remind anyone who does not answer"),
        help_text=_(
            "Without a date: once, after a week. With one: at most twice, two days before it and on"
            " the morning after."
        ),
        initial=True,
        required=False,
    )
    may_answer_by_mail = forms.BooleanField(
        label=_("They can also reply by email"),
        help_text=_("Replies then go to your own address. Otherwise they answer on the page only."),
        initial=True,
        required=False,
    )
    always_by_code = forms.BooleanField(
        label=_("Always ask for a code"),
        help_text=_("The link alone opens nothing: we email a code to the address you give here."),
        required=False,
    )
    pursuit = forms.ChoiceField(
        label=_("For which job?"),
        help_text=_("They read its posting beside your text. The email says which job it is."),
        required=False,
    )
    name = forms.CharField(
        label=_("A name for this round"),
        help_text=_("Only you see it. Without one, you find it by the document and the day."),
        max_length=MAX_ROUND_NAME,
        required=False,
    )
    key = KeyField()

    BEFORE_PEOPLE = ("documents", "colleagues")
    OPTIONS = (
        "minutes",
        "wanted_by",
        "openness",
        "sends_reminders",
        "may_answer_by_mail",
        "always_by_code",
        "pursuit",
        "name",
    )
    BOXES = ("sends_reminders", "may_answer_by_mail", "always_by_code")
    QUESTIONS = ("question_1", "question_2", "question_3")
    SAME = ("sentence", *OPTIONS)

    def __init__(self, *args: Any, by: Reader, **options: Any) -> None:
        super().__init__(*args, **options)
        ready = Version.objects.visible_to(by).ready()
        mine = Document.objects.owned_by(by).filter(versions__in=ready).distinct()
        self.mine = {document.ref: document for document in mine.order_by("-created_at")}
        self.circle = {str(one.pk): one for one in Colleague.objects.owned_by(by)}
        self._offer("documents", [(ref, str(one.title)) for ref, one in self.mine.items()])
        if self.only_one:
            self.initial["documents"] = list(self.mine)
        self._offer("colleagues", [(pk, _known(one)) for pk, one in self.circle.items()])
        jobs = Pursuit.objects.owned_by(by).under_way().without_posting().order_by("-created_at")
        self.jobs = {one.ref: one for one in jobs[:MAX_JOBS]}
        self._offer(
            "pursuit", [("", _("For none")), *((ref, one.called) for ref, one in self.jobs.items())]
        )
        last = Round.objects.owned_by(by).exclude(questions=[]).order_by("-created_at").first()
        self.last_questions = last.questions if last else []

    def _offer(self, name: str, choices: "list[tuple[str, Any]]") -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = choices

    @property
    def before_people(self) -> list[BoundField]:
        """The fields above the rows of people, in the order of the page."""
        return [self[name] for name in self.BEFORE_PEOPLE]

    @property
    def after_people(self) -> list[BoundField]:
        """The fields below them, in the order of the page."""
        return [self[name] for name in ("sentence", *self.QUESTIONS, *self.OPTIONS)]

    @property
    def shows_job(self) -> bool:
        """Whether a job is chosen, so that it stands where it is seen."""
        return self["pursuit"].value() in self.jobs

    @property
    def options(self) -> list[BoundField]:
        """What is asked of hardly anybody: folded, unless something in it has to be looked at."""
        return [self[name] for name in self.OPTIONS]

    @property
    def shows_options(self) -> bool:
        """Whether one of them has to be looked at."""
        return any(field.errors for field in self.options)

    @property
    def shows_more_questions(self) -> bool:
        """Whether the second or the third says something, or has to be looked at."""
        return any(self[name].value() or self[name].errors for name in self.QUESTIONS[1:])

    @property
    def has_many_people(self) -> bool:
        """Whether those asked before are too many to stand above the rows of new ones."""
        return len(self.circle) > MANY_PEOPLE

    @property
    def shows_people(self) -> bool:
        """Whether one of them is chosen, or has to be looked at."""
        return bool(self["colleagues"].value() or self["colleagues"].errors)

    @property
    def examples(self) -> list[str]:
        """Questions one press takes: those of the last round, and three that many ask."""
        return list(dict.fromkeys([*self.last_questions, *(str(one) for one in EXAMPLES)]))

    @property
    def only_one(self) -> Document | None:
        """The one document there is to read; None when there is a choice."""
        return next(iter(self.mine.values())) if len(self.mine) == 1 else None

    @property
    def chosen(self) -> list[Document]:
        """The documents that are chosen as the page is shown, also of a form that is refused."""
        return [self.mine[ref] for ref in self["documents"].value() or [] if ref in self.mine]

    @property
    def to_read(self) -> list[Document]:
        """The chosen documents."""
        return [self.mine[ref] for ref in self.cleaned_data["documents"]]

    @property
    def known(self) -> list[Invitee]:
        """The people chosen among those asked before."""
        chosen = (self.circle[pk] for pk in self.cleaned_data["colleagues"])
        return [Invitee(one.name, one.address, one.person_id) for one in chosen]

    @property
    def ask(self) -> Ask:
        """What everybody is asked."""
        given = self.cleaned_data
        questions = [given[name] for name in self.QUESTIONS if given[name]]
        same = {name: given[name] for name in self.SAME if name != "pursuit"}
        return Ask(questions=questions, pursuit=self.jobs.get(given["pursuit"]), **same)


def _known(colleague: Colleague) -> str:
    return f"{colleague.name} ({colleague.address})"


def as_typed(sent: QueryDict) -> dict[str, Any]:
    """What was sent of the ask, to show it once more without a word about what is missing.

    An example that was pressed stands in the first question that is empty.
    """
    lists = {name: sent.getlist(name) for name in ("documents", "colleagues")}
    boxes = {name: name in sent for name in AskForm.BOXES}
    typed = {**sent.dict(), **lists, **boxes}
    empty = [name for name in AskForm.QUESTIONS if not str(typed.get(name, "")).strip()]
    if empty and "example" in sent:
        typed[empty[0]] = sent["example"]
    return typed


def rows_as_typed(sent: QueryDict) -> list[dict[str, str]]:
    """What was sent of the people."""
    count = sent.get("people-TOTAL_FORMS", "")
    total = min(int(count), MAX_PEOPLE) if count.isdecimal() else 1
    fields = ("name", "email")
    return [{name: sent.get(f"people-{row}-{name}", "") for name in fields} for row in range(total)]
