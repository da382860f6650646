"""Nothing a round hides is in any answer or letter to another mentor; opened up, it is there."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Invitation, Pass, Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions, tasks
from mentorship.critique.models import Comment, FilledChecklist, PrivateNote, Suggestion, Thread
from mentorship.documents.models import Version
from mentorship.notifications import bell, codes
from mentorship.notifications.delivery import gathering
from mentorship.notifications.models import Letter, Notice
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.make import checklists, saying
from tests.pages.addresses import addresses
from tests.pages.matrix import REF
from tests.pages.personas import World, around

pytestmark = [pytest.mark.django_db, pytest.mark.walk]

Openness = Round.Openness
NOTE = "Canary note, for nobody else."
VERDICT = "Canary verdict, in a canary's own words."


@dataclass(frozen=True)
class Table:
    """Two mentors with unmistakable names, asked in one round; each also has an account."""

    world: World
    round: Round
    version: Version
    mentors: dict[str, Reader]
    browsers: dict[str, dict[str, Client]]

    def canaries(self, name: str) -> list[str]:
        """What nobody but she and the seeker may find: her names, her address, her words, her refs."""
        person = self.mentors[name].person
        assert person
        mine = Comment.objects.filter(author=person)
        said = [text for one in mine for text in (one.text, one.ref, one.why) if text]
        said += PrivateNote.objects.filter(mentor=person).values_list("text", flat=True)
        filled = FilledChecklist.objects.filter(review__mentor=person)
        said += [text for one in filled for text in (one.name, *one.questions)]
        said += Suggestion.objects.filter(comment__in=mine).values_list("new", flat=True)
        refs = [thread.ref for thread in Thread.objects.filter(author=person)]
        invitation = Invitation.objects.get(round=self.round, person=person)
        return [f"{name}Canary", f"{name}signedup", person.email, invitation.ref, *said, *refs]

    def found_by(self, name: str, other: str) -> set[str]:
        """What `name` finds of `other`, or of the seeker's note, in every answer, letter and line in the page."""
        seen = "\n".join([*self.answers(name), *self.letters(name)])
        note = Comment.objects.get(text=NOTE)
        hidden = [*self.canaries(other), note.text, note.ref, note.thread.ref]
        return {canary for canary in hidden if canary in seen}

    def finds(self, name: str, words: set[str]) -> bool:
        """Whether `name` finds all these words; once she has, she looks no further."""
        missing = set(words)
        for seen in itertools.chain(self.answers(name), self.letters(name)):
            missing = {word for word in missing if word not in seen}
            if not missing:
                return True
        return False

    def answers(self, name: str) -> Iterator[str]:
        """All there is to ask for, about what is hers, what is shared and what is the other's.

        Without the refs she asked by: those she knew. Pages about her own account, and about the
        machine, read no row of anybody else.
        """
        paths = {
            address.in_(world)
            for address in addresses()
            for world in self.worlds()
            if not address.name.startswith(("account_", "home:health"))
        }
        here = replace(self.world, browsers=self.browsers[name])
        for path, who, method in itertools.product(sorted(paths), here.browsers, ("GET", "POST")):
            body = here.ask(who, path, method).body
            for ref in REF.findall(path):
                body = body.replace(ref, "")
            yield body

    def worlds(self) -> Iterator[World]:
        """The same document as each mentor's refs lead to it."""
        for reader in self.mentors.values():
            said = Comment.objects.filter(author=reader.person).earliest("pk")
            invitation = Invitation.objects.get(round=self.round, person=reader.person)
            letter = Letter.objects.filter(person=reader.person).earliest("pk")
            yield replace(self.world, said=said, taken=said, invitation=invitation, letter=letter)

    def letters(self, name: str) -> Iterator[str]:
        """Everything mailed to her until tomorrow, and what the page tells her."""
        person = self.mentors[name].person
        assert person
        with time_machine.travel(timezone.now() + timedelta(days=1, hours=2), tick=True):
            tasks.sweep()
            gathering.gather()
            for letter in Letter.objects.filter(person=person):
                yield codes.reveal(f"{letter.subject}\n{letter.text}\n{letter.html}", letter)
            hers = Notice.objects.filter(person=person, channel=Notice.Channel.PAGE)
            yield "\n".join(
                line.told.sentence for line in bell.shown_notices(hers.select_related("event"))
            )


def table(openness: str) -> Table:
    """Each mentor has drafted one point and sent one ahead; the seeker has answered both of these."""
    seeker = make.person("Ada")
    version = make.ready_version(seeker, text="One line.\nAnother line.\nA third line.\n")
    people = {name: make.person(f"{name}signedup") for name in ("Xanthe", "Zebedee")}
    asked = circle.ask(
        [version.document],
        by=as_account(seeker),
        people=[Invitee(f"{name}Canary", person.email) for name, person in people.items()],
        ask=Ask(openness=openness),
        key=uuid4(),
    )
    gathering.gather()
    mentors, browsers = {}, {}
    for name, person in people.items():
        invitation = asked.invitations.get(person=person)
        mentors[name] = as_visitor(invitation)
        browsers[name] = {"account": sign_in(person), "pass": visit(passed(invitation))}
        more = {"wording": f"{name}’s other words", "why": f"{name} has a reason"}
        ahead = saying.ahead(version, mentors[name], f"{name} sent this ahead.", **more)
        saying.reply(ahead, as_account(seeker), f"Thank you, said to {name} alone.")
        saying.draft(version, mentors[name], f"{name} waits with this.", line=2)
    said_to_all(version, asked, mentors)
    said, letter = Comment.objects.earliest("pk"), Letter.objects.earliest("pk")
    first = asked.invitations.earliest("pk")
    words = {"text": "Both of it.", "why": "Each has a point.", "is_told": True}
    both = list(Thread.objects.points())
    decision = actions.decide(version.document, both, by=as_account(seeker), **words)
    more = around(version, first)
    here = World(version, version, letter, first, said, said, decision, *more, {})
    return Table(here, asked, version, mentors, browsers)


def said_to_all(version: Version, asked: Round, mentors: dict[str, Reader]) -> None:
    """The seeker asks both of them at a line, and each answers ahead; a note of hers stands beside it."""
    of_all = saying.ask_all(version, asked, "What does each of you say?", line=3).thread
    saying.note(version, NOTE)
    for name, mentor in mentors.items():
        answer = saying.reply(of_all, mentor, f"{name} answers all.")
        actions.send_now(answer, by=mentor)
        actions.keep_note(asked, by=mentor, text=f"{name} keeps this.", revision=0)
        assert mentor.person
        questions = [f"Would {name} ask this?"]
        facts = {"name": f"As {name} asks", "questions": questions}
        checklists.answered(asked, mentor.person, ["no"], **facts)


def passed(invitation: Invitation) -> Pass:
    """A pass that her link gave a browser."""
    Invitation.objects.filter(pk=invitation.pk).update(pressed_at=timezone.now())
    return Pass.objects.create(invitation=invitation, ends_at=timezone.now() + timedelta(days=30))


def finish(here: Table, name: str) -> None:
    """She sends what she has, with a summary."""
    by = here.mentors[name]
    actions.finish(here.round, by=by, verdict="ready", summary=f"{name}: {VERDICT}")


def words_of(name: str) -> set[str]:
    """What she has sent once she has finished, and the name the seeker calls her by."""
    said = ("sent this ahead.", "waits with this.", "answers all.")
    return {f"{name}Canary", *(f"{name} {words}" for words in said)}


def test_apart_they_never_find_a_trace_of_each_other_until_it_is_opened_up() -> None:
    here = table(Openness.APART)
    finish(here, "Xanthe")
    assert here.found_by("Zebedee", "Xanthe") == set()
    finish(here, "Zebedee")
    assert here.found_by("Xanthe", "Zebedee") == set()

    actions.choose_openness(here.round, by=as_account(here.round.owner), openness="blind_first")

    assert here.finds("Zebedee", words_of("Xanthe"))


def test_a_blind_first_pass_shows_nothing_until_both_have_finished() -> None:
    here = table(Openness.BLIND_FIRST)
    finish(here, "Xanthe")
    assert here.found_by("Zebedee", "Xanthe") == here.found_by("Xanthe", "Zebedee") == set()

    finish(here, "Zebedee")

    assert here.finds("Xanthe", words_of("Zebedee"))
    assert here.finds("Zebedee", words_of("Xanthe"))


def test_a_blind_first_pass_opened_up_shows_what_was_sent_and_no_draft() -> None:
    here = table(Openness.BLIND_FIRST)

    actions.choose_openness(here.round, by=as_account(here.round.owner), openness="table")

    found = here.found_by("Zebedee", "Xanthe")
    assert {"XantheCanary", "Xanthe sent this ahead."} <= found
    assert "Xanthe waits with this." not in found


def test_at_an_open_table_what_is_sent_is_there_and_drafts_are_not() -> None:
    here = table(Openness.TABLE)

    found = here.found_by("Zebedee", "Xanthe")

    assert {"XantheCanary", "Xanthe sent this ahead."} <= found
    assert "Xanthe waits with this." not in found
    assert found.isdisjoint({"Xanthe keeps this.", "Would Xanthe ask this?"})
    assert here.canaries("Xanthe")[2] not in found  # her address is nobody's but the seeker's
