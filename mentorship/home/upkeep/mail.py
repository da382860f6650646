"""Whether letters can leave, and what mail servers elsewhere want to know of us."""

import smtplib
import socket
import ssl
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.smtp import EmailBackend
from django.utils.module_loading import import_string

from mentorship.home.upkeep.findings import Finding, amiss, well
from mentorship.notifications import ceilings, holding
from mentorship.toolbox.words.phrases import listed

SECONDS = 3


def reachable() -> Finding:
    """Whether somebody listens where letters leave; nothing is said to them, so it may be asked often."""
    if not settings.MAIL_LEAVES or not _is_smtp():
        return well("No mail server has to be reached from here.")
    where = (settings.EMAIL_HOST, settings.EMAIL_PORT)
    try:
        socket.create_connection(where, timeout=1).close()
    except OSError as error:
        return amiss(f"Nobody listens at {where[0]}:{where[1]} ({type(error).__name__}).")
    return well(f"Somebody listens at {where[0]}:{where[1]}.")


def _is_smtp() -> bool:
    return issubclass(import_string(settings.EMAIL_BACKEND), EmailBackend)


def server() -> Finding:
    """Whether the mail server lets us in: connection, TLS, and login where one is set."""
    if not settings.MAIL_LEAVES:
        return well("No mail server is set: letters stay in the mailbox page.")
    connection = get_connection(fail_silently=False)
    if not isinstance(connection, EmailBackend):
        return well(f"Letters leave through {settings.EMAIL_BACKEND}, which cannot be tried.")
    connection.timeout = SECONDS
    where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    try:
        connection.open()
    except smtplib.SMTPAuthenticationError:
        return amiss(f"{where} refuses EMAIL_HOST_USER and EMAIL_HOST_PASSWORD.")
    except ssl.SSLError as error:
        return amiss(f"No TLS with {where}: {error.reason}. Try EMAIL_USE_TLS or EMAIL_USE_SSL.")
    except (smtplib.SMTPException, OSError) as error:
        return amiss(f"The mail server {where} cannot be reached ({type(error).__name__}).")
    finally:
        connection.close()
    return _open_way(where)


def _open_way(where: str) -> Finding:
    ways = [
        "with TLS" if settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL else "without TLS",
        "signed in" if settings.EMAIL_HOST_USER else "without a login",
    ]
    return well(f"{where} takes letters ({listed(ways)}).")


def held() -> Finding:
    """Whether letters are held back after a restore."""
    told = holding.told()
    return amiss(" ".join(told)) if told else well("No letter is held back.")


def a_day() -> Finding:
    """Whether what people cause is far from the most letters that leave in a day."""
    if ceilings.is_well():
        return well("What people cause is far from the most letters of a day.")
    return amiss(
        "Nearly as many letters were caused today as may be in a day. Does somebody abuse it?"
    )


def records() -> Finding:
    """The records of the sender's domain, to be set where its names are kept; nothing is looked up."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    if not settings.MAIL_LEAVES or domain in {"", "localhost"}:
        return well("No letter leaves, so no record has to be set.")
    sends = settings.EMAIL_HOST or socket.getfqdn()
    return well(
        "Records without which letters end among spam; ask whoever runs your mail server for its own."
        f' SPF: {domain} TXT "v=spf1 a:{sends} -all".'
        f" DKIM: <selector>._domainkey.{domain} TXT with your mail server's public key."
        f' DMARC: _dmarc.{domain} TXT "v=DMARC1; p=quarantine; rua=mailto:postmaster@{domain}".'
    )
