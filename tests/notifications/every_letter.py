"""Every kind of letter, written the way people cause them: six are asked, and each answers otherwise."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import uuid4

import time_machine
from django.utils import timezone

from accounts.models import User
from accounts.reader import NOBODY, Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Invitation, Round
from mentorship.circle.reminders import sending
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions as critique
from mentorship.critique.workers import reminders
from mentorship.documents import actions as documents
from mentorship.documents.models import Grant, Version
from mentorship.jobsearch import actions as jobsearch
from mentorship.jobsearch.workers import reminding
from mentorship.notifications import kinds
from mentorship.notifications.delivery import gathering
from mentorship.notifications.letters import write_letter
from mentorship.notifications.marks import Ours, Secret
from mentorship.notifications.models import Letter
from tests import clock, make
from tests.make import looks, saying, thanks

MENTORS = ("Ben", "Cem", "Dov", "Eve", "Fay", "Gus")
SEEKER = "Ada"
TITLE = "Programmer"
SAID = ("Be candid.", "Too crowded?", "Look once more.", "Lead with it.")


def names() -> set[str]:
    """The kinds of letters there are."""
    found = {name for name, kind in kinds.KINDS.items() if kind.by_letter}
    return {name for name in found if not name.startswith("tests.")}


def written(*, seeker: str = SEEKER, title: str = TITLE) -> list[Letter]:
    """One letter of every kind, and more of some, the first first; whatever the hour, it is noon."""
    with time_machine.travel(clock.noon(days=0), tick=False):
        return caused(seeker, title)


def caused(seeker: str, title: str) -> list[Letter]:
    """What six people and a seeker do over five days, and the letters that leave of it."""
    ada = make.person(seeker)
    version = make.ready_version(ada, title=title)
    about_accounts()
    with after(0):
        invitations = asked(version)
    step_planned(ada)
    letter_begun(ada)
    with after(4):
        invitations_answered(invitations, ada)
    with after(8):
        critique_said(version, invitations, ada)
    with after(12):
        text_deleted(ada)
        page_one_looked_at(ada)
        somebody_thanked(ada)
        asked_elsewhere = somebody_else_asked(ada)
    with after(16):
        circle.close(asked_elsewhere, by=as_account(ada))
    with after(20):
        circle.reopen(asked_elsewhere, by=as_account(ada))
    with after(24):
        day = timezone.localdate() + timedelta(days=9)
        circle.change(asked_elsewhere, by=as_account(ada), name="", wanted_by=day)
    for hours in (32, 56, 80, 104):
        with after(hours):
            pass
    return list(Letter.objects.order_by("pk"))


def step_planned(ada: User) -> None:
    """Of a job she goes for, tomorrow."""
    day = timezone.localdate() + timedelta(days=1)
    make.pursuit(ada, TITLE, employer=SEEKER, next_step="Lead with it.", next_on=day)


def letter_begun(ada: User) -> None:
    """To an employer, after an interview; it does not leave."""
    pursuit = make.pursuit(ada, TITLE, employer=SEEKER, stage="interview")
    jobsearch.write_about(pursuit, by=as_account(ada), kind="thank_you", key=uuid4())


def asked(version: Version) -> list[Invitation]:
    """Six people are asked, to answer within three days."""
    day = timezone.localdate() + timedelta(days=3)
    ask = Ask("Be candid.", ["Too crowded?"], wanted_by=day, openness=Round.Openness.APART)
    people = [Invitee(name, make.invited(name).email) for name in MENTORS]
    by = as_account(version.document.owner)
    made = circle.ask([version.document], by=by, people=people, ask=ask, key=uuid4())
    return list(made.invitations.order_by("pk"))


def invitations_answered(invitations: list[Invitation], ada: User) -> None:
    """Each in another way."""
    ben, cem, dov, eve, fay, _gus = invitations
    circle.send_code(ben.ref, by=NOBODY)
    circle.send_fresh_link(ben.ref, by=NOBODY)
    circle.copy_link(ben, by=as_account(ada))
    circle.decline(cem, by=as_visitor(cem))
    circle.report_wrong_person(dov, by=as_visitor(dov))
    circle.revoke(eve, by=as_account(ada))
    tomorrow = timezone.localdate() + timedelta(days=1)
    circle.postpone(fay, by=as_visitor(fay), until=tomorrow)


def critique_said(version: Version, invitations: list[Invitation], ada: User) -> None:
    """Comments, ahead and with a verdict; an answer; a next version; a draft that waits."""
    ben, gus = (come_in(invitations[place]) for place in (0, 5))
    by = as_account(ada)
    saying.ahead(version, ben)
    point = saying.point(version, ben, kind="must_fix", wording="Lead with it.", why="Too crowded?")
    critique.choose_openness(Round.objects.get(), by=by, openness=Round.Openness.TABLE)
    saying.reply(point, by, "Lead with it. @Gus")
    saying.ask_all(version, Round.objects.get(), "Too crowded?")
    circle.ask_again(invitations[0], by=by, words="Look once more.")
    saying.draft(version, gus)
    made = make.ready(make.version(version.document))
    documents.say_what_is_new(made, by=by, change="Lead with it.")
    critique.tell(made, [critique.Words(invitations[5].person_id, "Lead with it.")], by=by)


def text_deleted(ada: User) -> None:
    """Another text, after somebody has opened it."""
    document = make.ready_version(ada).document
    come_in(make.invitation(document, make.invited("Ben")))
    documents.delete(document, by=as_account(ada))


def page_one_looked_at(ada: User) -> None:
    """Somebody answers with a ten-second look."""
    version = make.ready_version(ada, title=TITLE)
    looks.showing(version)
    looks.recalled_by(
        make.invitation(version.document, make.invited("Ivo"), name="Ivo"), job="Be candid."
    )


def somebody_thanked(ada: User) -> None:
    """A point of theirs was in what came to an interview."""
    version = make.ready_version(ada, title=TITLE)
    invitation = make.invitation(version.document, make.invited("Lou"), name="Lou")
    lou = come_in(invitation)
    thanks.told(thanks.used_and_sent(version, lou, "Lead with it."), lou, "Be candid.")


def somebody_else_asked(ada: User) -> Round:
    """A round of its own, which somebody has come into."""
    invitation = make.invitation(make.ready_version(ada).document, make.invited("Hal"))
    come_in(invitation)
    return invitation.round


def come_in(invitation: Invitation) -> Reader:
    """Whoever was asked presses the link."""
    given = Grant.objects.get(source_id=invitation.pk)
    make.visitor_pass(given)
    return make.visitor(given)


def about_accounts() -> None:
    """What the service writes of itself."""
    addresses = {"from_email": Ours("ada@old.example"), "to_email": Ours("ada@new.example")}
    context = {"code": Secret("code"), **addresses}
    for name in sorted(names()):
        if name.startswith("notifications."):
            write_letter(name, address="ada@example.org", person=None, context=context)


@contextmanager
def after(hours: int) -> Iterator[None]:
    """So many hours later; at the end, what is due is written."""
    with time_machine.travel(timezone.now() + timedelta(hours=hours), tick=True):
        yield
        sending.remind()
        reminders.remind()
        reminding.remind()
        gathering.gather()
    with time_machine.travel(timezone.now() + timedelta(hours=hours + 2), tick=True):
        gathering.gather()
