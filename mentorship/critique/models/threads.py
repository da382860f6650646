"""Threads: points made in a round about a place."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from accounts.reader import Reader
from mentorship.circle.models import Invitation, Pass, Round
from mentorship.critique.models import kinds
from mentorship.critique.models.hands import own_review, written_by
from mentorship.critique.models.lengths import MAX_REASON
from mentorship.critique.models.reviews import Review
from mentorship.documents.access import Rights
from mentorship.documents.models import Document, Grant
from mentorship.toolbox.pages.addresses import address
from mentorship.toolbox.refs import new_ref


class ThreadQuerySet(models.QuerySet["Thread"]):
    """Threads, by who may see them."""

    def visible_to(self, reader: Reader) -> Self:
        """On documents she may read now: hers; what was sent to her; what rounds of hers show."""
        return self.seen_by(reader).filter(deleted_at=None)

    def gone_for(self, reader: Reader) -> Self:
        """Those she could see until all that was said in them was deleted."""
        return self.seen_by(reader).exclude(deleted_at=None)

    def sent(self) -> Self:
        """Without those of which all is a draft."""
        return self.filter(changed_at__isnull=False)

    def points(self) -> Self:
        """What others made of the text and sent: without the seeker's own questions and notes."""
        return self.sent().filter(asks_all=False)

    def open(self) -> Self:
        """Those that stand and are not dealt with."""
        return self.filter(resolved_at=None, deleted_at=None)

    def changed_after(self, moment: datetime) -> Self:
        """Those in which something that others see has changed since."""
        return self.filter(changed_at__gt=moment)

    def seen_by(self, reader: Reader) -> Self:
        """As `visible_to`, with those that are gone since."""
        person = reader.person
        if person is None:
            return self.none()
        sent = Q(changed_at__isnull=False)
        seen = written_by(reader) | (sent & _shown_in_rounds_of(reader))
        if reader.owns:
            seen |= sent & Q(document__owner=person)
        return self.filter(seen, document__in=Document.objects.visible_to(reader))

    def seen_on(self, document: Document, reader: Reader, held: Rights) -> Self:
        """As `seen_by`, of one document on which her rights are known to be `held`."""
        if not held.read:
            return self.none()
        sent = Q(changed_at__isnull=False)
        shown = sent if held.own else sent & _shown_in_rounds_of(reader)
        return self.filter(shown | written_by(reader), document=document)

    def waiting_for(self, reader: Reader) -> Self:
        """Open questions to everybody in rounds that ask her too."""
        return self.open().sent().filter(_asked_in_rounds_of(reader), asks_all=True)

    def open_to(self, reader: Reader) -> Self:
        """Those in which she may know of everybody: in documents of hers, and as rounds of hers allow.

        In her own thread, a round may still hide the others from her.
        """
        if reader.person is None:
            return self.none()
        known = _asked_in_rounds_of(reader) & shows_others(reader)
        if reader.owns:
            known |= Q(document__owner=reader.person)
        return self.filter(known)


def _shown_in_rounds_of(reader: Reader) -> Q:
    """The seeker asks her in it with all the others; or the round lets her see what others say."""
    return _asked_in_rounds_of(reader) & (Q(asks_all=True) | shows_others(reader))


def _asked_in_rounds_of(reader: Reader) -> Q:
    """The thread's round asks her for this document."""
    invitations = Invitation.objects.filter(round=OuterRef(OuterRef("round")))
    asks_her = Grant.objects.counting_for(reader).filter(
        source=Grant.Source.INVITATION,
        document=OuterRef("document"),
        source_id__in=invitations.values("pk"),
    )
    return Q(Exists(asks_her))


def shows_others(reader: Reader, *, asked: str = "round") -> Q:
    """Of rows with an author and a hand: their round lets her see what others say. `asked` is its column."""
    finished = Review.objects.filter(round=OuterRef(asked), finished_at__isnull=False)
    has_finished = Q(Exists(finished.filter(own_review(reader))))
    by_author = finished.filter(mentor=OuterRef("author"), hand=None)
    has_author = Q(author=None) | Q(hand=None) & Q(Exists(by_author))
    has_author |= Q(Exists(finished.filter(hand=OuterRef("hand"))))
    table = Q(**{f"{asked}__openness": Round.Openness.TABLE})
    # Both have finished, so that an answer never reaches a mentor who still reads unbiased.
    blind_first = Q(**{f"{asked}__openness": Round.Openness.BLIND_FIRST})
    return table | blind_first & has_finished & has_author


class Thread(models.Model):
    """One point made in a round about a place in a document; or what its seeker began there herself.

    round       none for a note of hers to herself, which is never sent
    asks_all    it is a question of hers to everybody in the round
    hand        the pass from a passed-on link that it was begun through; else none
    changed_at  when something in it changed that others see; null while all of it is a draft.
                Grows within a document in the order of commits: see `actions`.
    deleted_at  when the last thing said in it was deleted
    use         what the seeker made of it, said at `use_said_at`, with a reason if she gave one
    """

    Kind = kinds.Kind
    Use = kinds.Use

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    round = models.ForeignKey(Round, null=True, on_delete=models.CASCADE, related_name="threads")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="threads")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="threads"
    )
    hand = models.ForeignKey(Pass, null=True, on_delete=models.SET_NULL, related_name="+")
    kind = models.CharField(max_length=10, choices=kinds.kinds, default=Kind.COMMENT)
    asks_all = models.BooleanField(default=False, db_default=False)
    question = models.PositiveIntegerField(
        null=True, help_text="Number of the question it answers."
    )
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    use = models.CharField(max_length=8, choices=Use, blank=True)
    use_reason = models.CharField(max_length=MAX_REASON, blank=True)
    use_said_at = models.DateTimeField(null=True)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["document", "changed_at"], name="critique_thread_changed"),
            models.Index(
                fields=["document"],
                condition=Q(resolved_at=None),
                name="critique_thread_open",
            ),
        ]

    def __str__(self) -> str:
        return f"thread {self.ref}"

    def get_absolute_url(self) -> str:
        """The thread by itself, with the words it is about."""
        return address("critique:thread", self.ref)

    @property
    def is_note(self) -> bool:
        """Whether its author wrote it for nobody else, ever."""
        return self.round_id is None

    @property
    def is_the_seekers(self) -> bool:
        """Whether the seeker began it, and nothing in it is a point to be used."""
        return self.asks_all or self.is_note

    @property
    def use_seen(self) -> str:
        """Which mark this is, for a page to send back: empty while there is none."""
        return self.use_said_at.isoformat() if self.use_said_at else ""
