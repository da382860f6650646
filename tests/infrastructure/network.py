"""Nothing beyond this machine: a test that reaches further fails, whoever it asked to do so."""

import ipaddress
import sys

NAMES = {"localhost", "", None}


class BeyondThisMachineError(RuntimeError):
    """A connection or a name look-up that would have left this machine."""


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Audit hook (PEP 578): refuse connections and look-ups that are not for this machine."""
    if event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
        if isinstance(address, tuple) and not is_here(address[0]):
            raise BeyondThisMachineError(f"{event} to {address}")
    elif event == "socket.getaddrinfo" and not is_here(arguments[0]):
        raise BeyondThisMachineError(f"{event} for {arguments[0]}")


def is_here(host: object) -> bool:
    """Whether a host name or address means this machine."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in NAMES:
        return True
    try:
        return ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        return False


def keep_to_this_machine() -> None:
    """From now on, until the process ends."""
    sys.addaudithook(watch)
