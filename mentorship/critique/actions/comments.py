"""Saying something: a new thread, a reply, other words, taking it back."""

from dataclasses import asdict
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Round
from mentorship.critique import tasks
from mentorship.critique.access import first_round, require, round_for, rounds_for
from mentorship.critique.comments import budgets, mentions
from mentorship.critique.comments.content import (
    content_of,
    editable_kind,
    editable_words,
    suggest,
    suggested,
)
from mentorship.critique.comments.drafts import (
    draft,
    held_review,
    hold_review,
    not_begun,
    note_begun,
    remind_later,
    review_of,
)
from mentorship.critique.comments.targets import (
    PageLines,
    Target,
    known_lines,
    lines_by_page,
    spot_of,
)
from mentorship.critique.models import Comment, EarlierWording, Mention, Suggestion, Thread
from mentorship.critique.notices import mentioned, published
from mentorship.critique.threads.changes import begin, lock_thread, mark_changed
from mentorship.documents import access as documents
from mentorship.documents.models import Version
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.together import together
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from mentorship.toolbox.web.once import once
from mentorship.toolbox.words import sanitiser
from mentorship.toolbox.work.killpoints import killpoint
from mentorship.trail.actions import write


@transaction.atomic
def comment(
    version: Version,
    *,
    by: Reader,
    place: Target,
    text: str,
    key: UUID,
    kind: str = Thread.Kind.COMMENT,
    why: str | None = None,
    wording: str | None = None,
) -> Comment:
    """A new thread at `place` with its first comment: a draft of her review.

    key     of the form: sent twice it makes one thread, sent with other words one more

    wording  what she would write there instead; None, or the words as they are, for no suggestion.

    Raises Refused "own", "closed" (see `round_for`), "no-place", "no-question" (422), "deleted", and as
    `budgets.require_room`.
    """
    require(by, "comment", on=version.document)
    rounds, pages = _rounds_and_lines(by, version)
    asked = first_round(rounds, by, version.document)
    if place.question is not None and not 0 < place.question <= len(asked.questions):
        raise Refused("no-question", _("There is no such question."), status=422)
    spot = spot_of(place, version, pages)
    budgets.lock(by)
    hand = hold_review(asked, by=by)
    key = once(key, version.pk, place, text, kind, why or "", wording)
    [review], unbegun, said_before, *used = together(
        held_review(asked, by, hand),
        not_begun(asked, by),
        _by_key(by, key),
        *budgets.used_up(asked, by, hand),
    )
    note_begun(unbegun)
    known: Comment | None = next(iter(said_before), None)
    if known:
        return known
    more = len(text + (why or "") + (wording or "") + spot.quote.text)
    budgets.require_room(asked, more, by=by, hand=hand, used=used)
    killpoint("comment-unwritten")
    thread = Thread(
        round=asked,
        document=version.document,
        author=by.person,
        hand=hand,
        kind=kind,
        question=place.question,
    )
    placement = spot.placement(version)
    placement.thread, placement.placed_by = thread, by.person
    said = draft(thread, review, text, key, by=by, why=why or "")
    for pk in begin(thread, placement, said):
        tasks.carry.delay_on_commit(pk)
    mentions.note(said, by=by, is_new=True)
    new_words = suggested(wording, placement.quote)
    if new_words is not None:
        suggest(said, placement.quote, new_words)
    return said


@transaction.atomic
def reply(thread: Thread, *, by: Reader, text: str, key: UUID) -> Comment:
    """Say something in the thread: the seeker at once, a mentor as a draft.

    key  of the form: sent twice it is one reply, sent with other words one more

    Raises Refused as `budgets.require_room`, and "deleted".
    """
    require(by, "reply", on=thread)
    budgets.lock(by)
    key = once(key, thread.pk, text)
    if not documents.rights(by, thread.document).own:
        review = review_of(round_for(by, thread.document), by=by)
        known = _by_key(by, key).first()
        if known:
            return known
        budgets.require_room(thread.round or thread.document, len(text), by=by, hand=review.hand)
        lock_thread(thread)
        remind_later(review)
        said = draft(thread, review, text, key, by=by)
        said.save()
        mentions.note(said, by=by, is_new=True)
        return said
    known = Comment.objects.filter(author=by.person, key=key).first()
    if known:
        return known
    budgets.require_room(thread.round or thread.document, len(text), by=by, hand=None)
    moment = lock_thread(thread)
    said = Comment.objects.create(
        author=by.person,
        key=key,
        thread=thread,
        text=text,
        html=sanitiser.rendered(text),
        published_at=timezone.now(),
    )
    mark_changed([thread], moment)
    mentions.note(said, by=by, is_new=True)
    published.tell_of(said)
    write("replied", f"thread:{thread.ref}", owner=thread.document.owner, by=by)
    return said


@transaction.atomic
def edit(
    comment: Comment,
    *,
    by: Reader,
    text: str,
    revision: int,
    kind: str | None = None,
    why: str | None = None,
    wording: str | None = None,
) -> Comment:
    """Say it in other words. `revision` is the one she saw; what is None stays as it is.

    kind     of the thread it begins; of an answer to a question or in a thread it stays
    wording  the words as they are take a suggestion back. One the seeker has decided on stays.

    Raises Stale when another window has changed it since; neither text is lost. Refused "deleted", and
    as `budgets.require_room` when it makes a draft longer, or leaves one more earlier wording.
    """
    require(by, "read", on=comment.thread)
    budgets.lock(by)
    hers = _written_by(by, comment)
    if hers.review and hers.is_draft:
        remind_later(hers.review)
    moment = lock_thread(comment.thread)
    kept = _held(comment)
    old, now = editable_words(kept), content_of(kept)
    new = now.changed(old, text=text, why=why, wording=wording)
    before, kind = kept.thread.kind, _kind(kept, kind)
    if (new, kind) == (now, before):
        return kept
    if revision != kept.revision or kept.deleted_at:
        raise Stale(now, seen=kept.revision, field="text")
    more = budgets.length_of(new) - (budgets.length_of(now) if kept.is_draft else 0)
    things = 0 if kept.is_draft else 1
    within = kept.thread.round or kept.thread.document
    budgets.require_room(within, more, by=by, hand=kept.hand, things=things)
    if not kept.is_draft and new != now:
        EarlierWording.objects.create(
            comment=kept, revision=kept.revision, html=kept.html, **asdict(now)
        )
        kept.edited_at = timezone.now()
    kept.text, kept.why, kept.html = new.text, new.why, sanitiser.rendered(new.text)
    kept.revision += 1
    if new.wording != now.wording:
        suggest(kept, old, new.wording)
    Thread.objects.filter(pk=kept.thread_id).update(kind=kind)
    if not kept.is_draft:
        mark_changed([comment.thread], moment)
    kept.save(update_fields=["text", "html", "why", "revision", "edited_at"])
    fresh = mentions.note(kept, by=by)
    if fresh and not kept.is_draft:
        named = [one for one in mentions.readers_named_in(kept) if one.pk in fresh]
        mentioned.tell_named(kept, named)
    return kept


@transaction.atomic
def delete(comment: Comment, *, by: Reader) -> None:
    """Take it back: a draft is gone; of what others have answered a trace stays."""
    require(by, "read", on=comment.thread)
    _written_by(by, comment)
    moment = lock_thread(comment.thread)
    thread = comment.thread
    if Comment.objects.drafts().filter(pk=comment.pk).delete()[0]:
        if not thread.comments.exists():
            thread.delete()
        return
    now = timezone.now()
    thread.comments.filter(pk=comment.pk, deleted_at=None).update(
        text="", html="", why="", deleted_at=now, revision=F("revision") + 1
    )
    for kept_beside in (Suggestion, Mention, EarlierWording):
        kept_beside.objects.filter(comment=comment).delete()
    if not thread.comments.standing().sent().exists():
        Thread.objects.filter(pk=thread.pk).update(deleted_at=now)
    mark_changed([thread], moment)


def _rounds_and_lines(by: Reader, version: Version) -> tuple[list[Round], list[PageLines]]:
    """Those she may comment in, and where the lines stand: what was shown lately is known."""
    rounds, known = rounds_for(by, version.document), known_lines(version)
    if known is not None:
        return list(rounds), known
    asked, lines = together(rounds, lines_by_page(version))
    return asked, lines


def _kind(comment: Comment, kind: str | None) -> str:
    """What kind its thread is of from now on."""
    return kind if kind and editable_kind(comment) else comment.thread.kind


def _held(comment: Comment) -> Comment:
    kept = Comment.objects.select_for_update(of=("self",)).filter(pk=comment.pk).first()
    if kept is None:  # a draft, which another window took back
        raise Refused("deleted", _("This has just been deleted."))
    return kept


def _written_by(by: Reader, comment: Comment) -> Comment:
    """The comment as it is now, if `by` wrote it."""
    hers = Comment.objects.by(by).select_related("review").filter(pk=comment.pk).first()
    if hers is None:
        raise Refused("may-not", _("Only the person who wrote it can change it."), status=403)
    return hers


@composed
def _by_key(by: Reader, key: UUID) -> QuerySet[Comment]:
    return Comment.objects.by(by).filter(key=key)
