"""A letter as an e-mail whose bytes depend on nothing but its row: a second copy is the same."""

from email.utils import format_datetime, parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from mentorship.notifications import codes
from mentorship.notifications.delivery import ledger
from mentorship.notifications.models import Letter
from mentorship.toolbox.moments import Now


def freeze(letter: Letter) -> None:
    """Give the letter its Message-ID, date and headers, once."""
    if letter.message_id:
        ledger.renew(letter, "data", "block")
        return
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    headers = {
        "From": settings.DEFAULT_FROM_EMAIL,
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "X-Delivery-Id": letter.ref,
        "List-Id": f"<letters.{domain}>",
        **letter.headers,
    }
    message_id = f"<{letter.ref}@{domain}>"
    ledger.change(
        letter,
        message_id=message_id,
        dated_at=timezone.now(),
        headers=headers,
        lease_until=Now() + ledger.lease_of("data", "block"),
    )


class FrozenMessage(EmailMultiAlternatives):
    """A frozen letter for any of Django's mail backends; secrets are filled in here."""

    def __init__(self, letter: Letter) -> None:
        headers = dict(letter.headers)
        assert letter.dated_at is not None  # noqa: S101 - frozen before, see `freeze`
        super().__init__(
            subject=letter.subject,
            body=codes.reveal(letter.text, letter),
            from_email=headers.pop("From"),
            to=[letter.address],
            headers={
                "Message-ID": letter.message_id,
                "Date": format_datetime(letter.dated_at),
                # PostgreSQL's JSON keeps no order.
                **{
                    name: codes.reveal_header(name, headers[name], letter)
                    for name in sorted(headers)
                },
            },
        )
        self.attach_alternative(codes.reveal(letter.html, letter), "text/html")
        self.boundary = f"letter-{letter.ref}"

    def message(self, **options: Any) -> Any:
        """The MIME message. Its boundary is the letter's own: Django draws a new one every time."""
        message = super().message(**options)
        message.set_boundary(self.boundary)
        return message
