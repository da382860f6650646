"""Living sample data, made through the same actions people use. For `./run demo` only."""

import tomllib

import typst
from allauth.account.models import EmailAddress
from celery import current_app
from django.core.files import File
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions
from mentorship.documents.models import Document
from mentorship.home.demo_critique import SAMPLES, key, make_critique
from mentorship.home.demo_jobs import begin_jobs, is_ready, tell_story

EMAIL = "ada@okafor.example"
PASSWORD = "three-quiet-nights"  # noqa: S105 - printed by the command, for this machine only


def make_demo() -> User:
    """Ada with a résumé and a letter in mid-critique, a job that said no and the next one. Once."""
    ada = _person("Ada Okafor", EMAIL)
    tomasz = _person("Tomasz Zielinski", "tomasz@zielinski.example")
    documents = {
        "resume": _resume(ada),
        "letter": _letter(ada, _("Letter to Harbour Freight"), "ada-letter.md"),
        "tomasz": _letter(tomasz, _("Letter to Hale Parcels"), "tomasz-letter.md"),
    }
    jobs = begin_jobs(ada)
    if all(map(is_ready, documents.values())):
        sample = tomllib.loads((SAMPLES / "critique.toml").read_text())
        make_critique(ada, documents, jobs, sample)
        _rewrite(documents[sample["next"]["on"]], **sample["next"])
        tell_story(documents["resume"], documents["letter"], jobs, sample["people"])
    return ada


def _person(name: str, email: str) -> User:
    known = User.objects.filter(email=email).first()
    if known:
        return known
    facts = {"time_zone": "Europe/London", "claimed_at": timezone.now()}
    person = User.objects.create_user(email, PASSWORD, display_name=name, **facts)
    EmailAddress.objects.create(user=person, email=email, primary=True, verified=True)
    return person


def _resume(ada: User) -> Document:
    with (SAMPLES / "ada-resume.pdf").open("rb") as file:
        return actions.upload(
            by=as_account(ada),
            kind=Document.Kind.RESUME,
            title=_("Résumé, operations lead"),
            note=_(
                "I am applying to lead a site of my own. Does the first half of the page say so?"
            ),
            key=key("resume"),
            file=File(file, name="ada-resume.pdf"),
        )


def _letter(owner: User, title: str, name: str) -> Document:
    """A letter written here, and saved as a version."""
    by, kind = as_account(owner), Document.Kind.COVER_LETTER
    letter = actions.begin_text(by=by, kind=kind, title=title, note="", key=key(name))
    if not letter.draft:
        text = (SAMPLES / name).read_text()
        actions.save_draft(letter, by=by, text=text, revision=letter.draft_revision)
        actions.save_as_version(letter, by=by, key=key(f"version of {name}"))
    return letter


def _rewrite(document: Document, *, on: str, change: str, words: dict[str, str]) -> None:
    """The next version, set from the same source with other words, and carried to. Once."""
    if document.versions.count() > 1:
        return
    source = (SAMPLES / f"ada-{on}.typ").read_text()
    for old, new in words.items():
        source = source.replace(old, new)
    file = ContentFile(typst.compile(source.encode()), name=f"ada-{on}.pdf")
    added = actions.add_version(
        document, by=as_account(document.owner), key=key("next"), file=file, change=change
    )
    if is_ready(document):
        current_app.tasks["critique.carry"].run(added.pk)
