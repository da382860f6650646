"""A mentor says whether she sees in a version what the posting asks for: seen at once, and mailed to nobody."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.critique.access import require
from mentorship.critique.comments.drafts import hand_of
from mentorship.critique.evidence.doors import pursuits_beside, round_about
from mentorship.critique.models import Sighting
from mentorship.documents.access import rights
from mentorship.documents.models import Version
from mentorship.jobsearch.maps import maps_of
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.clock.moments import now
from mentorship.toolbox.questions.in_step import ask_all
from mentorship.toolbox.refused import Refused


@transaction.atomic
def say_seen(version: Version, pursuit: Pursuit, *, by: Reader, name: str, says: str) -> None:
    """She sees this term there, or does not; the later word counts.

    says  of `Sighting.Says`; empty takes it back

    Raises Refused "not-found" where she may not read the posting, "closed" where no round asks her
    any more, "no-term" (422) when the map has no such term now.
    """
    require(by, "comment", on=version.document)
    held = rights(by, version.document)
    if not pursuits_beside(version.document, by, held).filter(pk=pursuit.pk).exists():
        raise Refused("not-found", _("There is nothing here."), status=404)
    asked = round_about(pursuit, by, version.document)
    if not says:
        Sighting.objects.by(by).filter(pursuit=pursuit, version=version, name=name).delete()
        return
    [mapped] = ask_all(maps_of(pursuit, [version]))
    if not any(one.name == name and not one.is_dropped for one in mapped.entries):
        told = _("This is no longer among what is looked for. Nothing was changed.")
        raise Refused("no-term", told, status=422)
    Sighting.objects.update_or_create(
        pursuit=pursuit,
        version=version,
        author=by.person,
        name=name,
        defaults={"round": asked, "hand": hand_of(by, asked), "says": says, "said_at": now()},
    )
