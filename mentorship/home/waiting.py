"""What waits for a person: work on her texts, answers to read, people who ask her."""

from collections import defaultdict
from datetime import UTC, datetime

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.circle.status import BOUNCED, status_of
from mentorship.critique.models import Comment, Thread, questions_to
from mentorship.critique.models.threads import ThreadQuerySet
from mentorship.critique.steps.asking import on_her_desk
from mentorship.documents.models import Document
from mentorship.documents.sentences.status import latest
from mentorship.home.due_steps import due_steps
from mentorship.toolbox.clock.dates import full_day
from mentorship.toolbox.pages.next_step import NextStep
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking, side_by_side
from mentorship.toolbox.words.phrases import listed, quoted
from mentorship.trail.models import Activity

SHOWN = 8  # of each kind: a desk is no archive
MAX_ROUNDS = 50
MAX_QUESTION = 160  # code points of what a seeker asks
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def next_steps(reader: Reader) -> Asking[list[NextStep]]:
    """What she works through first, then answers to her; letters of hers that did not arrive; who asks."""
    found = yield from side_by_side(
        on_her_desk(reader),
        _answers(reader),
        _undelivered(reader),
        _asks(reader),
        _questions(reader),
        due_steps(reader),
    )
    return [step for steps in found for step in steps]


def _answers(reader: Reader) -> Asking[list[NextStep]]:
    """What seekers answered in threads of hers since she last read their documents."""
    [answered] = yield (_answered(reader),)
    [reads] = yield (_reads(reader, sorted({owner for _pk, _ref, owner, _last in answered})),)
    # The ref stands within "version:k3f9/2"; of several versions the one read last counts.
    read = {thing.partition(":")[2].partition("/")[0]: at for thing, at in reads}
    unread = {pk for pk, ref, _owner, last in answered if read.get(ref, BEGINNING) < last}
    [documents] = yield (_newest(reader, sorted(unread)),)
    sentence = _("%(name)s answered what you wrote in “%(title)s”.")
    return [
        NextStep(
            sentence % {"name": one.owner.name, "title": one.title},
            _("Read the answer"),
            _reading(one),
        )
        for one in documents
    ]


@composed
def _answered(reader: Reader) -> QuerySet[Thread, tuple[int, str, int, datetime]]:
    spoke = Comment.objects.sent().by(reader)
    seen = Thread.objects.visible_to(reader).exclude(document__owner=reader.person)
    spoken_in = seen.filter(pk__in=spoke.values("thread"))
    answered = _open(spoken_in, Q(speaker=F("document__owner")))
    rows = answered.order_by().values_list("document", "document__ref", "document__owner")
    hers = Q(comments__author=F("document__owner"))  # the seeker's; who agrees is no answer
    return rows.annotate(last=Max("comments__published_at", filter=hers))


@composed
def _reads(reader: Reader, owners: list[int]) -> QuerySet[Activity, tuple[str, datetime]]:
    reads = Activity.objects.filter(owner__in=owners, actor=reader.person, kind="read")
    return reads.order_by().values_list("thing").annotate(last=Max("at")).order_by("last")


def _asks(reader: Reader) -> Asking[list[NextStep]]:
    """Who asks her, and has not heard from her."""
    [invitations] = yield (_waiting_for(reader),)
    [documents] = yield (_asked_about(reader, [one.round_id for one in invitations]),)
    titles = defaultdict(list)
    for document in documents:
        titles[getattr(document, "asked_in", 0)].append(quoted(document.title))
    return [_ask(one, listed(titles[one.round_id])) for one in invitations]


def _ask(invitation: Invitation, titles: str) -> NextStep:
    facts = {"name": invitation.seeker.name, "titles": titles}
    facts["day"] = full_day(invitation.due_on or timezone.localdate())
    step = _("Have a look")
    if invitation.begun_at:
        sentence = _("What you wrote to %(name)s about %(titles)s is not sent yet.")
        step = _("Go on, or send it")
    elif invitation.waits_for_another_look:
        sentence = _("%(name)s would like you to have another look at %(titles)s.")
    elif invitation.round.wanted_by:
        sentence = _("%(name)s would like to hear from you about %(titles)s by %(day)s.")
    else:
        sentence = _("%(name)s would like to hear what you think of %(titles)s.")
    return NextStep(sentence % facts, step, invitation.get_absolute_url())


def _questions(reader: Reader) -> Asking[list[NextStep]]:
    """What seekers ask everybody in rounds that ask her, and she has not answered."""
    [rounds] = yield (_open_rounds(reader),)
    [asked] = yield (_asked_of_all(reader, rounds),)
    sentence = _("%(name)s asks everyone about “%(title)s”: “%(question)s”")
    return [
        NextStep(
            sentence
            % {
                "name": one.document.owner.name,
                "title": one.document.title,
                "question": Truncator(getattr(one, "text", "")).chars(MAX_QUESTION),
            },
            _("Answer it"),
            one.get_absolute_url(),
        )
        for one in asked
    ]


def _undelivered(reader: Reader) -> Asking[list[NextStep]]:
    """Whom her newest letter did not reach, until she has done something about it."""
    [invitations] = yield (_refused(reader),)
    return [
        NextStep(
            _refusal(one) % {"name": one.name},
            _("See how it stands"),
            one.round.get_absolute_url(),
        )
        for one in invitations
    ]


def _refusal(invitation: Invitation) -> str:
    if status_of(invitation) == BOUNCED:
        return _("Your email to %(name)s came back: please check the address.")
    return _("Your email to %(name)s could not be delivered: copy a link and send it another way.")


def _open(threads: ThreadQuerySet, spoken: Q) -> QuerySet[Thread]:
    """Of these threads the open ones that were sent, by who spoke last in them (`speaker`)."""
    said = Comment.objects.standing().sent().filter(thread=OuterRef("pk"))
    speaker = Subquery(said.order_by("-published_at", "-pk").values("author")[:1])
    sent_and_open = threads.sent().open()
    return sent_and_open.annotate(speaker=speaker).filter(spoken, speaker__isnull=False)


@composed
def _newest(reader: Reader, which: list[int]) -> QuerySet[Document]:
    """Of these documents the newest, with their owners and what is known of their versions."""
    seen = Document.objects.visible_to(reader).filter(pk__in=which)
    return seen.with_latest().select_related("owner").defer("draft", "note")[:SHOWN]


@composed
def _waiting_for(reader: Reader) -> QuerySet[Invitation]:
    return Invitation.objects.waiting_for(reader)[:SHOWN]


@composed
def _open_rounds(reader: Reader) -> QuerySet[Invitation, int]:
    """Of those that ask her, the newest."""
    hers = Invitation.objects.visible_to(reader).filter(round__closed_at=None, declined_at=None)
    return hers.order_by("-created_at", "-pk").values_list("round", flat=True)[:MAX_ROUNDS]


@composed
def _asked_of_all(reader: Reader, rounds: list[int]) -> QuerySet[Thread]:
    asked = questions_to(reader).filter(round__in=rounds)
    return asked.select_related("document__owner").defer("document__draft", "document__note")[
        :SHOWN
    ]


@composed
def _asked_about(reader: Reader, rounds: list[int]) -> QuerySet[Document]:
    """Each with the id of the round it was asked about in (`asked_in`); once for every such round."""
    seen = Document.objects.visible_to(reader).filter(rounds__in=rounds)
    return seen.annotate(asked_in=F("rounds")).only("title").order_by("pk")


@composed
def _refused(reader: Reader) -> QuerySet[Invitation]:
    refused = Invitation.objects.owned_by(reader).undelivered().with_letters()
    return refused.select_related("round", "person")[:SHOWN]


def _reading(document: Document) -> str:
    """Where its latest version is read, beside what is said about it."""
    version = latest(document)
    return version.get_absolute_url() if version else document.get_absolute_url()
