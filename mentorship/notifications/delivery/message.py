"""A letter as an e-mail whose bytes depend on nothing but its row: a second copy is the same."""

from email.utils import format_datetime, parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Case, F, Func, JSONField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Concat, JSONObject
from django.db.models.sql.compiler import SQLCompiler

from mentorship.notifications import codes
from mentorship.notifications.models import Letter
from mentorship.toolbox.clock.moments import Now


class Filled(Func):
    """One JSON object with what it lacks taken from another: `Filled(lacking, other)`."""

    function = "JSON_PATCH"
    output_field = JSONField()

    def __init__(self, lacking: Combinable, other: Combinable) -> None:
        super().__init__(other, lacking)

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, Any]:
        """What is on the right stands above what is on the left."""
        template = "(%(expressions)s)"
        return super().as_sql(compiler, connection, template=template, arg_joiner=" || ")


def freezing() -> dict[str, Combinable]:
    """Columns that give letters their Message-ID, date and headers, those that have none yet.

    Worked out by the database, so that a letter is frozen where it is claimed, and many at once.
    """
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    ours = {
        "From": settings.DEFAULT_FROM_EMAIL,
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "List-Id": f"<letters.{domain}>",
    }
    facts = {name: Value(value) for name, value in ours.items()} | {"X-Delivery-Id": F("ref")}
    named = Concat(Value("<"), F("ref"), Value(f"@{domain}>"))
    headers = Filled(F("headers"), JSONObject(**facts))
    return {
        "headers": Case(When(message_id="", then=headers), default=F("headers")),
        "message_id": Case(When(message_id="", then=named), default=F("message_id")),
        "dated_at": Coalesce(F("dated_at"), Now()),
    }


class FrozenMessage(EmailMultiAlternatives):
    """A frozen letter for any of Django's mail backends; secrets are filled in here."""

    def __init__(self, letter: Letter) -> None:
        headers = dict(letter.headers)
        assert letter.dated_at is not None  # noqa: S101 - frozen before, see `freezing`
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
