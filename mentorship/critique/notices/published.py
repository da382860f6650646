"""A comment that others see from now on: each of them is told once, of the kind nearest to her."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from mentorship.critique.comments.mentions import readers_named_in
from mentorship.critique.models import Comment, Mention
from mentorship.critique.notices import mentioned, questions, replies
from mentorship.toolbox.questions.composed import composed


def tell_of(comment: Comment) -> None:
    """Tell whom it names, and the others in its thread."""
    named = readers_named_in(comment) if comment.mentions.exists() else []
    mentioned.tell_named(comment, named)
    replies.tell_others(comment, but=named)


def tell_of_question(comment: Comment) -> None:
    """Tell whom the seeker's question names, and the others it asks."""
    named = readers_named_in(comment)
    mentioned.tell_named(comment, named)
    questions.tell_asked(comment, but=named)


def tell_of_all(comments: Iterable[Comment]) -> None:
    """The same of each of many; one question for all that concern nobody else."""
    sent = list(comments)
    concerning = set(_concerning_others([comment.pk for comment in sent]))
    for comment in sent:
        if comment.pk in concerning:
            tell_of(comment)


@composed
def _concerning_others(sent: list[int]) -> QuerySet[Comment, int]:
    """Of these comments those that name somebody, or answer somebody."""
    others = Comment.objects.sent().exclude(author=OuterRef("author"))
    in_thread = others.filter(thread=OuterRef("thread"), author__isnull=False)
    names = Mention.objects.filter(comment=OuterRef("pk"))
    concerning = Comment.objects.filter(Q(Exists(names)) | Q(Exists(in_thread)), pk__in=sent)
    return concerning.values_list("pk", flat=True)
