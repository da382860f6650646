"""Living sample data, made through the same actions people use. For `./run demo` only."""

from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from allauth.account.models import EmailAddress
from django.core.files import File
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions
from mentorship.documents.models import Document

SAMPLES = Path(__file__).parent / "samples"
EMAIL = "ada@okafor.example"
PASSWORD = "three-quiet-nights"  # noqa: S105 - printed by the command, for this machine only


def make_demo() -> User:
    """Ada with a résumé and a cover letter she is still writing. Twice makes nothing twice."""
    ada = _ada()
    reader = as_account(ada)
    with (SAMPLES / "ada-resume.pdf").open("rb") as file:
        actions.upload(
            by=reader,
            kind=Document.Kind.RESUME,
            title=_("Résumé, operations lead"),
            note=_(
                "I am applying to lead a site of my own. Does the first half of the page say so?"
            ),
            key=_key("resume"),
            file=File(file, name="ada-resume.pdf"),
        )
    letter = actions.begin_text(
        by=reader,
        kind=Document.Kind.COVER_LETTER,
        title=_("Letter to Harbour Freight"),
        note="",
        key=_key("letter"),
    )
    if not letter.draft:
        text = (SAMPLES / "ada-letter.md").read_text()
        actions.save_draft(letter, by=reader, text=text, revision=letter.draft_revision)
        actions.save_as_version(letter, by=reader, key=_key("letter version"))
    return ada


def _ada() -> User:
    known = User.objects.filter(email=EMAIL).first()
    if known:
        return known
    ada = User.objects.create_user(
        EMAIL,
        PASSWORD,
        display_name="Ada Okafor",
        time_zone="Europe/London",
        claimed_at=timezone.now(),
    )
    EmailAddress.objects.create(user=ada, email=EMAIL, primary=True, verified=True)
    return ada


def _key(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"https://mentorship.example/demo/{name}")
