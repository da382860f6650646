"""The letters that come, and where they lead."""

import re

from tests.infrastructure.service import Service

LINK = re.compile(r"https?://\S+")


def letter(service: Service, address: str, subject: str, *, count: int = 1) -> str:
    """The words of the newest letter with this subject, once `count` have come."""
    assert service.sink
    found = service.sink.wait_for(address, subject=subject, count=count)
    body = found.message.get_body(("plain",))
    assert body
    return str(body.get_content()).replace("\r\n", "\n")


def letter_link(service: Service, address: str, subject: str, *, count: int = 1) -> str:
    """Where that letter leads first."""
    found = LINK.search(letter(service, address, subject, count=count))
    assert found, "there is no link in the letter"
    return found[0]
