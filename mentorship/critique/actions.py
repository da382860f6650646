"""Everything a person can do about what is said: comment, reply, edit, delete, resolve, finish.

What others see of a document's threads changes under a lock on the document, and `changed_at` grows
with each change: whoever asks for what is new since a moment misses nothing that commits later.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation, Round
from mentorship.critique import notices
from mentorship.critique.access import require, round_for
from mentorship.critique.models import Comment, Review, Thread
from mentorship.critique.pointing import Place, spot_of
from mentorship.documents import access as documents
from mentorship.documents.models import Document, Version
from mentorship.toolbox import sanitiser
from mentorship.toolbox.refused import Refused
from mentorship.trail.actions import write

REMINDED_AFTER = timedelta(hours=24)


class StaleComment(Refused):
    """The comment was changed elsewhere since its form was opened; both texts are to be shown.

    theirs    the text kept now.
    revision  its revision: saving with it keeps what is sent.
    """

    def __init__(self, theirs: str, revision: int) -> None:
        sentence = _("This was changed in another window. Both texts are here; keep what you want.")
        super().__init__("stale", sentence, field="text")
        self.theirs = theirs
        self.revision = revision


@transaction.atomic
def comment(
    version: Version,
    *,
    by: Reader,
    place: Place,
    text: str,
    key: UUID,
    kind: str = Thread.Kind.COMMENT,
) -> Comment:
    """A new thread at `place` with its first comment: a draft of her review. Once per `key`.

    Raises Refused "own", "closed" (see `round_for`), "no-place", "no-question" (422).
    """
    require(by, "comment", on=version.document)
    asked = round_for(by, version.document)
    if place.question is not None and not 0 < place.question <= len(asked.questions):
        raise Refused("no-question", _("There is no such question."), status=422)
    spot = spot_of(place, version)
    review = _review(asked, by=by)
    known = Comment.objects.filter(author=by.person, key=key).first()
    if known:
        return known
    thread = Thread.objects.create(
        round=asked,
        document=version.document,
        author=by.person,
        kind=kind,
        question=place.question,
    )
    placement = spot.placement(version)
    placement.thread, placement.placed_by = thread, by.person
    placement.save()
    return _draft(thread, review, text, key, by=by)


@transaction.atomic
def reply(thread: Thread, *, by: Reader, text: str, key: UUID) -> Comment:
    """Say something in the thread, once per `key`: the seeker at once, a mentor as a draft."""
    require(by, "reply", on=thread)
    if not documents.rights(by, thread.document).own:
        review = _review(round_for(by, thread.document), by=by)
        known = Comment.objects.filter(author=by.person, key=key).first()
        return known or _draft(thread, review, text, key, by=by)
    moment = _hold(thread.document)
    html = sanitiser.rendered(text)
    said, is_new = Comment.objects.get_or_create(
        author=by.person,
        key=key,
        defaults={"thread": thread, "text": text, "html": html, "published_at": timezone.now()},
    )
    if is_new:
        _changed([thread], moment)
        notices.replied(said)
        write("replied", f"thread:{thread.ref}", owner=thread.document.owner, by=by)
    return said


@transaction.atomic
def edit(comment: Comment, *, by: Reader, text: str, revision: int) -> Comment:
    """Say it in other words. `revision` is the one she saw.

    Raises StaleComment when another window has changed it since; neither text is lost.
    """
    require(by, "read", on=comment.thread)
    _require_author(comment, by=by)
    moment = _hold(comment.thread.document)
    kept = Comment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    text = text.replace("\r\n", "\n")
    if text == kept.text:
        return kept
    if revision != kept.revision or kept.deleted_at:
        raise StaleComment(kept.text, kept.revision)
    kept.text, kept.html, kept.revision = text, sanitiser.rendered(text), kept.revision + 1
    if kept.review and kept.is_draft:
        _remind_later(kept.review)
    else:
        kept.edited_at = timezone.now()
        _changed([comment.thread], moment)
    kept.save(update_fields=["text", "html", "revision", "edited_at"])
    return kept


@transaction.atomic
def delete(comment: Comment, *, by: Reader) -> None:
    """Take it back: a draft is gone; of what others have answered a trace stays."""
    require(by, "read", on=comment.thread)
    _require_author(comment, by=by)
    moment = _hold(comment.thread.document)
    thread = comment.thread
    if Comment.objects.drafts().filter(pk=comment.pk).delete()[0]:
        if not thread.comments.exists():
            thread.delete()
        return
    now = timezone.now()
    thread.comments.filter(pk=comment.pk, deleted_at=None).update(
        text="", html="", deleted_at=now, revision=F("revision") + 1
    )
    if not thread.comments.standing().exclude(published_at=None).exists():
        Thread.objects.filter(pk=thread.pk).update(deleted_at=now)
    _changed([thread], moment)


@transaction.atomic
def resolve(thread: Thread, *, by: Reader) -> None:
    """Say that this point is dealt with. Resolved already, it stays as it is."""
    require(by, "resolve", on=thread)
    moment = _hold(thread.document)
    open_ones = Thread.objects.filter(pk=thread.pk, resolved_at=None)
    if open_ones.update(resolved_at=timezone.now(), resolved_by=by.person):
        _changed([thread], moment)


@transaction.atomic
def reopen(thread: Thread, *, by: Reader) -> None:
    """Say that this point is open after all."""
    require(by, "resolve", on=thread)
    moment = _hold(thread.document)
    resolved = Thread.objects.filter(pk=thread.pk, resolved_at__isnull=False)
    if resolved.update(resolved_at=None, resolved_by=None):
        _changed([thread], moment)


@transaction.atomic
def finish(asked: Round, *, by: Reader, verdict: str, summary: str) -> Review:
    """Send her review: all its drafts at once, with her verdict. The seeker is told.

    Pressed again with nothing new it changes nothing. Raises Refused "not-found" (404).
    """
    require(by, "finish", on=asked)
    review = _review(asked, by=by)
    drafts = list(review.comments.drafts().select_related("thread__document__owner"))
    is_same = (review.verdict, review.summary) == (verdict, summary)
    if review.finished_at and is_same and not drafts:
        return review
    moments = {one: _hold(one) for one in sorted({d.thread.document for d in drafts}, key=_pk)}
    told = notices.finished(review)
    review.comments.drafts().update(published_at=told.happened_at)
    for document, moment in moments.items():
        _changed([d.thread for d in drafts if d.thread.document_id == document.pk], moment)
    review.verdict, review.summary = verdict, summary
    review.finished_at, review.due_at = told.happened_at, None
    review.generation += 1
    review.save()
    circle.answered(Invitation.objects.get(round=asked, person=review.mentor))
    for said in drafts:
        notices.replied(said)
    write("commented", f"review:{review.ref}", owner=asked.owner, by=by)
    return review


@transaction.atomic
def send_as_they_are(review: Review, *, by: Reader) -> Review:
    """Finish with the verdict and summary there are, if any: the letter's one button."""
    require(by, "finish", on=review.round)
    return finish(review.round, by=by, verdict=review.verdict, summary=review.summary)


def _review(asked: Round, *, by: Reader) -> Review:
    """Her review in this round, begun if need be, locked: two posts of one form wait here."""
    assert by.person is not None  # noqa: S101 - rights were asked, and nobody has none
    locked = Review.objects.select_for_update(of=("self",))
    review, is_new = locked.get_or_create(round=asked, mentor=by.person)
    if is_new:
        circle.begun(Invitation.objects.get(round=asked, person=by.person))
    return review


def _draft(thread: Thread, review: Review, text: str, key: UUID, *, by: Reader) -> Comment:
    _remind_later(review)
    return Comment.objects.create(
        thread=thread,
        review=review,
        author=by.person,
        key=key,
        text=text,
        html=sanitiser.rendered(text),
    )


def _remind_later(review: Review) -> None:
    Review.objects.filter(pk=review.pk).update(due_at=timezone.now() + REMINDED_AFTER)


def _require_author(comment: Comment, *, by: Reader) -> None:
    if by.person is None or comment.author_id != by.person.pk:
        raise Refused("may-not", _("Only who wrote it can change it."), status=403)


def _hold(document: Document) -> datetime:
    """Lock the document until the end of the transaction; the moment of what changes in it now.

    Later than every change before, whatever the clocks say.
    """
    Document.objects.select_for_update(no_key=True).get(pk=document.pk)
    last = Thread.objects.filter(document=document).aggregate(last=Max("changed_at"))["last"]
    now = timezone.now()
    return max(now, last + timedelta(microseconds=1)) if last else now


def _changed(threads: list[Thread], moment: datetime) -> None:
    refs = [thread.pk for thread in threads]
    Thread.objects.filter(pk__in=refs).update(changed_at=moment)


def _pk(document: Document) -> int:
    return document.pk
