"""Pages as they are at other times: for whoever was asked, once something is over, and when it fails."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import uuid4

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.reader import as_account
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation, Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique.models import draft_links
from mentorship.documents import actions as documents
from mentorship.notifications import codes
from mentorship.notifications.delivery import gathering, ledger
from mentorship.notifications.models import Letter
from mentorship.notifications.topics import Topic
from tests import make
from tests.browsing.browsers import signed_in
from tests.browsing.invitations import at, follow, links, press
from tests.make import looks, saying, thanks
from tests.pages.job_moments import SAID, employers, jobs, postings
from tests.pages.personas import World

ALONE = ("500.html", "503.html", "account/signup_closed.html")
TOO_LARGE = {"CONTENT_LENGTH": str(300 * 1024 * 1024), "CONTENT_TYPE": "multipart/form-data"}


def moments(here: World) -> Iterator[tuple[str, Client, str]]:
    """What each is called, the browser it is read in, and what is on it."""
    for name, browser, page in scenes(here):
        yield name, browser, page.content.decode()
    nobody = Client()
    for name in ALONE:
        yield name, nobody, render_to_string(name)
    too_large = nobody.generic("POST", "/", **TOO_LARGE)
    yield "too large", nobody, too_large.content.decode()


def scenes(here: World) -> Iterator[tuple[str, Client, HttpResponse]]:
    """All of them that a browser is answered."""
    yield from (
        *letter(here),
        *mentor(here),
        *mailed(here),
        *looking(here),
        *over(here),
        *owner(here),
        *jobs(here),
        *postings(here),
        *employers(here),
        *thanked(here),
    )


def asked(here: World, name: str) -> Invitation:
    """Somebody new is asked about the document, with words, a question and a day."""
    day = timezone.localdate() + timedelta(days=9)
    facts = {"sentence": SAID, "questions": [SAID], "wanted_by": day}
    return make.invitation(here.document, make.invited(name), **facts)


def letter(here: World) -> Iterator[tuple[str, Client, HttpResponse]]:
    """The letter as a page, and what its answers lead to."""
    flo = asked(here, "Flo")
    look, later, no, silence = links(flo)
    for name, link in (("letter", look), ("later", later), ("no", no), ("silence", silence)):
        browser = Client()
        yield f"{name} is asked", browser, browser.get(link, follow=True)
    browser = follow(look)
    tomorrow = {"until": str(timezone.localdate() + timedelta(days=1))}
    yield "put off", browser, browser.post(at("postponement", flo), tomorrow, follow=True)
    yield "declined", browser, browser.post(at("regrets", flo), follow=True)
    yield "code refused", browser, browser.post(at("code", flo), {"code": "WRONG"})
    yield "wrong person", browser, browser.post(at("disowning", flo), follow=True)


def mentor(here: World) -> Iterator[tuple[str, Client, HttpResponse]]:
    """What a mentor reads and fills in, before and after it is sent, and once the round is closed."""
    gil = asked(here, "Gil")
    browser = follow(links(gil)[0])
    press(browser, gil)
    newest = here.document.versions.latest("number")
    reading = newest.get_absolute_url()
    yield "mentor reads", browser, browser.get(reading)
    yield "mentor comments", browser, browser.get(reading, {"whole": 1})
    yield "mentor answers", browser, browser.get(reading, {"question": 1})
    draft = saying.draft(newest, as_visitor(gil), SAID)
    yield "draft", browser, browser.get(reading)
    yield "edit draft", browser, browser.get(reverse("critique:comment", args=[draft.ref]))
    yield "delete draft", browser, browser.get(reverse("critique:deletion", args=[draft.ref]))
    finish = reverse("critique:finish", args=[gil.round.ref])
    yield "finish with a draft", browser, browser.get(finish)
    yield "finish without a verdict", browser, browser.post(finish, {"summary": SAID})
    circle.close(gil.round, by=as_account(here.document.owner))
    yield "closed letter", browser, browser.get(at("cover", gil))
    yield "closed round read", browser, browser.get(reading)
    yield "closed finish", browser, browser.get(finish)
    yield "mentor's place", browser, browser.get(reverse("home:mentoring"))


def mailed(here: World) -> Iterator[tuple[str, Client, HttpResponse]]:
    """What a mailed link alone opens: comments to be sent as they are, and emails to be stopped."""
    mia, nobody = asked(here, "Mia"), Client()
    saying.draft(here.document.versions.latest("number"), as_visitor(mia), SAID)
    review = mia.round.reviews.get()
    sending = urlsplit(draft_links.to_send(review.ref, review.generation)).path
    yield "comments to send", nobody, nobody.get(sending)
    yield "comments sent", nobody, nobody.post(sending, follow=True)
    token = codes.stop_token(mia.person, Topic.REPLIES)
    ids = {"ref": mia.person.ref, "topic": Topic.REPLIES.value, "token": token}
    stopping = reverse("notifications:unsubscription", kwargs=ids)
    yield "emails to stop", nobody, nobody.get(stopping)
    yield "emails stopped", nobody, nobody.post(stopping)


def looking(here: World) -> Iterator[tuple[str, Client, HttpResponse]]:
    """A look from its beginning to its end, and what its seeker sees of it."""
    job = make.pursuit(here.document.owner, SAID, employer=SAID, posting=SAID)
    looks.showing(here.version, lines=[1], drawn=[[0.1, 0.1, 0.3, 0.2]], target=SAID, pursuit=job)
    kay = asked(here, "Kay")
    browser = follow(links(kay)[0])
    press(browser, kay)
    yield "look started", browser, browser.post(looks.at("look", kay.ref), {"pace": "2"})
    questions = looks.at("questions", kay.ref)
    yield "look questions", browser, browser.get(questions)
    yield "look unanswered", browser, browser.post(questions, {"eyes": "0.2,0.3"})
    words = {"strongest": SAID, "stopped": SAID, "eyes": "0.2,0.3", "areas": "2-2"}
    said = browser.post(questions, {"job": SAID, **words}, follow=True)
    yield "look relevance", browser, said
    relevance = looks.at("relevance", kay.ref)
    yield "look thanks", browser, browser.post(relevance, {"relevant": "yes"}, follow=True)
    yield "looked letter", browser, browser.get(at("cover", kay))
    guest = looks.followed(here.look_link)
    yield "look by a link", guest, guest.get(looks.at("look", here.look_link.ref))
    full = looks.look_link(here.document, most=1)
    looks.answered(looks.followed(full), full.ref, job=SAID)
    late = looks.followed(full)
    yield "look given away", late, late.get(looks.at("look", full.ref))
    owner = here.browsers["owner"]
    ada = looks.followed(here.look_link, owner)
    yield "look of her own", ada, ada.get(looks.at("look", here.look_link.ref))
    results = reverse("looks:looks", args=[here.document.ref])
    yield "looks answered", owner, owner.get(results)
    plain = make.ready_version(here.document.owner, title=SAID).document
    yield "no looks yet", owner, owner.get(reverse("looks:looks", args=[plain.ref]))
    one = reverse("looks:preparation", args=[here.document.ref, 1])
    yield "covered", owner, owner.get(one)
    yield "covered too long", owner, owner.post(one, {"target": "x" * 999})


def over(here: World) -> Iterator[tuple[str, Client, HttpResponse]]:
    """An invitation that was taken back, and a text that was deleted."""
    by = as_account(here.document.owner)
    hal = asked(here, "Hal")
    browser = follow(links(hal)[0])
    press(browser, hal)
    circle.revoke(hal, by=by)
    yield "taken back", browser, browser.get(at("cover", hal))
    gone = make.ready_version(here.document.owner, title=SAID).document
    ivo = make.invitation(gone, make.invited("Ivo"))
    browser = follow(links(ivo)[0])
    press(browser, ivo)
    documents.delete(gone, by=by)
    yield "text deleted", browser, browser.get(at("cover", ivo))


def owner(here: World) -> Iterator[tuple[str, Client, HttpResponse]]:
    """A letter that came back, a form that was refused, one version of several, a closed round."""
    browser = here.browsers["owner"]
    jon = asked(here, "Jon")
    gathering.gather()
    Letter.objects.filter(person=jon.person).update(state=Letter.State.WAITING)
    returned = ledger.claim(Letter.objects.get(person=jon.person).pk)
    assert returned
    ledger.end(returned, Letter.State.FAILED, "bounced: 550 5.1.1")
    yield "came back, desk", browser, browser.get(reverse("home:desk"))
    yield "came back, notices", browser, browser.get(reverse("notifications:notices"))
    yield "came back, round", browser, browser.get(jon.round.get_absolute_url())
    late = timezone.localdate() - timedelta(days=1)
    Round.objects.filter(pk=jon.round_id).update(wanted_by=late)
    yield "overdue round", browser, browser.get(jon.round.get_absolute_url())
    circle.close(jon.round, by=as_account(here.document.owner))
    yield "closed round", browser, browser.get(jon.round.get_absolute_url())
    nothing = {"people-TOTAL_FORMS": 1, "people-INITIAL_FORMS": 0, "key": uuid4(), "preview": "yes"}
    yield "ask refused", browser, browser.post(reverse("circle:ask"), nothing)
    one = reverse("documents:version_deletion", args=[here.document.ref, 1])
    yield "delete one of two", browser, browser.get(one)
    nobody = make.person("New")
    fresh = signed_in(nobody)
    for name in ("home:desk", "documents:documents", "circle:rounds", "circle:ask"):
        yield f"empty {name.partition(':')[2]}", fresh, fresh.get(reverse(name))


def thanked(here: World) -> Iterator[tuple[str, Client, HttpResponse]]:
    """What helped with a job that goes well, before and after a mentor is told."""
    mine, lou = here.browsers["owner"], asked(here, "Lou")
    browser = follow(links(lou)[0])
    press(browser, lou)
    mentor = as_visitor(lou)
    version = here.document.versions.latest("number")
    pursuit = thanks.used_and_sent(version, mentor, SAID)
    page = reverse("critique:helped", args=[pursuit.ref])
    yield "what helped", mine, mine.get(page)
    too_long = {f"words-{lou.person.ref}": SAID * 99, "news": "interview"}
    yield "thanks too long", mine, mine.post(page, too_long)
    thanks.told(pursuit, mentor, SAID)
    yield "thanked", mine, mine.get(page)
    yield "told, mentor's place", browser, browser.get(reverse("home:mentoring"))
    taught = make.pursuit(here.document.owner, SAID)
    make.lessons(taught, SAID)
    stale = reverse("jobsearch:lessons", args=[taught.ref])
    yield "lessons changed elsewhere", mine, mine.post(stale, {"text_1": f"{SAID}, {SAID}"})
    mine.post(reverse("jobsearch:outcome", args=[taught.ref]), {"outcome": "no"})
    yield "what it taught", mine, mine.get(taught.get_absolute_url())
    nobody = make.person("Fresh")
    fresh = signed_in(nobody)
    yield "no lessons", fresh, fresh.get(reverse("jobsearch:all_lessons"))
