"""A comment that others see from now on: each of them is told once, of the kind nearest to her."""

from mentorship.critique.mentions import readers_named_in
from mentorship.critique.models import Comment
from mentorship.critique.notices import mentioned, replies


def tell_of(comment: Comment) -> None:
    """Tell whom it names, and the others in its thread."""
    named = readers_named_in(comment) if comment.mentions.exists() else []
    mentioned.tell_named(comment, named)
    replies.tell_others(comment, but=named)
