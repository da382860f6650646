"""A text that is written here: words that are accepted go into its draft, and out of it again."""

from django.utils import timezone

from accounts.reader import Reader
from mentorship.critique.models import Placement, Suggestion, Thread
from mentorship.documents import actions as documents
from mentorship.documents.anchors.replacing import replaced
from mentorship.documents.anchors.selectors import Quote
from mentorship.documents.models import Document
from mentorship.documents.text.squeezing import squeezed

BULLETS = "•◦▪▸‣·–*- "  # a whole line is quoted with its own


def take_in(thread: Thread, *, by: Reader) -> None:
    """Put the words the thread suggests into the draft, where those they are for stand in it.

    Where these are not found for sure, or are to be left out, the draft stays as it is, and what is
    accepted is not done. The document is locked.
    """
    waiting = Suggestion.objects.to_take().filter(comment__thread=thread).exclude(new="")
    wording = waiting.first()
    if wording and (was := _exchange(thread, wording.old, wording.new, by=by)):
        waiting.update(replaced=was, done_at=timezone.now())


def take_out(thread: Thread, *, by: Reader) -> None:
    """Put back what `take_in` replaced, unless the draft has changed there since."""
    taken = Suggestion.objects.filter(comment__thread=thread).exclude(replaced="")
    if wording := taken.first():
        _exchange(thread, wording.new, wording.replaced, by=by, was=wording.old)
        taken.update(replaced="")


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
