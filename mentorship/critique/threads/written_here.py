"""A text that is written here: what is accepted is done in its draft, and undone again."""

from django.utils import timezone

from accounts.reader import Reader
from mentorship.critique.models import Placement, Suggestion, Thread
from mentorship.documents import actions as documents
from mentorship.documents.anchors.replacing import Gap, left_out, put_back, replaced
from mentorship.documents.anchors.selectors import Quote
from mentorship.documents.models import Document
from mentorship.documents.text.squeezing import squeezed

BULLETS = "•◦▪▸‣·–*- "  # a whole line is quoted with its own


def take_in(thread: Thread, *, by: Reader) -> None:
    """Put the words the thread suggests into the draft, where those they are for stand in it; or
    leave these out.

    Where these are not found for sure, the draft stays as it is, and what is accepted is not done.
    The document is locked.
    """
    waiting = Suggestion.objects.to_take().filter(comment__thread=thread)
    wording = waiting.first()
    if wording is None:
        return
    if wording.new:
        was = _exchange(thread, wording.old, wording.new, by=by)
        done = {"replaced": was} if was else {}
    else:
        done = _leave_out(thread, wording.old, by=by)
    if done:
        waiting.update(**done, done_at=timezone.now())


def take_out(thread: Thread, *, by: Reader) -> None:
    """Put back what `take_in` replaced or left out, unless the draft has changed there since."""
    taken = Suggestion.objects.filter(comment__thread=thread).exclude(replaced="")
    if wording := taken.first():
        if wording.new:
            _exchange(thread, wording.new, wording.replaced, by=by, was=wording.old)
        else:
            _put_back(thread, Gap(wording.replaced, wording.before, wording.behind), by=by)
        taken.update(replaced="", before="", behind="")


def _leave_out(thread: Thread, old: str, *, by: Reader) -> dict[str, str]:
    """What went out of the draft, as the suggestion keeps it; empty when nothing did."""
    document = Document.objects.get(pk=thread.document_id)
    found = left_out(document.draft, _quote(thread, old.lstrip(BULLETS), about=old))
    if found is None:
        return {}
    text, gap = found
    documents.save_draft(document, by=by, text=text, revision=document.draft_revision)
    return {"replaced": gap.was, "before": gap.before, "behind": gap.behind}


def _put_back(thread: Thread, gap: Gap, *, by: Reader) -> None:
    document = Document.objects.get(pk=thread.document_id)
    text = put_back(document.draft, gap)
    if text is not None:
        documents.save_draft(document, by=by, text=text, revision=document.draft_revision)


def _exchange(thread: Thread, old: str, new: str, *, by: Reader, was: str | None = None) -> str:
    """What stood in the draft where now the new words stand; empty when they do not.

    was  the words the thread was about, if not the old ones
    """
    document = Document.objects.get(pk=thread.document_id)
    bare = old.lstrip(BULLETS)
    words = new.lstrip(BULLETS) if bare != old else new
    found = replaced(document.draft, _quote(thread, bare, about=was or old), words)
    if found is None:
        return ""
    text, stood = found
    documents.save_draft(document, by=by, text=text, revision=document.draft_revision)
    return stood


def _quote(thread: Thread, words: str, *, about: str) -> Quote:
    """These words, with what stood around the ones the thread is about where it last stood at them."""
    placed = Placement.objects.filter(thread=thread).exclude(start=None)
    for one in placed.order_by("-version__number"):
        if squeezed(one.quote) == squeezed(about):
            return Quote(words, one.prefix, one.suffix)
    return Quote(words, "", "")
