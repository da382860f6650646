"""Files that programs look for at an address of their own."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import get_language

from mentorship.toolbox import contact

ROBOTS = "User-agent: *\nAllow: /$\nAllow: /static/\nDisallow: /\n"
HOLDS = timedelta(days=180)  # less than a year is advised


def security(moment: datetime) -> str:
    """`/.well-known/security.txt` (RFC 9116), or nothing where nobody can be written to."""
    leads_to = contact.leads_to()
    if not leads_to:
        return ""
    until = moment.replace(hour=0, minute=0, second=0, microsecond=0) + HOLDS
    lines = [
        f"Contact: {leads_to}",
        f"Expires: {until.isoformat()}",
        f"Preferred-Languages: {get_language()}",
    ]
    if settings.SITE_URL:
        lines.append(f"Canonical: {settings.SITE_URL}/.well-known/security.txt")
    return "\n".join(lines) + "\n"
