"""What a mail server's reply means for a letter. Pure: no mail, no database."""

import re
from enum import StrEnum

ENHANCED = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
NOT_SIGNED_IN = {530, 534, 535, 538}
SIGN_IN = {"5.7.0", "5.7.8", "5.7.9", "5.7.11"}
BAD_SENDER = {"5.1.7", "5.1.8"}
RELAY = re.compile(r"\brelay", re.IGNORECASE)  # said to those whom the mail server does not know
SHUTTING_DOWN = 421
SPOKEN_WRONG = {500, 501, 502, 503, 504}


class Meaning(StrEnum):
    """What to do with a letter after a reply."""

    SOON = "soon"  # a passing trouble
    UNWELL = "unwell"  # a passing trouble of the mail server itself, whatever the letter
    LATER = "later"  # greylisting, a full mailbox: no use in hurrying
    OURS = "ours"  # the service or its mail server is set up wrongly; never blame the person
    POLICY = (
        "turned away"  # the other side does not want it, as a rule for good: not tried for days
    )
    BOUNCED = "bounced"  # there is no such mailbox
    REFUSED = "refused"  # this letter will never be taken


def enhanced_code(text: str) -> str:
    """The status code of RFC 3463 in a reply's text, like "5.1.1", or an empty string."""
    found = ENHANCED.search(text[:80])
    return found.group(1) if found else ""


def meaning(code: int, text: str) -> Meaning:
    """What the reply `code text` asks for.

    Source  RFC 5321 and RFC 3463, and what pretix, healthchecks and Fizzy learned from real servers.
    """
    detail = enhanced_code(text)
    if code == SHUTTING_DOWN or detail.startswith("4.3."):
        return Meaning.UNWELL
    if code < 500:
        return Meaning.LATER if code == 450 or detail in {"4.7.1", "4.2.2"} else Meaning.SOON
    if code in NOT_SIGNED_IN or detail in SIGN_IN | BAD_SENDER or RELAY.search(text):
        return Meaning.OURS
    if detail.startswith("5.7.") or (code == 554 and not detail):
        return Meaning.POLICY
    if detail in {"5.2.2", "5.4.4"} or (code == 552 and not detail):
        return Meaning.LATER
    return _for_good(code, detail)


def _for_good(code: int, detail: str) -> Meaning:
    if code in {550, 551, 553, 554} and detail.startswith(("5.1.", "5.2.1")):
        return Meaning.BOUNCED
    if code in {550, 551, 553} and not detail:
        return Meaning.BOUNCED
    if code in SPOKEN_WRONG and detail != "5.1.3":
        return Meaning.OURS
    return Meaning.REFUSED
