"""What came at the mail server."""

from accounts.models import User
from tests.infrastructure.smtp import Sink


def words(received: Sink, person: User) -> list[str]:
    """The text of each letter that came for this person."""
    found = [letter.message.get_body(("plain",)) for letter in received.to(person.email)]
    return ["; ".join(part.get_content().split()) for part in found if part]
