"""Everybody there is towards one document: each a browser of her own, with real sign-ins and passes."""

import copy
from dataclasses import dataclass
from uuid import uuid4

from django.db import transaction
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle.models import Invitation
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions
from mentorship.critique.models import Comment, Decision
from mentorship.documents.models import Document, Grant, Version
from mentorship.jobsearch import actions as jobsearch
from mentorship.jobsearch.models import Lesson, Pursuit
from mentorship.looks.models import Look, LookLink
from mentorship.notifications.models import Letter
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.make import checklists, evidence, looks, saying

PERSONAS = (
    "anonymous",  # a browser that knows nothing
    "stranger",  # signed in, asked by nobody
    "revoked",  # signed in, her invitation was taken back
    "lapsed",  # a pass of an invitation that was taken back
    "copied",  # a pass from a link that the seeker copied, beside the visitor's own
    "plain",  # a pass for this document of one who is also asked by code, and has written there
    "elsewhere",  # the visitor's own pass for another document of the same seeker
    "visitor",  # a pass for this document
    "reading",  # signed in, may read
    "commenting",  # signed in, may comment
    "owner",
)
LONG_TEXT = "".join(f"Line {number} of a text that needs two pages.\n" for number in range(120))


KEPT = "She will hear about Leeds."  # what the visitor tells nobody
NEW_PASSWORD = "a loud harbour in the sun"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the kind of content, the content or where to go instead."""

    status: int
    kind: str
    body: str


@dataclass(frozen=True)
class World:
    """One document with one version of one page, another one with more of everything, and people.

    letter      one to the owner.
    invitation  the visitor's.
    said        by the visitor about the document, with other words and why, and sent.
    taken       the same, accepted by the owner.
    decision    of the owner, on that and on what another said about the same line; told to all.
    pursuit     a job the owner goes for, with its posting; the visitor is asked for it.
    copy        of the version, for that job.
    lesson      of an earlier job, which the people asked see.
    to_employer a letter about that job, still here.
    look_link   to page one of the document, which is covered; recalled is what somebody said who came by it.
    """

    version: Version
    other: Version
    letter: Letter
    invitation: Invitation
    said: Comment
    taken: Comment
    decision: Decision
    pursuit: Pursuit
    copy: Document
    to_employer: Document
    look_link: LookLink
    recalled: Look
    lesson: Lesson
    browsers: dict[str, Client]

    @property
    def document(self) -> Document:
        """The document everybody is asked about."""
        return self.version.document

    def ask(
        self,
        who: str,
        path: str,
        method: str = "GET",
        typed: str | bytes = "nothing=",
        kind: str = FORM,
    ) -> Answer:
        """What `who` is answered. Whatever her request changed is undone, here and in her browser.

        A POST carries a form, unless another is given without any field that is known.
        """
        browser = self.browsers[who]
        cookies = copy.deepcopy(browser.cookies)
        with transaction.atomic():
            answer = browser.generic(method, path, typed, kind)
            body = answer.getvalue().decode(errors="replace")
            answer.close()
            transaction.set_rollback(True)
        browser.cookies = cookies
        of = answer.headers.get("Content-Type", "").partition(";")[0]
        return Answer(answer.status_code, of, body or answer.headers.get("Location", ""))


def world() -> World:
    """Everything made anew, in the caller's transaction."""
    owner = make.person("Ada")
    version = make.ready_version(owner, title="Analyst")
    other = make.ready(make.version(make.document(owner, title="Poet"), text=LONG_TEXT))
    asked = make.grant(version.document, to=make.invited("Ben"))
    browsers = _signed_in(owner, version.document) | _visiting(asked, other.document)
    browsers |= {"copied": visit(make.passed_on_pass(asked)), "plain": _also_by_code(version)}
    letter = _letter_to(owner, browsers["owner"])
    mentor = make.visitor(asked)
    _kept_by(mentor, version)
    more = {"wording": "Name both engines", "why": "Nobody knows which."}
    said, taken = (saying.point(version, mentor, **more).comments.get() for _each in range(2))
    actions.accept(taken.suggestion, by=as_account(owner))
    invitation = Invitation.objects.get(pk=asked.source_id)
    browsers["anonymous"] = Client()
    decision = _decided(said, version)
    told = (letter, invitation, said, taken, decision)
    return World(version, other, *told, *around(version, invitation), browsers)


def around(
    version: Version, invitation: Invitation
) -> tuple[Pursuit, Document, Document, LookLink, Look, Lesson]:
    """What else there is: a job a version is for, a copy for that, a look at its page one; words kept.

    And a letter about that job, and an earlier one, with what it taught.
    """
    pursuit = evidence.for_a_job(invitation)
    copy = make.tailored(pursuit, version)
    make.ready(copy.versions.get())
    looks.showing(version, lines=[1], target="Programmer")
    link = looks.look_link(version.document, for_whom="Sam")
    recalled = looks.answered(looks.followed(link), link.ref, job="Programmer")
    by = as_account(version.document.owner)
    actions.save_comment("Results", "{name}, lead with it.", by=by, key=uuid4())
    to_employer = jobsearch.write_about(pursuit, by=by, kind="follow_up", key=uuid4())
    checklists.checklist(version.document.owner)
    earlier = make.pursuit(version.document.owner, "Clerk")
    [lesson] = make.lessons(earlier, "Ask about the salary.", shown=True)
    return pursuit, copy, to_employer, link, recalled, lesson


def _kept_by(mentor: Reader, version: Version) -> None:
    """What the visitor writes down for herself, and says with a checklist."""
    assert mentor.person
    asked = saying.round_of(mentor, version)
    actions.keep_note(asked, by=mentor, text=KEPT, revision=0)
    checklists.answered(asked, mentor.person)


def _decided(said: Comment, version: Version) -> Decision:
    """Somebody else speaks of the same line, and the owner decides between the two."""
    kim = make.visitor(make.grant(version.document, to=make.invited("Kim")))
    both = [said.thread, saying.point(version, kim, "Move it down.")]
    by = as_account(version.document.owner)
    words = {"text": "It stays on top.", "why": "It is what I am asked about.", "is_told": True}
    return actions.decide(version.document, both, by=by, **words)


def _signed_in(owner: User, document: Document) -> dict[str, Client]:
    people = {name: make.person(name) for name in ("stranger", "revoked", "reading", "commenting")}
    make.grant(document, to=people["reading"], may=Grant.May.READ)
    make.grant(document, to=people["commenting"])
    make.revoked(make.grant(document, to=people["revoked"]))
    return {name: sign_in(person) for name, person in {**people, "owner": owner}.items()}


def _visiting(asked: Grant, other: Document) -> dict[str, Client]:
    assert asked.person
    taken_back = make.grant(asked.document, to=make.invited("Eve"))
    browsers = {
        "visitor": visit(make.visitor_pass(asked)),
        "elsewhere": visit(make.visitor_pass(make.grant(other, to=asked.person))),
        "lapsed": visit(make.visitor_pass(taken_back)),
    }
    make.revoked(taken_back)
    return browsers


def _also_by_code(version: Version) -> Client:
    """The browser of somebody who wrote where a code is asked for, and came by another invitation."""
    person = make.invited("Ivy")
    by_code = make.invitation(version.document, person, always_by_code=True)
    saying.point(version, as_visitor(by_code), "Only by code.")
    return visit(make.visitor_pass(make.grant(version.document, to=person)))


def _letter_to(person: User, browser: Client) -> Letter:
    """The letter that says her password was changed."""
    words = {"oldpassword": make.PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    assert browser.post(reverse("account_change_password"), words).status_code == 302
    return Letter.objects.get(person=person)
