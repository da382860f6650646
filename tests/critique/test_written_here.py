"""Words accepted in a text that is written here are in its draft by that press, and out by another."""

import pytest

from accounts.models import User
from accounts.reader import Reader
from mentorship.critique import actions
from mentorship.critique.models import Suggestion, Thread
from mentorship.documents.actions import save_draft
from mentorship.documents.models import Document, Version
from tests import make
from tests.browsing.browsers import sign_in
from tests.make import saying

pytestmark = pytest.mark.django_db

LINE = "Wrote the first program, for a machine that was never built."
BETTER = "Programmed the Analytical Engine in 1843."
MARKDOWN = f"# Ada Lovelace\n\n- {LINE}\n- Curious about *engines*.\n"
SHOWN = f"Ada Lovelace\n\n• {LINE}\n• Curious about engines.\n"


@pytest.fixture
def version(ada: User) -> Version:
    document = make.draft(ada, text=MARKDOWN)
    return make.ready(make.version(document, text=SHOWN))


def suggested(version: Version, ben: Reader, words: str = BETTER, line: int = 2) -> Suggestion:
    thread = saying.point(version, ben, "", line, wording=words)
    return thread.comments.get().suggestion


def draft(version: Version) -> str:
    return Document.objects.get(pk=version.document_id).draft


def write(version: Version, seeker: Reader, text: str) -> None:
    document = Document.objects.get(pk=version.document_id)
    save_draft(document, by=seeker, text=text, revision=document.draft_revision)


@pytest.mark.parametrize("undo", ["reconsider", "decline", "reopen"])
def test_accepting_puts_them_in_and_undoing_takes_them_out(
    version: Version, seeker: Reader, ben: Reader, undo: str
) -> None:
    one = suggested(version, ben, f"• {BETTER}")

    actions.accept(one, by=seeker)
    actions.accept(one, by=seeker)
    accepted = draft(version)
    one.refresh_from_db()
    about = one.comment.thread if undo == "reopen" else one
    getattr(actions, undo)(about, by=seeker)

    assert accepted == MARKDOWN.replace(LINE, BETTER)
    assert one.done_at
    assert draft(version) == MARKDOWN


def test_a_mark_and_a_decision_accept_as_well(
    version: Version, seeker: Reader, ben: Reader, eve: Reader
) -> None:
    one, other = suggested(version, ben), suggested(version, eve, "Programmed first.")
    both = [one.comment.thread, other.comment.thread]

    made = actions.decide(version.document, both, by=seeker, chosen=both[1])
    decided = draft(version)
    actions.undecide(made, by=seeker)
    undone = draft(version)
    actions.mark(both[0], by=seeker, use="used", reason="", seen="")

    assert decided == MARKDOWN.replace(LINE, "Programmed first.")
    assert undone == MARKDOWN
    assert draft(version) == MARKDOWN.replace(LINE, BETTER)


def test_what_is_not_found_is_said_and_the_draft_stays(
    version: Version, seeker: Reader, ben: Reader, ada: User
) -> None:
    one, missing = suggested(version, ben), suggested(version, ben, "Ada, Countess", line=1)
    write(version, seeker, MARKDOWN.replace("Ada Lovelace", "Ada King"))
    before = draft(version)

    actions.accept(missing, by=seeker)
    unchanged = draft(version)
    actions.accept(one, by=seeker)

    page = sign_in(ada).get(version.get_absolute_url()).content.decode()
    assert unchanged == before
    assert page.count("These words were not found in your draft") == 1
    assert page.count("It is in your draft.") == 1
    assert page.count("Open the draft") == 2


@pytest.mark.parametrize("undo", ["reconsider", "decline", "reopen"])
def test_words_that_are_to_go_go_and_come_back(
    version: Version, seeker: Reader, ben: Reader, undo: str
) -> None:
    one = suggested(version, ben, "")

    actions.accept(one, by=seeker)
    accepted = draft(version)
    one.refresh_from_db()
    about = one.comment.thread if undo == "reopen" else one
    getattr(actions, undo)(about, by=seeker)

    assert accepted == MARKDOWN.replace(f"- {LINE}\n", "")
    assert one.done_at
    assert draft(version) == MARKDOWN


def test_it_is_said_that_words_are_out_of_the_draft(
    version: Version, seeker: Reader, ben: Reader, ada: User
) -> None:
    actions.accept(suggested(version, ben, ""), by=seeker)

    page = sign_in(ada).get(version.get_absolute_url()).content.decode()

    assert page.count("Your draft goes without them.") == 1


def test_words_that_went_stay_out_once_she_wrote_on_there(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    one = suggested(version, ben, "")
    actions.accept(one, by=seeker)
    since = draft(version).replace("# Ada Lovelace\n", "# Ada King\n")
    write(version, seeker, since)

    actions.reconsider(one, by=seeker)

    assert draft(version) == since


def test_words_that_stand_twice_alike_are_left_to_her(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    twice = f"- {LINE}\n\nAnd again.\n\n- {LINE}\n"
    write(version, seeker, twice)

    for words in (BETTER, ""):
        one = suggested(version, ben, words)
        actions.accept(one, by=seeker)

        one.refresh_from_db()
        assert (one.done_at, one.replaced) == (None, "")
        assert draft(version) == twice


def test_what_she_wrote_since_is_not_undone(version: Version, seeker: Reader, ben: Reader) -> None:
    one = suggested(version, ben)
    actions.accept(one, by=seeker)
    since = draft(version).replace("1843", "1843, in Ockham")
    write(version, seeker, since)

    actions.reconsider(one, by=seeker)

    assert draft(version) == since


def test_its_author_does_not_touch_the_draft(version: Version, seeker: Reader, ben: Reader) -> None:
    one = suggested(version, ben)
    thread = one.comment.thread
    actions.resolve(thread, by=ben)
    one.refresh_from_db()
    resolved, accepted_at = draft(version), one.accepted_at
    actions.reopen(thread, by=ben)
    actions.accept(one, by=seeker)
    actions.reopen(thread, by=ben)

    assert (resolved, accepted_at) == (MARKDOWN, None)
    assert draft(version) == MARKDOWN.replace(LINE, BETTER)
    assert Thread.objects.get().use == ""


def test_a_file_has_no_draft(ada: User, seeker: Reader) -> None:
    uploaded = make.ready_version(ada, text=SHOWN)
    kim = make.visitor(make.grant(uploaded.document, to=make.invited("Kim")))
    one = suggested(uploaded, kim)

    actions.accept(one, by=seeker)

    page = sign_in(ada).get(uploaded.get_absolute_url()).content.decode()
    assert draft(uploaded) == ""
    assert "your draft" not in page
