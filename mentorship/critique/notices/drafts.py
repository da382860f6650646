"""A mentor is reminded of what she has not sent; by letter alone, the page shows it anyway."""

from typing import Any

from accounts.reader import as_account
from mentorship.critique.access import asked_in
from mentorship.critique.models import Review, draft_links
from mentorship.critique.notices.quoting import quoted
from mentorship.critique.notices.things import drafts_thing, each_alone, names_of
from mentorship.documents.sentences.names import known
from mentorship.notifications import kinds
from mentorship.notifications.kinds import Kind
from mentorship.notifications.marks import Secret
from mentorship.notifications.models import Letter, Notice
from mentorship.notifications.notices import Channel, tell
from mentorship.notifications.topics import Topic

DRAFTS = "critique.drafts"


def register() -> None:
    """Make the kind known."""
    kinds.register(
        Kind(
            DRAFTS,
            _may_still_be_told,
            _letter,
            secrets=_send_link,
            together=each_alone,
            topic=Topic.INVITATIONS,
        )
    )


def remind(review: Review) -> None:
    """Tell a mentor of the drafts she has not sent; by letter alone, the page shows them anyway."""
    tell(
        DRAFTS,
        thing=drafts_thing(review),
        actor=review.round.owner,
        people=[review.mentor],
        channels=[Channel.LETTER],
    )


def _may_still_be_told(notice: Notice) -> bool:
    ref, generation = names_of(notice)
    review = Review.objects.filter(ref=ref, generation=generation, mentor=notice.person).first()
    asks = review and asked_in(as_account(notice.person)).filter(pk=review.round_id).exists()
    return bool(review and asks and review.comments.drafts().exists())


def _letter(notices: list[Notice]) -> dict[str, Any]:
    review = Review.objects.select_related("round__owner").get(ref=names_of(notices[0])[0])
    documents = review.round.documents.order_by("pk")
    drafts = quoted(review.comments.drafts(), to=notices[0].person)
    about = {"review": review, "about": known(documents)}
    return {**about, "points": drafts, "link": Secret("send")}


def _send_link(letter: Letter) -> dict[str, str]:
    """The link with the generation this letter was written for."""
    notice = letter.notices.select_related("event").first()
    if notice is None:
        return {}
    ref, generation = names_of(notice)
    return {"send": draft_links.to_send(ref, int(generation))}
