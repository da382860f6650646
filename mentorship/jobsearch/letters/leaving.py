"""How a letter to an employer leaves from her own mailbox: a link, a file, or by hand."""

import re
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import quote, urlencode

from mentorship.notifications.addressing import mailbox
from mentorship.toolbox.words.plain import one_line

LONGEST_LINK = 1900  # bytes: what mail programs on Windows take over of a link (measured limits are 2,000 to 2,083)
OPEN = re.compile(r"\[([^\[\]\n]+)\]")


def as_link(subject: str, text: str) -> str:
    """A mailto link without an address, or an empty text where mail programs would cut it off.

    Source  RFC 6068: percent-encoded, lines end in CRLF.
    """
    parts = {"subject": one_line(subject), "body": text.replace("\n", "\r\n")}
    link = f"mailto:?{urlencode(parts, quote_via=quote)}"
    return link if len(link) <= LONGEST_LINK else ""


def as_file(subject: str, text: str, *, name: str, address: str, now: datetime) -> bytes:
    """The email as a file (RFC 5322), which mail programs open to be addressed and sent.

    name, address  hers, whose mailbox it leaves from
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"  # Outlook opens such a file as a message that is still being written
    message["From"] = mailbox(name, address)
    message["Date"] = format_datetime(now)
    message["Subject"] = one_line(subject)
    message.set_content(text, charset="utf-8", cte="quoted-printable")
    return bytes(message)


def to_fill_in(text: str) -> list[str]:
    """The words in square brackets, which wait for hers; without the brackets, each once, in order."""
    return list(dict.fromkeys(OPEN.findall(text)))
