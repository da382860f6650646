"""The pages that stand at no address of their own: what is said after a form was sent."""

from collections.abc import Iterator
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.reader import as_account
from mentorship.critique import actions as critique
from mentorship.critique.steps.tellings import listeners
from mentorship.documents import actions as documents
from mentorship.documents import rendering
from mentorship.documents.models import Document, Version
from tests import make
from tests.pages.personas import NEW_PASSWORD, World

SAID = "Two of them"


def steps(here: World) -> Iterator[tuple[str, str]]:
    """The pages that ask for a code, each after the form before it."""
    email = here.document.owner.email
    signing_up = {"email": "eve@example.org", "password1": NEW_PASSWORD, "display_name": "Eve"}
    forms = {
        "sign in": ("account_request_login_code", {"email": email}),
        "forgotten": ("account_reset_password", {"email": email}),
        "sign up": ("account_signup", signing_up),
    }
    for name, (view, form) in forms.items():
        browser = Client()
        page = browser.post(reverse(view), form, follow=True)
        wrong = browser.post(page.redirect_chain[-1][0], {"code": "WRONG"})
        assert 'name="code"' in page.content.decode()
        yield f"{name} asks", page.content.decode()
        yield f"{name} refuses", wrong.content.decode()
    yield preview(here)


def preview(here: World) -> tuple[str, str]:
    """An email as it will leave."""
    typed = {
        "documents": here.document.ref,
        "people-TOTAL_FORMS": 2,
        "people-INITIAL_FORMS": 0,
        "people-0-name": SAID,
        "people-0-email": "fay@example.org",
        "people-1-name": SAID,
        "people-1-email": "gus@example.org",
        "minutes": 10,
        "openness": "table",
        "key": uuid4(),
        "preview": "yes",
    }
    page = here.browsers["owner"].post(reverse("circle:ask"), typed).content.decode()
    assert "gus@example.org" in page
    return "preview", page


def versions(here: World) -> Iterator[tuple[str, str]]:
    """What is said of a next version: what is new in it, how it differs, that it was sent."""
    document, by = here.document, as_account(here.document.owner)
    made = make.ready(make.version(document, text="Ada Lovelace\n\nLikes horses\n"))
    documents.say_what_is_new(made, by=by, change=SAID)
    documents.mark_sent(made, by=by, sent_to=SAID)
    reading, numbers = made.get_absolute_url(), {"old": 1, "new": 2}
    for who in ("owner", "visitor", "reading"):
        yield f"version 2 {who}", here.ask(who, reading).body
        for name in ("comparison", "compared_pages"):
            path = reverse(f"documents:{name}", kwargs={"ref": document.ref, **numbers})
            yield f"{name} {who}", here.ask(who, path).body
    yield "versions", here.ask("owner", document.get_absolute_url()).body
    telling = reverse("critique:telling", kwargs={"ref": document.ref, "number": 2})
    yield "telling", here.ask("owner", telling).body
    told = [critique.Words(one.person_id, SAID) for one in listeners(made, by)]
    assert told
    critique.tell(made, told, by=by)
    yield "told", here.ask("owner", telling).body


def files(here: World) -> Iterator[tuple[str, str]]:
    """What is said of files that cannot be read: at once, and after they were opened."""
    browser = here.browsers["owner"]
    wrong = {"empty.pdf": b"", "broken.pdf": b"%PDF-1.7", "page.pdf": b"<html>", "old.xyz": b"a"}
    given = [SimpleUploadedFile(name, content) for name, content in wrong.items()]
    answer = browser.post(reverse("documents:upload"), {"file": given, "key": str(uuid4())})
    yield "upload refuses", answer.content.decode()
    for version_id in rendering.due():
        rendering.prepare(version_id)
        document = Document.objects.get(versions=version_id)
        yield document.title, browser.get(document.get_absolute_url()).content.decode()
    assert Version.objects.filter(state=Version.State.REFUSED).exists()
