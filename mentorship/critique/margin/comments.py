"""What was said in the threads of a version, comment by comment, as one reader sees it."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localtime

from accounts.reader import Reader
from mentorship.critique.margin.cards import ShownComment
from mentorship.critique.margin.people import Asked
from mentorship.critique.margin.suggestions import ShownSuggestion, state_of
from mentorship.critique.models import Comment, Review, Thread
from mentorship.critique.models.comments import by_reader
from mentorship.critique.models.hands import came_by, wrote
from mentorship.documents.access import Rights
from mentorship.documents.models import Version
from mentorship.toolbox import sanitiser
from mentorship.toolbox.dates import full_day


def comments(
    version: Version, known: Asked, reader: Reader, held: Rights, thread: Thread | None
) -> Iterator[tuple[int, ShownComment]]:
    """Each with the id of its thread, as they were said; drafts last. One query.

    Also of threads that she does not see: whoever asks knows which she does.
    """
    names, seeker = known.names, version.document.owner.name
    above = reverse("critique:comment", args=["-"]).removesuffix("-/")
    days: dict[date, str] = {}
    lenses = {str(one): str(one.label) for one in Review.Lens}
    # As `visible_to` says of a thread that is seen.
    seen = Q(published_at__isnull=False) | by_reader(reader)
    where = Q(thread=thread) if thread else Q(thread__placements__version=version)
    rows = Comment.objects.filter(seen, where).order_by("published_at", "pk").values_list(
        "thread_id", "thread__round_id", "ref", "author_id", "author__display_name",
        "author__email", "author__ref", "html", "created_at", "published_at", "edited_at",
        "deleted_at", "why", "suggestion__old", "suggestion__new", "suggestion__accepted_at",
        "suggestion__declined_at", "suggestion__done_at", "review__lens",
        "hand_id", "review__round_id",
    )  # fmt: skip
    drafts = []
    for (
        pk, round_id, ref, author, name, email, who, html, created, published, edited, deleted, why,
        old, new, accepted, declined, done, lens, hand, asked,
    ) in rows:  # fmt: skip
        moment = localtime(published or created)
        day = moment.date()
        if day not in days:
            days[day] = full_day(day)
        shown = ShownComment(
            ref=ref,
            address=f"{above}{ref}/",
            author=names.of_row(round_id, author, name, email),
            moment=moment.isoformat(timespec="seconds"),
            day=days[day],
            lens=lenses.get(lens, ""),
            passed_on=came_by(hand, seeker),
            html=sanitiser.stored(html),
            is_draft=published is None,
            is_mine=wrote(reader, person=author, asked=asked, hand=hand),
            is_edited=edited is not None,
            is_deleted=deleted is not None,
            why=why,
            who=who or "",
        )
        if old is not None:
            may_decide = held.own and published is not None
            shown.suggestion = ShownSuggestion(
                old, new, state_of(accepted, declined, done), may_decide
            )
        if published is None:
            drafts.append((pk, shown))
        else:
            yield pk, shown
    yield from drafts
