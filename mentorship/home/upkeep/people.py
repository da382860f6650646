"""Whether people find out whom to write to."""

from django.conf import settings

from mentorship.home.upkeep.findings import Finding, amiss, well
from mentorship.toolbox.words.phrases import listed

SHOWN = ("CONTACT", "PRIVACY_URL", "HELP_URL")


def contact() -> Finding:
    """Whether contact, privacy and help are told to the people who are sent there."""
    missing = [name for name in SHOWN if not getattr(settings, name)]
    if not settings.PRODUCTION:
        return well(
            "This service is for this machine alone: nobody needs to be told whom to write to."
        )
    if not missing:
        return well("People are told whom to write to, and where privacy and help stand.")
    return amiss(f"Set {listed(missing)}: people look for it at the foot of each page.")
