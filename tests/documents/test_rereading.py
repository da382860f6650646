"""Versions of before are read once more, while nobody waits for a new one."""

from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions, rereading, tasks
from mentorship.documents.formats import wire
from mentorship.documents.models import Page, Version
from mentorship.documents.reading.simple import simple_pages
from tests import make
from tests.make import pdfs

pytestmark = pytest.mark.django_db

WHITE = pdfs.text_at(72, 700, "Ada Lovelace") + "1 g " + pdfs.text_at(72, 600, "Unseen words here")

REMARK = (
    f"{pdfs.LETTER} /Annots [<< /Type /Annot /Subtype /Text /Rect [9 9 29 29] /Contents (Why?) >>]"
)


@pytest.fixture
def old(ada: User) -> Version:
    """A version of before, with white words and a remark, of which its owner was told nothing."""
    file = ContentFile(pdfs.pdf(WHITE, page=REMARK), name="cv.pdf")
    by = as_account(ada)
    document = actions.upload(by=by, kind="resume", title="CV", note="", key=uuid4(), file=file)
    version = make.ready(document.versions.get())
    Page.objects.update(simple=None)
    Version.objects.update(findings=[], awaits_rereading=True, due_at=version.ready_at)
    return version


def again(version: Version) -> Version:
    """The row as it is now."""
    return Version.objects.get(pk=version.pk)


def said(version: Version) -> list[tuple[str, str]]:
    """The pieces that software gets, and what was found of each."""
    pages = simple_pages(version) or []
    pieces = [piece for page in pages for row in page.rows for piece in row]
    return [(version.text[one.start : one.end] or one.text, one.marks) for one in pieces]


def test_what_software_reads_is_found_and_its_owner_told(old: Version) -> None:
    tasks.reread()

    version = again(old)
    assert said(version) == [("Ada Lovelace", ""), ("Unseen words here", "u")]
    found = dict(version.findings)
    assert found["remarks-inside"] == {"comments": 1, "changes": 0}
    assert found["unseen-words"] == {"count": 3, "example": "Unseen words here", "line": 2}
    assert (version.text, version.awaits_rereading, version.lease) == (old.text, False, "")
    assert not rereading.read_next()


def test_words_stay_those_that_were_kept(old: Version) -> None:
    Version.objects.update(text="Ada L.\nUnseen words here")
    [page] = Page.objects.all()
    [first, second] = page.lines
    page.lines = [[1, 0, 6, *first[3:]], [2, 7, 24, *second[3:]]]
    page.save()

    tasks.reread()

    version = again(old)
    assert version.text == "Ada L.\nUnseen words here"
    assert said(version) == [("Ada", ""), ("Lovelace", ""), ("Unseen words here", "u")]
    assert [facts.get("line") for _code, facts in version.findings] == [None, 2]


def test_what_is_found_at_words_that_were_not_kept_is_not_told(old: Version) -> None:
    Version.objects.update(text="Ada Lovelace")

    tasks.reread()

    assert [code for code, _facts in again(old).findings] == ["remarks-inside"]


def test_one_that_has_other_pages_today_stays_as_it_is(old: Version) -> None:
    Page.objects.create(version=old, number=2, width=1, height=1, start=31, end=31)

    tasks.reread()

    assert (simple_pages(old), again(old).awaits_rereading) == (None, False)


def test_one_that_is_refused_today_stays_as_it_is(old: Version) -> None:
    with default_storage.open(old.original, "wb") as file:
        file.write(b"%PDF-1.7 no more")

    tasks.reread()

    assert (again(old).state, again(old).awaits_rereading) == ("ready", False)


def test_one_whose_file_is_missing_is_tried_another_day(old: Version) -> None:
    default_storage.delete(old.original)

    tasks.reread()

    assert again(old).awaits_rereading
    assert not rereading.read_next()


def test_new_versions_go_first(old: Version, ada: User) -> None:
    make.document(ada)

    tasks.reread()

    assert again(old).awaits_rereading


def test_whoever_lost_the_lease_writes_nothing(old: Version) -> None:
    version = rereading._claim()
    assert version
    assert rereading._claim() is None
    Version.objects.update(lease="theirs")

    with rereading.rendering.reading_copy(version) as manuscript:
        rereading._keep(version, manuscript)

    assert simple_pages(old) is None
    assert wire.findings_row(manuscript)
