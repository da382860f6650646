"""From where a request comes, as limits count it."""

from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

OF_ONE_HOUSEHOLD = 64  # bits of an IPv6 address that one customer cannot choose
UNKNOWN = "unknown"


def network_of(request: HttpRequest) -> str:
    """The network the request comes from: an IPv4 address, or the first half of an IPv6 address.

    Of X-Forwarded-For counts what our own proxies wrote, as many of them as `TRUSTED_PROXIES` says;
    what stands before that anybody may have typed.
    """
    passed_on = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    hops = settings.TRUSTED_PROXIES
    seen = request.META.get("REMOTE_ADDR", "")
    return network(passed_on[-hops] if 0 < hops <= len(passed_on) else seen)


def network(address: str) -> str:
    """The network of one IP address; all that is none counts as one."""
    try:
        ip = ip_address(address.strip("[]"))
    except ValueError:
        return UNKNOWN
    if not isinstance(ip, IPv6Address):
        return str(ip)
    if ip.ipv4_mapped:
        return str(ip.ipv4_mapped)
    return str(IPv6Network((int(ip), OF_ONE_HOUSEHOLD), strict=False))
