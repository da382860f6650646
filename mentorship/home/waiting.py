"""What waits for a person: work on her texts, answers to read, people who ask her. A handful of queries in all."""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.circle.status import BOUNCED, status_of
from mentorship.critique.models import Comment, Thread
from mentorship.critique.models.threads import ThreadQuerySet
from mentorship.documents.models import Document
from mentorship.documents.sentences.status import latest
from mentorship.home import working
from mentorship.home.next_step import NextStep
from mentorship.toolbox.dates import full_day
from mentorship.toolbox.phrases import listed, quoted
from mentorship.toolbox.questions.composed import composed
from mentorship.trail.models import Activity

SHOWN = 8  # of each kind: a desk is no archive
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def next_steps(reader: Reader) -> list[NextStep]:
    """What she works through first, then answers to her; letters of hers that did not arrive; who asks."""
    return [
        *working.next_steps(reader),
        *_answers(reader),
        *_undelivered(reader),
        *_asks(reader),
    ]


def _answers(reader: Reader) -> Iterator[NextStep]:
    """What seekers answered in threads of hers since she last read their documents."""
    changed = list(_answered(reader))
    read = _last_read(reader, {owner for _pk, _ref, owner, _last in changed})
    unread = {pk for pk, ref, _owner, last in changed if read.get(ref, BEGINNING) < last}
    for document in _newest(reader, sorted(unread)):
        facts = {"name": document.owner.name, "title": document.title}
        sentence = _("%(name)s answered what you wrote in “%(title)s”.")
        yield NextStep(sentence % facts, _("Read the answer"), _reading(document))


def _last_read(reader: Reader, owners: set[int]) -> dict[str, datetime]:
    """When she last read the documents of these owners, by their refs."""
    last = _reads(reader, sorted(owners))
    # The ref stands within "version:k3f9/2"; of several versions the one read last counts.
    return {thing.partition(":")[2].partition("/")[0]: at for thing, at in last}


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


def _asks(reader: Reader) -> Iterator[NextStep]:
    """Who asks her, and has not heard from her."""
    for invitation in _waiting_for(reader):
        titles = [quoted(document.title) for document in invitation.round.documents.all()]
        facts = {"name": invitation.seeker.name, "titles": listed(titles)}
        facts["day"] = full_day(invitation.due_on or timezone.localdate())
        if invitation.begun_at:
            sentence = _("What you wrote to %(name)s about %(titles)s is not sent yet.")
            yield NextStep(sentence % facts, _("Go on, or send it"), invitation.get_absolute_url())
        elif invitation.waits_for_another_look:
            sentence = _("%(name)s would like you to have another look at %(titles)s.")
            yield NextStep(sentence % facts, _("Have a look"), invitation.get_absolute_url())
        elif invitation.round.wanted_by:
            sentence = _("%(name)s would like to hear by %(day)s what you think of %(titles)s.")
            yield NextStep(sentence % facts, _("Have a look"), invitation.get_absolute_url())
        else:
            sentence = _("%(name)s would like to hear what you think of %(titles)s.")
            yield NextStep(sentence % facts, _("Have a look"), invitation.get_absolute_url())


def _undelivered(reader: Reader) -> Iterator[NextStep]:
    """Whom her newest letter did not reach, until she has done something about it."""
    for invitation in _refused(reader):
        if status_of(invitation) == BOUNCED:
            sentence = _("Your letter to %(name)s came back: look at the address again.")
        else:
            sentence = _(
                "Your letter to %(name)s could not be delivered: copy a link and send it another way."
            )
        facts = {"name": invitation.name}
        yield NextStep(
            sentence % facts, _("See how it stands"), invitation.round.get_absolute_url()
        )


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
def _refused(reader: Reader) -> QuerySet[Invitation]:
    refused = Invitation.objects.owned_by(reader).undelivered().with_letters()
    return refused.select_related("round", "person")[:SHOWN]


def _reading(document: Document) -> str:
    """Where its latest version is read, beside what is said about it."""
    version = latest(document)
    return version.get_absolute_url() if version else document.get_absolute_url()
