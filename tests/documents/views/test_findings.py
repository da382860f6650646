"""What was found in a file is told to its owner at once, and to nobody else."""

from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from accounts.models import User
from accounts.reader import NOBODY, as_account
from mentorship.documents import actions
from mentorship.documents.models import Version
from mentorship.documents.sentences.findings import for_owner, told
from tests import make
from tests.browsing.browsers import signed_in
from tests.make import pdfs

pytestmark = pytest.mark.django_db

STUFFED = "java python kubernetes"
UNSEEN = "Software reads 3 words in this file that people cannot see, the first in line 2: “java python kub"
BOTH = "Your file contains 2 comments and 5 changes, which are not shown here."


def with_hidden_words(owner: User) -> Version:
    hidden = "1 1 1 rg " + pdfs.text_at(72, 600, STUFFED)
    file = ContentFile(pdfs.pdf(pdfs.text_at(72, 700, "Ada") + hidden), name="cv.pdf")
    document = actions.upload(
        by=as_account(owner), kind="resume", title="CV", note="", key=uuid4(), file=file
    )
    return make.ready(document.versions.get())


def test_the_owner_reads_it_on_the_documents_page_and_beside_the_text(
    browser_of_ada: Client, ada: User
) -> None:
    version = with_hidden_words(ada)

    for address in (version.document.get_absolute_url(), version.get_absolute_url()):
        assert UNSEEN in browser_of_ada.get(address).content.decode()


def test_a_page_that_waited_hears_of_it_at_once(browser_of_ada: Client, ada: User) -> None:
    version = with_hidden_words(ada)
    state = f"{version.document.get_absolute_url()}versions/1/state/?since=preparing"

    assert UNSEEN in browser_of_ada.get(f"{state}&tell=yes").content.decode()
    assert UNSEEN not in browser_of_ada.get(state).content.decode()


def test_a_mentor_is_not_told(ada: User) -> None:
    version, ben = with_hidden_words(ada), make.person("Ben")
    make.grant(version.document, to=ben)
    browser = signed_in(ben)
    state = f"{version.document.get_absolute_url()}versions/1/state/?tell=yes"

    for address in (version.get_absolute_url(), state):
        response = browser.get(address)
        assert response.status_code == 200
        assert "nobody sees" not in response.content.decode()


def test_only_the_owner_signed_in_is_told(ada: User) -> None:
    version = with_hidden_words(ada)

    assert len(told(version, as_account(ada))) == 1
    assert told(version, as_account(make.person("Ben"))) == told(version, NOBODY) == []


@pytest.mark.parametrize(
    ("comments", "changes", "sentence"),
    [
        (2, 5, BOTH),
        (1, 1, "Your file contains 1 comment and 1 change, which are not shown here."),
        (2, 1, "Your file contains 2 comments and 1 change, which are not shown here."),
        (1, 0, "Your file contains 1 comment, which is not shown here."),
        (
            0,
            2,
            "Your file contains 2 tracked changes, which are not shown here: the text is as it will be "
            "once they are accepted.",
        ),
    ],
)
def test_remarks_inside_a_file_are_counted_in_words(
    comments: int, changes: int, sentence: str
) -> None:
    facts = {"comments": comments, "changes": changes}

    assert for_owner(Version(findings=[["remarks-inside", facts]])) == [sentence]


def test_letters_nobody_reads_are_told_with_their_line() -> None:
    facts = {"count": 1, "example": "o\ufffdce", "line": 7}
    version = Version(findings=[["unmapped-letters", facts], ["of-tomorrow", {}]])

    assert for_owner(version) == [
        "1 line contains letters that software can’t read, because their font doesn’t say what they "
        "are. Line 7 comes out as “o\ufffdce”."
    ]


def test_letters_that_came_out_as_another_sign_are_told_with_an_example() -> None:
    facts = {"count": 2, "example": "Opera_ng", "line": 9}

    [sentence] = for_owner(Version(findings=[["odd-letters", facts]]))

    assert sentence.startswith(
        "Software reads a wrong character in 2 words: line 9 comes out with “Opera_ng”."
    )
