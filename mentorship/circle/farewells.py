"""A document is deleted: whoever was asked to read it is told, and of the ask no words stay."""

from mentorship.circle import kinds
from mentorship.circle.models import Invitation, Round
from mentorship.circle.visitors.pass_making import may_have_heard
from mentorship.documents.models import Document
from mentorship.notifications.forgetting import forget
from mentorship.notifications.notices import tell


def say(document: Document) -> list[str]:
    """The things of these asks, for `documents.farewells`.

    What a round says stays only as long as there is another document to read in it.
    """
    asked = Round.objects.filter(documents=document)
    alone = [one.pk for one in asked if one.documents.count() == 1]
    invitations = Invitation.objects.filter(round__in=asked).select_related(
        "round__owner", "person"
    )
    for invitation in invitations.filter(revoked_at=None, disowned_at=None, left_at=None):
        if may_have_heard(invitation):
            seeker, person = invitation.seeker, invitation.person
            tell(kinds.GONE, thing=invitation.thing, actor=seeker, people=[person])
    things = [
        *(f"round:{one.ref}" for one in asked),
        *(f"invitation:{one.ref}" for one in invitations),
    ]
    # Letters before invitations, as where a letter ends: in another order the two wait for each other.
    forget(things)
    Round.objects.filter(pk__in=alone).update(name="", sentence="", questions=[])
    Invitation.objects.filter(round__in=alone).update(again="")
    return things
