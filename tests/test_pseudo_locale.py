"""No page holds a word that cannot be translated."""

import re
import zoneinfo
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.reader import as_account
from mentorship.critique.models import Comment, Decision
from mentorship.documents import actions as documents
from mentorship.documents import rendering
from mentorship.documents.models import Document, Version
from tests import make
from tests.addresses import addresses
from tests.matrix import LINES, said_in
from tests.personas import NEW_PASSWORD, World, world
from tests.pseudo import glued, pseudo_locale, turned, untranslated

pytestmark = pytest.mark.django_db

SAID = "Two of them"
LINK = re.compile(r"https?://\S+")
ZONES = {zone.replace("_", " ") for zone in zoneinfo.available_timezones()}


def test_a_word_outside_the_brackets_is_found() -> None:
    page = '⟦One <a title="Two">link⟧</a> three <p>⟦x ⟦y⟧⟧ 4</p><img alt="⟦a⟧ b"><script>c</script>'

    assert untranslated(page) == ["Two", "three", "b"]


def test_what_varies_in_a_sentence_is_turned() -> None:
    assert turned("%(name)s sent {count} of <a href='%(url)s'>%(all)s</a>") == (
        "%(all)s sent {count} of <a href='%(url)s'>%(name)s</a>"
    )


def test_what_varies_must_have_names() -> None:
    with pytest.raises(ValueError, match="no name"):
        turned("%s sent %s")


def test_words_put_beside_a_sentence_are_found() -> None:
    page = "<p>Ada ⟦has answered⟧</p><p>⟦Ben⟧ ⟦and⟧</p><p>⟦Done.⟧ ⟦Next⟧</p><p>⟦Why:⟧ so</p>"

    assert glued(page) == ["Ada ⟦has answered⟧", "⟦Ben⟧ ⟦and⟧"]


def test_every_page_says_everything_in_the_language_of_its_reader() -> None:
    with pseudo_locale():
        here = world()
        shown = dict([*pages(here), *steps(here), *versions(here), *files(here)])
        names = typed_in(here)

    left = {place: words_left(page, names) for place, page in shown.items()}

    assert {place: words for place, words in left.items() if words} == {}
    assert {place: found for place, page in shown.items() if (found := glued(page))} == {}
    assert {"home:desk GET owner 200", "critique:reading GET visitor 200"} <= set(left)


def pages(here: World) -> Iterator[tuple[str, str]]:
    """Every page somebody gets, also with a form sent empty, and once where nothing is.

    Who gets a page at all is what the access matrix says, and keeps.
    """
    paths = {address.name: address.in_(here) for address in addresses()}
    lost = set()
    for name, method, statuses in map(said_in, LINES):
        for who, status in statuses.items():
            if status in {302, 405} or (status == 404 and who in lost):
                continue
            answer = here.ask(who, paths[name], method)
            if answer.kind == "text/html":
                yield f"{name} {method} {who} {answer.status}", answer.body
                lost |= {who} if status == 404 else set()


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


def typed_in(here: World) -> list[str]:
    """What people wrote in this world, the longest first."""
    people = {word for person in User.objects.all() for word in (person.email, person.name)}
    documents = set(Document.objects.values_list("title", flat=True))
    filenames = set(Version.objects.values_list("filename", flat=True))
    said = {
        words
        for row in Comment.objects.values_list("text", "why", "suggestion__new")
        for words in row
        if words
    }
    said.add(SAID)
    texts = Version.objects.values_list("text", flat=True)
    lines = {line for text in texts for line in text.splitlines()} - {""}
    said |= {words for one in Decision.objects.all() for words in (one.text, one.why)} - {""}
    others = {"empty.pdf", "page.pdf", "old.xyz", "PDF"}  # refused at once; the name of a format
    return sorted(people | documents | filenames | said | lines | others, key=len, reverse=True)


def words_left(page: str, names: list[str]) -> list[str]:
    """What stands outside the brackets and was typed by nobody."""
    found = set(untranslated(page)) - ZONES
    for name in names:
        found = {words.replace(name, "") for words in found}
    return sorted(words for words in found if re.search(r"[^\W\d_]", LINK.sub("", words)))
