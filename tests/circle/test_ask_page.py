"""The page on which one asks: what it keeps, what it says, what it folds."""

import re
from uuid import uuid4

import pytest

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import actions
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Colleague, Invitation, Round
from mentorship.documents.models import Document
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.asking import send
from tests.browsing.browsers import sign_in

pytestmark = pytest.mark.django_db

BEN = Invitee("Ben", "ben@example.org")
EVE = Invitee("Eve", "eve@example.org")


def ask(document: Document, by: Reader, *people: Invitee) -> Round:
    """One round about one document."""
    return actions.ask([document], by=by, people=people, ask=Ask(), key=uuid4())


def test_people_asked_before_are_offered(resume: Document, by_ada: Reader, ada: User) -> None:
    ask(resume, by_ada, BEN)
    known = Colleague.objects.get(owner=ada)
    browser = sign_in(ada)

    page = browser.get("/rounds/new/").content.decode()
    send(browser, resume, colleagues=known.pk)

    assert "Ben (ben@example.org)" in page
    assert Invitation.objects.filter(person=known.person).count() == 2


def test_many_asked_before_are_folded_until_one_is_chosen(
    resume: Document, by_ada: Reader, ada: User
) -> None:
    browser = sign_in(ada)
    ask(resume, by_ada, *(Invitee(f"B{one}", f"b{one}@example.org") for one in range(6)))
    few = browser.get("/rounds/new/").content.decode()
    ask(resume, by_ada, BEN)
    known = Colleague.objects.get(owner=ada, name="Ben")

    many = browser.get("/rounds/new/").content.decode()
    _status, chosen = send(browser, resume, colleagues=known.pk, more="yes")

    assert 'class="ask-people"' not in few
    assert '<details class="ask-people">' in many
    assert "People you asked before: 7" in many
    assert '<details class="ask-people" open>' in chosen


def test_a_refused_row_keeps_everything_typed(resume: Document, ada: User) -> None:
    browser = sign_in(ada)

    me = Invitee("Me", ada.email)
    status, page = send(browser, resume, EVE, me, sentence="Be candid.", question_1="Too long?")

    assert status == 422
    assert "This is your own address." in page
    typed = ["Be candid.", 'value="Too long?"', 'value="eve@example.org"', f'value="{ada.email}"']
    assert [words for words in typed if words not in page] == []
    assert not Round.objects.exists()


@pytest.mark.parametrize("words", ["See www.example.com", "http://x.y", "Mail me: a@example.org"])
def test_an_address_or_link_in_her_words_is_refused_with_a_sentence(
    words: str, resume: Document, ada: User
) -> None:
    status, page = send(sign_in(ada), resume, EVE, sentence=words)

    assert status == 422
    assert "Leave out addresses and links." in page
    assert not Round.objects.exists()


def test_a_name_holds_no_link(resume: Document, ada: User) -> None:
    _status, page = send(sign_in(ada), resume, Invitee("evil.com", "eve@example.org"))

    assert "Give a name without an address or a link." in page


def test_what_stands_in_the_way_of_somebody_asked_before_stands_beside_her(
    resume: Document, by_ada: Reader, ada: User
) -> None:
    ask(resume, by_ada, BEN)
    known = Colleague.objects.get()
    actions.silence(known.person, seeker=ada, by=by_ada)

    status, page = send(sign_in(ada), resume, EVE, colleagues=known.pk)

    assert status == 422
    assert "Ben: This person doesn’t accept emails from you here." in page


def test_too_many_at_once_says_how_many_are_left(
    resume: Document, by_ada: Reader, ada: User
) -> None:
    ask(resume, by_ada, *(Invitee(f"M{number}", f"m{number}@example.org") for number in range(19)))

    status, page = send(sign_in(ada), resume, BEN, EVE)

    assert status == 422
    assert "20 people a day, and 1 is left today" in page


def test_an_ask_without_anybody_says_so(resume: Document, ada: User) -> None:
    assert "Who do you want to ask?" in send(sign_in(ada), resume)[1]


def test_half_a_row_says_what_is_missing(resume: Document, ada: User) -> None:
    browser = sign_in(ada)

    assert "Which address should we write to?" in send(browser, resume, Invitee("Eve", ""))[1]
    assert "What do you call this person?" in send(browser, resume, Invitee("", EVE.email))[1]


def test_more_rows_come_without_script_and_nothing_is_lost(resume: Document, ada: User) -> None:
    status, page = send(sign_in(ada), resume, EVE, more="yes", sentence="See www.example.com")

    assert status == 200
    assert page.count('type="email"') == 3 + 1 + 1  # with the empty one that the script copies
    assert 'value="eve@example.org"' in page
    assert "error-summary" not in page
    assert not Round.objects.exists()


def test_a_refused_option_is_unfolded(resume: Document, ada: User) -> None:
    _status, page = send(sign_in(ada), resume, EVE, wanted_by="2020-01-01")

    assert '<details class="ask-options" open>' in page


def test_what_to_look_at_stands_in_the_order_of_the_page(resume: Document, ada: User) -> None:
    link = "See www.example.com"
    typed = {"documents": "", "sentence": link, "question_2": link, "wanted_by": "2020-01-01"}
    _status, page = send(sign_in(ada), resume, Invitee("Eve", ""), **typed)

    summary = page.partition("error-summary")[2].partition("</div>")[0]
    fields = ["documents_0", "people-0-email", "sentence", "question_2", "wanted_by"]
    assert re.findall(r'href="#id_([\w-]+)"', summary) == fields
    assert '<details class="ask-more" open>' in page


def test_an_example_is_taken_without_script_into_the_first_empty_question(
    resume: Document, ada: User
) -> None:
    typed = {"question_1": "Too long?", "example": "Which line would you cut first?"}
    status, page = send(sign_in(ada), resume, EVE, **typed)

    assert status == 200
    assert 'value="Too long?"' in page
    assert re.search(r'name="question_2" value="Which line would you cut first\?"', page)
    assert page.count('type="email"') == 3 + 1
    assert not Round.objects.exists()


def test_with_three_questions_an_example_takes_no_place(resume: Document, ada: User) -> None:
    typed = {f"question_{number}": f"Q{number}?" for number in (1, 2, 3)}
    _status, page = send(sign_in(ada), resume, EVE, example="0", **typed)

    assert [f"Q{number}?" in page for number in (1, 2, 3)] == [True] * 3


def test_a_day_in_the_past_is_refused(resume: Document, ada: User) -> None:
    _status, page = send(sign_in(ada), resume, EVE, wanted_by="2020-01-01")

    assert "Choose a day from today on" in page


def test_what_to_look_at_again_stands_in_the_order_of_the_form(resume: Document, ada: User) -> None:
    typed = {"documents": "", "wanted_by": "2020-01-01"}
    _status, page = send(sign_in(ada), resume, Invitee("Eve", "no address"), **typed)

    summary, form = page.partition('class="ask"')[::2]
    fields = re.findall(r'<a href="#(id_[\w-]+)">', summary)
    places = [form.index(f'id="{field}"') for field in fields]
    assert len(fields) == 3
    assert places == sorted(places)


def test_one_row_to_begin_with_and_options_folded(resume: Document, ada: User) -> None:
    page = sign_in(ada).get("/rounds/new/").content.decode()

    assert page.count('type="email"') == 1 + 1
    assert '<details class="ask-options">' in page
    assert "They will read <b>Operations lead</b>." in page


def test_without_a_date_no_reminder_is_promised_before_it(resume: Document, ada: User) -> None:
    page = sign_in(ada).get("/rounds/new/").content.decode()

    told = page.partition('id="id_sends_reminders_helptext"')[2].partition("</")[0]
    without, _with_one, with_date = told.partition("With one:")
    assert "Without a date: once, after a week." in without
    assert "two days before" not in without
    assert "two days before it" in with_date


def test_one_of_several_texts_that_is_chosen_is_said_and_the_rest_folded(
    resume: Document, ada: User
) -> None:
    make.ready_version(ada, title="Cover letter")
    browser = sign_in(ada)

    chosen = browser.get(f"/rounds/new/?document={resume.ref}").content.decode()
    open_ = browser.get("/rounds/new/").content.decode()

    assert '<span class="ask-chosen"><b>Operations lead</b></span>' in chosen
    assert "ask-chosen" not in open_


def test_a_text_that_is_no_version_yet_cannot_be_asked_about(ada: User) -> None:
    make.draft(ada)

    assert "There is nothing to read yet" in sign_in(ada).get("/rounds/new/").content.decode()


def test_a_round_may_be_for_a_job_of_her_own(resume: Document, ada: User) -> None:
    pursuit, other = make.pursuit(ada), make.pursuit(make.person("Eve"))
    browser = sign_in(ada)
    page = browser.get(f"/rounds/new/?pursuit={pursuit.ref}").content.decode()
    assert re.search(rf'value="{pursuit.ref}" selected\s*>Data analyst at Acme', page)
    assert other.ref not in page

    with pytest.raises(Refused, match="not-found"):
        make.invitation(resume, make.invited("Ben"), pursuit=other)


def test_a_text_that_was_made_for_a_job_names_it(ada: User) -> None:
    pursuit = make.pursuit(ada)
    copy = make.tailored(pursuit, make.ready_version(ada))

    page = sign_in(ada).get(f"/rounds/new/?document={copy.ref}").content.decode()

    assert re.search(rf'value="{pursuit.ref}" selected', page)


def test_what_left_is_told_in_the_right_number(resume: Document, ada: User) -> None:
    browser = sign_in(ada)

    send(browser, resume, BEN)
    one = browser.get("/rounds/").content.decode()
    send(browser, resume, BEN, EVE)
    two = browser.get("/rounds/").content.decode()

    assert "Your email is on its way." in one
    assert "Your emails are on their way." in two
