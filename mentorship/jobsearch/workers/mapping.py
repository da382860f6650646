"""The worker that keeps maps, so that no page works them out."""

from mentorship.documents.models import Version
from mentorship.jobsearch import maps
from mentorship.jobsearch.models import Pursuit


def keep(pursuit: int, version: int) -> None:
    """The map of these two, if both are still there. Safe to run twice."""
    wanted = Pursuit.objects.filter(pk=pursuit).first()
    text = Version.objects.ready().filter(pk=version).first()
    if wanted and text:
        maps.keep(wanted, text)
