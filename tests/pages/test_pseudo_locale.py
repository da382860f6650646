"""No page holds a word that cannot be translated, or a row in which nothing stands."""

import re
import zoneinfo
from collections.abc import Iterator

import pytest

from accounts.models import User
from mentorship.critique.comments.saved import NAME
from mentorship.critique.models import Checklist, Comment, Decision, PrivateNote, SavedComment
from mentorship.documents.models import Document, Version
from mentorship.jobsearch.coverage.terms import terms_of
from mentorship.jobsearch.models import Lesson, Pursuit
from mentorship.looks.models import Look
from tests.make import evidence
from tests.pages.addresses import addresses
from tests.pages.after_forms import SAID, files, steps, versions
from tests.pages.hollow import hollow
from tests.pages.matrix import LINES, said_in
from tests.pages.moments import moments
from tests.pages.personas import World, world
from tests.pages.pseudo import glued, pseudo_locale, turned, untranslated

pytestmark = pytest.mark.django_db

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


def test_a_row_without_anything_in_it_is_found() -> None:
    page = '<html><p>a</p><p class="b"> <span></span> </p><ul hidden></ul><div role="status"></div>'

    assert hollow(page) == ['<p class="b">  </p>']
    assert hollow('<ul class="found"></ul>') == []


@pytest.mark.walk
def test_every_page_says_everything_in_the_language_of_its_reader() -> None:
    with pseudo_locale():
        here = world()
        shown = dict([*pages(here), *steps(here), *versions(here), *files(here)])
        shown |= {name: page for name, _browser, page in moments(here)}
        names = typed_in(here)

    left = {place: words_left(page, names) for place, page in shown.items()}

    assert {place: words for place, words in left.items() if words} == {}
    assert {place: found for place, page in shown.items() if (found := glued(page))} == {}
    assert {place: found for place, page in shown.items() if (found := hollow(page))} == {}
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
    said |= {SAID, evidence.QUOTED}
    for job in Pursuit.objects.all():
        terms = {one.text for one in terms_of(job.posting)}
        said |= {job.role, job.employer, *job.posting.splitlines(), *terms} - {""}
    said |= set(Lesson.objects.values_list("text", flat=True))
    said |= {"Sam", *Look.objects.values_list("job", flat=True)} - {""}
    for saved in SavedComment.objects.all():
        said |= {saved.title, saved.text, saved.text.replace(NAME, "")}
    for checklist in Checklist.objects.all():
        said |= {checklist.name, *checklist.questions}
    said |= set(PrivateNote.objects.values_list("text", flat=True))
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
