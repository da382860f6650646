"""What a thread in the margin says of its weight: others about the same words, what was decided."""

import pytest

from accounts.models import User
from accounts.reader import Reader
from mentorship.critique import actions
from mentorship.critique.models import Decision, Thread
from mentorship.documents.models import Version
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.reading import SCRIPT
from tests.make import saying
from tests.make.saying import two_at_one_table

pytestmark = pytest.mark.django_db

SAME = "2 points about the same words"


@pytest.fixture
def table(version: Version) -> tuple[Reader, Reader]:
    """Ben and Eve, who see what the other sends."""
    return two_at_one_table(version, "table")


def page(version: Version, mentor: Reader) -> str:
    """The margin as she sees it."""
    grant = version.document.grants.get(person=mentor.person)
    return visit(make.visitor_pass(grant)).get(version.get_absolute_url()).content.decode()


def test_points_about_the_same_words_say_so_quietly(
    version: Version, ada: User, table: tuple[Reader, Reader]
) -> None:
    for mentor in table:
        saying.point(version, mentor)
    saying.point(version, table[0], line=1)

    of_hers = sign_in(ada).get(version.get_absolute_url()).content.decode()

    assert of_hers.count(SAME) == 2
    assert f'<a href="/documents/{version.document.ref}/points/">{SAME}' in of_hers
    assert page(version, table[1]).count(f'<p class="thread-beside">{SAME}</p>') == 2


def test_what_is_hidden_is_not_hinted_at(version: Version, ben: Reader, eve: Reader) -> None:
    for mentor in (ben, eve):
        saying.point(version, mentor)

    assert SAME not in page(version, ben)


def test_a_draft_is_no_point_beside_another(version: Version, table: tuple[Reader, Reader]) -> None:
    saying.point(version, table[0])
    saying.draft(version, table[1])

    assert SAME not in page(version, table[1])


def test_the_hint_stays_when_a_script_asks_for_one_thread(
    version: Version, ada: User, table: tuple[Reader, Reader]
) -> None:
    thread, _other = (saying.point(version, mentor) for mentor in table)

    answer = sign_in(ada).post(f"{thread.get_absolute_url()}resolution/", **SCRIPT)

    assert SAME in answer.content.decode()


def test_a_decision_stands_under_these_threads_once_it_is_told(
    version: Version, ada: User, seeker: Reader, table: tuple[Reader, Reader]
) -> None:
    ben, both = table[0], [saying.point(version, mentor) for mentor in table]
    words = {"text": "I keep <it>.", "why": "It is what I do."}
    made: Decision = actions.decide(version.document, both, by=seeker, is_told=False, **words)
    silent = page(version, ben)
    actions.revise(made, by=seeker, is_told=True, seen=made.seen, **words)
    told = page(version, ben)
    to_herself = sign_in(ada).get(version.get_absolute_url()).content.decode()

    assert "I keep" not in silent
    assert '<b>Ada decided:</b> <span dir="auto">I keep &lt;it&gt;.</span>' in told
    assert "It is what I do." in told
    assert to_herself.count("<b>You decided:</b>") == 2


def test_a_told_decision_does_not_tell_a_mentor_apart_that_others_were_asked(
    version: Version, seeker: Reader, ben: Reader, eve: Reader
) -> None:
    both = [saying.point(version, mentor) for mentor in (ben, eve)]
    saying.point(version, ben, line=1)
    words = {"text": "I keep it.", "why": "It is what I do.", "is_told": True}
    actions.decide(version.document, both, by=seeker, **words)

    shown = page(version, ben)

    assert "decided" not in shown
    assert "I keep it" not in shown


def test_a_choice_without_words_says_which(
    version: Version, ada: User, seeker: Reader, table: tuple[Reader, Reader]
) -> None:
    both = [saying.point(version, mentor) for mentor in table]
    actions.decide(version.document, both, by=seeker, chosen=both[0], is_told=True)

    told = page(version, table[0])

    assert '<b>Ada decided:</b> <span dir="auto">Go with this.</span>' in told
    assert '<b>Ada decided:</b> <span dir="auto">Go with another.</span>' in told


def test_a_decision_without_a_reason(
    version: Version, seeker: Reader, table: tuple[Reader, Reader]
):
    ben, both = table[0], [saying.point(version, mentor) for mentor in table]
    words = {"text": "I keep it.", "why": "", "is_told": True}
    actions.decide(version.document, both, by=seeker, **words)

    assert "I keep it.</span></p>" in page(version, ben)


def test_what_became_of_a_point_stands_in_its_thread(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    first, second = (saying.point(version, ben, line=line) for line in (1, 2))
    praise = saying.point(version, ben, line=3, kind="praise")
    for thread, use in ((first, "partly"), (second, "not_used"), (praise, "used")):
        reason = "Too long." if use == "not_used" else ""
        actions.mark(Thread.objects.get(pk=thread.pk), by=seeker, use=use, reason=reason, seen="")

    shown = page(version, ben)

    for said in ("Partly used", "Not used", "Kept"):
        assert f'<span class="thread-state">{said}</span>' in shown
    assert shown.count('class="thread-use"') == 1
    assert '<p class="thread-use">Not used: <span dir="auto">Too long.</span></p>' in shown
