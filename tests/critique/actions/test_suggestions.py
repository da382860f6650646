"""Suggested wording: made, changed, accepted or declined, and worked in."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.reader import Reader
from mentorship.critique import actions
from mentorship.critique.comments.content import Content, content_of
from mentorship.critique.models import Comment, Suggestion, Thread
from mentorship.critique.worklist.accepted_wording import taken
from mentorship.documents.models import Grant, Version
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.invitations import letters
from tests.browsing.reading import SCRIPT, address, written
from tests.make import saying

pytestmark = pytest.mark.django_db

LINE = "Wrote the first program, for a machine that was never built."
BETTER = "Wrote the first program, for a machine nobody had built."


@pytest.fixture
def mentor(version: Version, ben: Reader) -> Client:
    """Ben's browser."""
    return visit(make.visitor_pass(Grant.objects.get(person=ben.person)))


def suggest(version: Version, mentor: Reader, wording: str = BETTER, line: int = 2) -> Suggestion:
    """Other words for a line, and nothing else; sent."""
    return saying.point(version, mentor, "", line, wording=wording).comments.get().suggestion


def press(browser: Client, suggestion: Suggestion, what: str) -> str:
    """What is shown after a press without a script."""
    answer = browser.post(reverse(f"critique:{what}", args=[suggestion.comment.ref]), follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_suggestion_suffices_without_a_comment(version: Version, mentor: Client) -> None:
    form = written("", line=2, wording=BETTER, instead_of=LINE)

    page = mentor.post(address(version, "threads"), form, follow=True).content.decode()

    assert Suggestion.objects.get().old == LINE
    assert Suggestion.objects.get().new == BETTER
    assert "that was never" in page.partition("<del>")[2].partition("</del>")[0]
    assert "nobody had" in page.partition("<ins>")[2].partition("</ins>")[0]
    assert "Accept" not in page


def test_the_words_as_they_are_suggest_nothing(version: Version, mentor: Client) -> None:
    same = "Wrote the  first\nprogram, for a machine that was never built."

    said = mentor.post(
        address(version, "threads"), written("Good.", line=2, wording=same, instead_of=LINE)
    )
    unsaid = mentor.post(
        address(version, "threads"), written("", line=2, wording=same, instead_of=LINE)
    )

    assert (said.status_code, unsaid.status_code) == (302, 422)
    assert not Suggestion.objects.exists()


def test_emptied_words_are_to_be_left_out(version: Version, mentor: Client) -> None:
    form = written("", line=2, wording="", instead_of=LINE)

    page = mentor.post(address(version, "threads"), form, follow=True).content.decode()

    assert Suggestion.objects.get().new == ""
    assert "<ins>" not in page


def test_an_empty_field_leaves_nothing_out_where_no_words_stood(
    version: Version, mentor: Client
) -> None:
    mentor.post(address(version, "threads"), written("Good.", line=2, wording=""))

    assert mentor.get(address(version, "reading")).content.decode().count("Good.") == 1
    assert not Suggestion.objects.exists()


def test_the_form_of_a_line_is_filled_in_with_its_words(version: Version, mentor: Client) -> None:
    line = mentor.get(address(version, "reading") + "?line=2").content.decode()
    whole = mentor.get(address(version, "reading") + "?whole=1").content.decode()

    form = line.partition('id="comment"')[2].partition("</form>")[0]
    assert f'name="instead_of" value="{LINE}"' in form
    assert "Suggest other words" not in whole.partition('id="comment"')[2].partition("</form>")[0]


def test_why_is_shown_beneath_the_words(version: Version, ada: User, mentor: Client) -> None:
    form = written("Shorter.", line=2, why="They read <ten> seconds.")
    mentor.post(address(version, "threads"), form)
    assert mentor.get(address(version, "reading")).content.decode().count("ten&gt; seconds.") == 1
    finish = reverse("critique:finish", args=[Thread.objects.get().round.ref])

    mentor.post(finish, {"verdict": "ready"})

    page = sign_in(ada).get(address(version, "reading")).content.decode()
    assert "They read &lt;ten&gt; seconds." in page.partition("Why:")[2]


def test_why_and_wording_are_in_the_letter(version: Version, ada: User, ben: Reader) -> None:
    for wording in (BETTER, ""):
        saying.draft(version, ben, "", why="Nobody believes it.", wording=wording)
    saying.finish(version, ben)

    (words,) = letters(ada.email, "critique.finished")

    assert f"Suggested wording: {BETTER}\nWhy: Nobody believes it." in words
    assert "Suggested: leave these words out." in words


def test_only_the_seeker_decides(version: Version, seeker: Reader, ben: Reader) -> None:
    suggestion = suggest(version, ben)

    with pytest.raises(Refused) as refused:
        actions.accept(suggestion, by=ben)

    assert refused.value.status == 403
    assert not Suggestion.objects.accepted().exists()


def test_accepted_with_one_press_and_undone_with_another(
    version: Version, ada: User, mentor: Client, ben: Reader
) -> None:
    suggestion = suggest(version, ben)
    browser = sign_in(ada)

    accepted = press(browser, suggestion, "acceptance")
    seen_by_ben = mentor.get(address(version, "reading")).content.decode()
    undone = press(browser, suggestion, "reconsidering")
    declined = press(browser, suggestion, "declining")

    assert "is-accepted" in accepted
    assert "reopening/" not in accepted  # one button undoes it
    assert "is-accepted" in seen_by_ben
    assert "is-open" in undone
    assert "is-declined" in declined


def test_others_hear_of_a_decision(version: Version, ada: User, mentor: Client, ben: Reader):
    suggestion = suggest(version, ben)
    before = mentor.get(address(version, "reading")).content.decode()
    after = before.partition('data-after="')[2].partition('"')[0]

    press(sign_in(ada), suggestion, "acceptance")

    news = mentor.get(address(version, "news"), {"after": after}).content.decode()
    assert "is-accepted" in news


def test_a_press_answers_a_script_with_the_thread(version: Version, ada: User, ben: Reader) -> None:
    suggestion = suggest(version, ben)
    accept = reverse("critique:acceptance", args=[suggestion.comment.ref])

    answer = sign_in(ada).post(accept, **SCRIPT).content.decode()

    assert "<html" not in answer
    assert '<span class="thread-state">Used</span>' in answer
    assert ">Suggestions</a>" in answer


def test_accepted_wording_is_worked_in_one_by_one(
    version: Version, ada: User, seeker: Reader, ben: Reader
) -> None:
    late, early = suggest(version, ben, "Likes mares.", line=3), suggest(version, ben)
    for one in (late, early):
        actions.accept(one, by=seeker)
    browser = sign_in(ada)
    page = browser.get(reverse("critique:wording", args=[version.document.ref])).content.decode()
    assert page.index("nobody had") < page.index("mares")
    assert "Line 2, page 1 of version 1" in page
    assert "2 suggestions you accepted are not in your text yet." in page

    ticked = press(browser, early, "ticking")
    assert "1 suggestion you accepted is not in your text yet." in ticked
    assert Suggestion.objects.to_take().count() == 1
    unticked = press(browser, early, "unticking")
    assert "2 suggestions you accepted are not in your text yet." in unticked
    for one in (late, early):
        ticked = press(browser, one, "ticking")
    assert "Everything is in your file." in ticked


def test_what_is_not_accepted_cannot_be_done(version: Version, seeker: Reader, ben: Reader) -> None:
    suggestion = suggest(version, ben)

    actions.tick(suggestion, by=seeker)

    suggestion.refresh_from_db()
    assert suggestion.done_at is None


def test_undoing_takes_it_off_the_list(version: Version, seeker: Reader, ben: Reader) -> None:
    suggestion = suggest(version, ben)
    for step in (actions.accept, actions.tick, actions.reconsider):
        step(suggestion, by=seeker)

    assert taken(version.document) == []


def test_its_author_changes_it_until_it_is_decided(
    version: Version, mentor: Client, seeker: Reader, ben: Reader
) -> None:
    suggestion = suggest(version, ben)
    own = f"/comments/{suggestion.comment.ref}/"
    sent = {"text": "", "wording": "Shorter.", "instead_of": LINE, "why": "", "revision": "1"}

    mentor.post(own, sent)
    suggestion.refresh_from_db()
    assert suggestion.new == "Shorter."
    actions.accept(suggestion, by=seeker)
    assert "wording" not in mentor.get(own).context["form"].fields
    mentor.post(own, {"text": "", "wording": "Longer.", "instead_of": LINE, "revision": "2"})

    suggestion.refresh_from_db()
    assert suggestion.new == "Shorter."


def test_the_old_words_take_a_suggestion_back(
    version: Version, mentor: Client, ben: Reader
) -> None:
    suggestion = suggest(version, ben)
    own = f"/comments/{suggestion.comment.ref}/"

    mentor.post(own, {"text": "Good.", "wording": LINE, "instead_of": LINE, "revision": "1"})

    assert content_of(Comment.objects.get()) == Content("Good.")


def test_what_an_edit_does_not_send_stays(version: Version, ben: Reader) -> None:
    said = saying.draft(version, ben, "Good", why="So\r\nit is.", wording=BETTER)

    actions.edit(said, by=ben, text="Good.", revision=1)

    assert content_of(Comment.objects.get()) == Content("Good.", "So\nit is.", BETTER)


def test_a_stale_edit_shows_the_other_wording(version: Version, mentor: Client, ben: Reader):
    suggestion = suggest(version, ben)
    actions.edit(suggestion.comment, by=ben, text="", revision=1, wording="One.", why="Because.")

    sent = {"text": "", "wording": "Two.", "instead_of": LINE, "why": "", "revision": "1"}
    answer = mentor.post(f"/comments/{suggestion.comment.ref}/", sent, **SCRIPT)

    page = answer.content.decode()
    assert answer.status_code == 409
    for words in ("One.", "Because.", "Two."):
        assert words in page


def test_an_answer_suggests_nothing(version: Version, seeker: Reader, ada: User, ben: Reader):
    said = saying.reply(saying.point(version, ben), seeker)
    browser = sign_in(ada)
    own = f"/comments/{said.ref}/"

    fields = set(browser.get(own).context["form"].fields)
    browser.post(own, {"text": "Done!", "wording": "x", "instead_of": LINE, "revision": "1"})

    assert fields == {"text", "revision"}
    assert content_of(Comment.objects.get(pk=said.pk)) == Content("Done!")


def test_a_deleted_comment_takes_its_wording_along(version: Version, seeker: Reader, ben: Reader):
    suggestion = suggest(version, ben)
    actions.accept(suggestion, by=seeker)
    saying.reply(suggestion.comment.thread, seeker)

    actions.delete(suggestion.comment, by=ben)

    assert not Suggestion.objects.exists()
    assert taken(version.document) == []


def test_wording_of_another_version_says_which(version: Version, seeker: Reader, ben: Reader):
    suggestion = suggest(version, ben)
    actions.accept(suggestion, by=seeker)
    make.ready(make.version(version.document, text="Nothing of it is left.\n"))

    (one,) = taken(version.document)

    assert one.place
    assert one.place.version.number == 1
    assert ben.person
    assert one.by == ben.person.name
