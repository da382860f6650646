"""Which e-mail addresses are one: of one person, and of one mailbox."""

import unicodedata

# Where dots before the @ do not count, each with the name it is filed under.
WITHOUT_DOTS = {"gmail.com": "gmail.com", "googlemail.com": "gmail.com"}


def identity(address: str) -> str:
    """The address as it is stored and looked up: who gives it, gives the same person.

    Small letters throughout, and the domain as the mail server will be asked for it: `ｅxample.org`
    is `example.org`, and a domain in ASCII (`xn--…`) is the same in its own letters.

    Source  RFC 3490 with nameprep, which is what Django sends by.
    """
    local, at, domain = address.strip().rpartition("@")
    try:
        domain = domain.encode("idna").decode("ascii").lower().encode().decode("idna")
    except UnicodeError:  # no domain at all: a form will say so
        domain = domain.lower()
    return f"{local.lower()}{at}{domain.rstrip('.')}"


def mailbox(address: str) -> str:
    """What limits count by: one name for all addresses that reach one mailbox.

    What follows a plus is dropped, and dots where the provider is known to ignore them. Two people
    may share a name; then they share what strangers can send them, and nothing else.
    """
    local, _at, domain = identity(address).rpartition("@")
    folded = unicodedata.normalize("NFKC", local).casefold().partition("+")[0]
    if domain in WITHOUT_DOTS:
        folded, domain = folded.replace(".", ""), WITHOUT_DOTS[domain]
    return f"{folded}@{domain}"
