"""Any two versions beside each other: their words, their pages, and who may see them."""

import re
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions
from mentorship.documents.access import rights
from mentorship.documents.markup.comparison import passages_html
from mentorship.documents.models import Document, Version
from mentorship.documents.reading import comparing
from mentorship.documents.reading.changes_since import pages_since
from mentorship.documents.sentences.status import with_earlier
from mentorship.documents.text.changes import How
from mentorship.documents.text.comparing import Part, Passage, Row
from mentorship.trail.models import Activity
from tests import make
from tests.browsing.browsers import signed_in
from tests.make import pdfs

pytestmark = pytest.mark.django_db

OLD = "Ada Lovelace\n\nWrote the first program, for a machine that was never built.\n"
NEW = "Ada Lovelace\n\nWrote two programs, for a machine that was never built.\n\nLikes horses.\n"


@pytest.fixture
def first(ada: User) -> Version:
    """Version 1."""
    return make.ready_version(ada, text=OLD)


@pytest.fixture
def second(first: Version) -> Version:
    """Version 2 of the same document."""
    return make.ready(make.version(first.document, text=NEW))


def comparison(document: Document, old: int = 1, new: int = 2, part: str = "") -> str:
    """The address of a comparison."""
    return f"{document.get_absolute_url()}comparison/{old}/{new}/{part}"


def kinds(version: Version) -> list[str]:
    """What the trail says happened to it."""
    thing = f"version:{version.document.ref}/{version.number}"
    return list(Activity.objects.filter(thing=thing).order_by("pk").values_list("kind", flat=True))


def words_in(tag: str, page: str) -> list[str]:
    """What stands in each element of this name, said aloud."""
    found = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
    return [" ".join(re.sub("<[^>]*>", " ", one).split()) for one in found]


def test_words_that_came_and_went_are_told(browser_of_ada: Client, second: Version):
    page = browser_of_ada.get(comparison(second.document)).content.decode()
    article = page.partition("<article")[2].partition("</article>")[0]

    assert "2 lines changed: 4 words added, 3 removed" in page
    assert words_in("del", article) == ["removed: the first program end of what was removed"]
    assert words_in("ins", article) == [
        "added: two programs end of what was added",
        "added: Likes horses. end of what was added",
    ]


def test_what_moved_is_told_as_moved_by_words_and_on_pages(browser_of_ada: Client, second: Version):
    walks = "Likes horses, bees and long walks."
    for text in (f"{OLD}\n{walks}\n", f"{walks}\n\n{OLD}"):
        make.ready(make.version(second.document, text=text))

    page = browser_of_ada.get(comparison(second.document, 3, 4)).content.decode()
    pages = browser_of_ada.get(comparison(second.document, 3, 4, "pages/")).content.decode()

    assert "0 words added, 0 removed, 6 moved" in page
    assert "moved away: </span>Likes horses, bees and long walks." in page
    assert "moved here: </span>Likes horses, bees and long walks." in page
    assert pages.count('<rect class="moved"') == 2


def test_rows_are_escaped_and_blanks_stand_outside_of_what_changed():
    parts = [Part(How.KEPT, "R&D "), Part(How.DELETED, "<b> "), Part(How.KEPT, "here ")]

    found = passages_html([Passage([Row(opens_block=False, parts=parts)], is_folded=False)])

    assert found.startswith('<p class="compared-row is-changed" dir="auto">R&amp;D <del>')
    assert "&lt;b&gt;<span" in found
    assert found.endswith("</del> here</p>")


def test_a_version_is_the_same_as_itself(browser_of_ada: Client, second: Version):
    same = browser_of_ada.get(comparison(second.document, 2, 2)).content.decode()

    assert "These are the same version" in same
    assert "<del>" not in same.partition("<article")[2]


def test_versions_with_the_same_words_may_look_different(browser_of_ada: Client, first: Version):
    make.ready(make.version(first.document, text=OLD.replace(" for", "\nfor")))

    assert (
        "The words are the same" in browser_of_ada.get(comparison(first.document)).content.decode()
    )


def test_pictures_have_no_words_to_compare(ada: User, browser_of_ada: Client):
    drawn = ContentFile(pdfs.pdf("10 10 200 200 re f"), name="cv.pdf")
    document = make.ready_version(ada, text=OLD).document
    made = actions.add_version(document, by=as_account(ada), key=uuid4(), file=drawn)
    make.ready(made)

    page = browser_of_ada.get(comparison(document)).content.decode()

    assert "a picture without text" in page
    assert "removed." not in page
    assert "are marked" not in browser_of_ada.get(made.get_absolute_url()).content.decode()


def test_pages_stand_in_pairs_with_their_changed_words(second: Version, first: Version):
    (pair,) = comparing.pages(first, second)

    assert pair.old
    assert pair.new
    (gone,) = pair.old.boxes
    wrote, likes = pair.new.boxes
    assert gone.top < gone.rule < gone.top + gone.height
    assert wrote.rule == wrote.top + wrote.height
    assert wrote.top < likes.top
    assert 0 < wrote.left < wrote.left + wrote.width < comparing.SCALE


def test_a_page_that_one_of_them_lacks_is_said_so(browser_of_ada: Client, first: Version):
    long = "".join(f"Line {number} of many.\n" for number in range(90))
    make.ready(make.version(first.document, text=long))

    page = browser_of_ada.get(comparison(first.document, part="pages/")).content.decode()

    assert "Version 1 has no page 2." in page
    assert "Page 2 of version 2" in page


def test_the_chosen_two_are_led_to(browser_of_ada: Client, second: Version):
    choose = f"{second.document.get_absolute_url()}comparison/"

    def leads_to(**chosen: object) -> str:
        return str(browser_of_ada.get(choose, chosen).get("Location", ""))

    assert leads_to() == comparison(second.document)
    assert leads_to(old=2, new=1) == comparison(second.document, 2, 1)
    assert leads_to(old=1, new=2, pages="1") == comparison(second.document, part="pages/")
    assert browser_of_ada.get(choose, {"old": "x"}).status_code == 404


def test_a_lone_version_is_compared_with_itself_and_none_with_nothing(
    browser_of_ada: Client, ada: User
):
    ready, waiting = make.ready_version(ada).document, make.document(ada)

    choices = [
        browser_of_ada.get(f"{document.get_absolute_url()}comparison/")
        for document in (ready, waiting)
    ]

    assert choices[0]["Location"] == comparison(ready, 1, 1)
    assert choices[1].status_code == 404


def test_a_version_that_is_not_ready_is_compared_with_none(browser_of_ada: Client, first: Version):
    make.version(first.document)

    assert browser_of_ada.get(comparison(first.document)).status_code == 404


def test_mentors_compare_what_they_may_read_and_that_is_written_down(second: Version):
    ben, eve = make.person("Ben"), make.person("Eve")
    make.grant(second.document, to=ben)

    answers = [signed_in(one).get(comparison(second.document)).status_code for one in (ben, eve)]

    assert answers == [200, 404]
    assert kinds(second) == ["uploaded", "compared"]
    written = Activity.objects.filter(kind="compared")
    assert set(written.values_list("actor", flat=True)) == {ben.pk}


def test_what_its_owner_compares_is_not_written_down(browser_of_ada: Client, second: Version):
    browser_of_ada.get(comparison(second.document))

    assert not Activity.objects.filter(kind="compared").exists()


def test_a_version_is_compared_with_the_ready_one_before(first: Version, second: Version):
    refused = make.version(first.document)
    fourth = make.ready(make.version(first.document))
    refused.state = Version.State.REFUSED

    found = with_earlier([fourth, refused, second, first])

    assert found == [(fourth, second), (refused, None), (second, first), (first, None)]


def test_a_comparison_costs_the_same_whatever_changed(browser_of_ada: Client, first: Version):
    many = "".join(f"Line {number} of many.\n" for number in range(90))
    for text in (OLD + "One more.\n", many):
        make.ready(make.version(first.document, text=text))

    costs = []
    for new in (2, 3):
        browser_of_ada.get(comparison(first.document, 1, new))
        with CaptureQueriesContext(connection) as queries:
            browser_of_ada.get(comparison(first.document, 1, new))
        costs.append(len(queries))

    assert costs[0] == costs[1]


def test_the_page_of_the_newer_one_counts_the_same(second: Version, browser_of_ada: Client):
    old = second.document.versions.get(number=1)
    reader = as_account(second.document.owner)

    _pages, since = pages_since(second, reader, rights(reader, second.document))

    found = comparing.words(old, second).difference
    assert (since.lines, since.is_same) == (found.lines, found.is_same)
    assert found.lines
