"""Whether a request comes from the machine the service runs on, and from nowhere else."""

from ipaddress import IPv6Address, ip_address

from django.http import HttpRequest
from django.http.request import split_domain_port

LOCAL_NAMES = {"localhost", "127.0.0.1", "[::1]"}
# What proxies and tunnels add. One of them is enough to know that somebody stands in between.
PASSED_ON = (
    "HTTP_FORWARDED",
    "HTTP_X_FORWARDED",
    "HTTP_X_REAL_IP",
    "HTTP_X_CLIENT_IP",
    "HTTP_X_ORIGINAL",
    "HTTP_X_CLUSTER_CLIENT_IP",
    "HTTP_X_ENVOY",
    "HTTP_TRUE_CLIENT_IP",
    "HTTP_CF_",
    "HTTP_FASTLY_",
    "HTTP_FLY_",
    "HTTP_VIA",
)


def is_asked_here(request: HttpRequest) -> bool:
    """True when this machine itself asks, with nobody passing it on, under whichever name."""
    passed_on = any(header.startswith(PASSED_ON) for header in request.META)
    return is_loopback(request.META.get("REMOTE_ADDR", "")) and not passed_on


def is_this_machine(request: HttpRequest) -> bool:
    """True for a Host of this machine, asked from this machine, with nobody passing it on.

    A proxy on this machine that sets Host to localhost and adds no header looks the same as a
    person at the keyboard. Whoever puts one in front sets SITE_URL, and that closes what this opens.
    """
    name, _port = split_domain_port(request.get_host())
    return name in LOCAL_NAMES and is_asked_here(request)


def is_loopback(address: str) -> bool:
    """Whether an IP address is this machine's own. A Unix socket has none, and is a proxy's."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
        return ip.ipv4_mapped.is_loopback
    return ip.is_loopback
