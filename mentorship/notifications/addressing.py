"""Mailboxes in headers, with names that somebody typed."""

from email.headerregistry import Address

from mentorship.toolbox.words import plain


def mailbox(name: str, address: str) -> str:
    """One mailbox with a name before it, quoted where that is needed: never a second mailbox.

    Raises ValueError for what is no address.
    """
    shown = plain.one_line(plain.disarmed(name))
    return str(Address(display_name=shown, addr_spec=address))
