"""The map of a posting and a version: kept by a worker, once somebody has looked at it."""

from collections.abc import Iterable

from mentorship.jobsearch.maps import Mapped
from mentorship.jobsearch.models import Pursuit
from mentorship.jobsearch.tasks import keep_map
from mentorship.toolbox.access import open_to_all


@open_to_all("it keeps what may be worked out anew at any time, and tells nobody anything")
def keep_soon(pursuit: Pursuit, mapped: Iterable[Mapped]) -> None:
    """Ring for those that were worked out just now; a ring nobody hears costs the next reader as much."""
    for one in mapped:
        if not one.is_kept:
            keep_map.delay_on_commit(pursuit.pk, one.version.pk)
