"""All that one comment says: its text, the reason given beside it, and the wording it suggests."""

from dataclasses import dataclass

from mentorship.critique.models import Comment, Suggestion
from mentorship.documents.text.rewording import is_other


@dataclass(frozen=True, slots=True)
class Content:
    """What a comment says.

    text     Markdown light
    why      plain text
    wording  what would stand instead of the words it is about, empty to leave them out; None when it
             suggests nothing
    """

    text: str
    why: str = ""
    wording: str | None = None

    def changed(self, old: str, *, text: str, why: str | None, wording: str | None) -> "Content":
        """The same with these; what is None stays. `old` are the words it is about, if any."""
        return Content(
            text=_plain(text),
            why=self.why if why is None else _plain(why),
            wording=self.wording if wording is None or not old else suggested(wording, old),
        )


def content_of(comment: Comment) -> Content:
    """All that it says now. One query, none when its suggestion is known."""
    suggestion = suggestion_of(comment)
    wording = suggestion.new if suggestion else None
    return Content(_plain(comment.text), _plain(comment.why), wording)


def suggestion_of(comment: Comment) -> Suggestion | None:
    """The wording it suggests, if any."""
    try:
        return comment.suggestion
    except Suggestion.DoesNotExist:
        return None


def editable_words(comment: Comment) -> str:
    """The words for which its author may suggest others now.

    Empty for an answer, for what the seeker began herself, for what is not about words, and once the seeker has decided.
    """
    suggestion = suggestion_of(comment)
    if suggestion:
        return "" if suggestion.accepted_at or suggestion.declined_at else suggestion.old
    if comment.thread.is_the_seekers or not begins(comment):
        return ""
    placed = comment.thread.placements.filter(start__isnull=False).order_by("version__number")
    return placed.values_list("quote", flat=True).first() or ""


def begins(comment: Comment) -> bool:
    """Whether it is the first of its thread, and so says why, and of what kind that is."""
    return not comment.thread.comments.filter(pk__lt=comment.pk).exists()


def editable_kind(comment: Comment) -> str:
    """The kind that its author may change: its thread's. Empty for a reply, an answer, the seeker's own."""
    thread = comment.thread
    has_none = thread.question or thread.is_the_seekers
    return "" if has_none or not begins(comment) else thread.kind


def suggested(wording: str | None, old: str) -> str | None:
    """What is suggested instead of `old`; None when it is nothing else, or there is nothing to change."""
    if wording is None or not old or not is_other(old, wording):
        return None
    return _plain(wording)


def suggest(comment: Comment, old: str, wording: str | None) -> None:
    """Keep this as what the comment suggests for the words `old`; None for nothing."""
    if wording is None:
        Suggestion.objects.filter(comment=comment).delete()
    else:
        words = {"old": old, "new": wording}
        Suggestion.objects.update_or_create(comment=comment, defaults=words)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n")
