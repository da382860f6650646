"""Settings from the environment, refusing nonsense: a wrong value stops the start with a sentence."""

import contextlib
import importlib.util
import os
import secrets
import shutil
import tempfile
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off", ""}


def text(name: str, default: str = "") -> str:
    """The variable without surrounding space, or `default` when it is missing or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool = False) -> bool:
    """True or False from words people use: 1, true, yes, on; 0, false, no, off."""
    value = text(name, "1" if default else "0").lower()
    if value not in YES | NO:
        raise ImproperlyConfigured(f"{name} is “{value}”. Say yes or no.")
    return value in YES


def number(name: str, default: int, *, least: int = 0, most: int = 2**31) -> int:
    """A whole number between `least` and `most`."""
    value = text(name, str(default))
    if not value.isdecimal() or not least <= int(value) <= most:
        raise ImproperlyConfigured(
            f"{name} is “{value}”. Give a whole number from {least} to {most}."
        )
    return int(value)


def seconds(name: str, default: str) -> tuple[int, ...]:
    """Pauses, one after another: whole numbers of seconds, from 1 to a week."""
    value = text(name, default)
    pauses = value.split()
    if not all(one.isdecimal() and 1 <= int(one) <= 604_800 for one in pauses):
        raise ImproperlyConfigured(
            f"{name} is “{value}”. Give whole numbers of seconds, such as “{default}”."
        )
    return tuple(map(int, pauses))


def program(name: str, command: str) -> str | None:
    """The path of a program: the variable, or `command` found on the PATH; None for “none”."""
    path = text(name) or shutil.which(command)
    if path in {None, "none"}:
        return None
    if not shutil.which(path):
        raise ImproperlyConfigured(f"{name} is “{path}”, and there is no such program.")
    return path


def site_url() -> str:
    """`SITE_URL` without a slash at its end, or an empty string when it is not set.

    Links in mail are made from it alone, so it must be one whole https address (http only for
    this machine itself).
    """
    url = text("SITE_URL").rstrip("/")
    if not url:
        return ""
    parts = split(url)
    if not parts or parts.geturl() != f"{parts.scheme}://{parts.netloc}" or "@" in url:
        raise ImproperlyConfigured(
            f"SITE_URL is “{url}”. Give the address people open, like https://mentorship.example."
        )
    local = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    if parts.scheme != "https" and not (parts.scheme == "http" and local):
        raise ImproperlyConfigured("SITE_URL must begin with https:// for anything but localhost.")
    return parts.geturl().lower()


def site_host(url: str) -> str:
    """The host of an address as a request names it: no port, an IPv6 address in brackets."""
    host = urlsplit(url).hostname or ""
    return f"[{host}]" if ":" in host else host


def split(url: str) -> SplitResult | None:
    """The parts of an address that is on some host, at a port that can be; None for any other."""
    try:
        parts = urlsplit(url)
        is_somewhere = parts.hostname and parts.port != 0
    except ValueError:
        return None
    return parts if is_somewhere else None


def database_url(file: Path) -> str:
    """`DATABASE_URL`: PostgreSQL, or SQLite, which is the default, in `file`.

    What it says is not repeated, for a password may be in it.
    """
    url = text("DATABASE_URL", f"sqlite:///{file}")
    parts = split(url)
    is_postgres = parts and parts.scheme in {"postgres", "postgresql"} and parts.path.strip("/")
    if not is_postgres and not url.startswith("sqlite:///"):
        raise ImproperlyConfigured(
            "DATABASE_URL is no database this can use. Give postgres://user:password@host/name."
        )
    return url


def redis_url(socket: Path) -> str:
    """`REDIS_URL`: a server on some host or behind a socket; by default the one at `socket`."""
    url = text("REDIS_URL", f"redis+socket://{socket}")
    parts = split(url)
    on_host = parts and parts.scheme in {"redis", "rediss"}
    if not on_host and not url.startswith(("redis+socket:///", "unix:///")):
        raise ImproperlyConfigured(
            "REDIS_URL is no Redis and no Valkey. Give redis://host:6379/0, or unix:///a/socket."
        )
    return url.replace("unix://", "redis+socket://", 1)


def deployment() -> str:
    """`production` or `embedded`; production when SITE_URL is set and nothing else is said."""
    value = text("DEPLOYMENT", "production" if site_url() else "embedded")
    if value not in {"production", "embedded"}:
        raise ImproperlyConfigured(f"DEPLOYMENT is “{value}”. Say production or embedded.")
    if value == "production" and not site_url():
        raise ImproperlyConfigured(
            "Set SITE_URL to the address people open: links in mail are made from it."
        )
    return value


def operator_token() -> str:
    """`OPERATOR_TOKEN`, or an empty string; long enough that nobody guesses it."""
    value = text("OPERATOR_TOKEN")
    if value and len(value) < 24:
        raise ImproperlyConfigured(
            "OPERATOR_TOKEN is too short. Give 24 random characters or more."
        )
    return value


def secret_key(state: Path) -> str:
    """`SECRET_KEY`; on an embedded start without one, a random key kept in the state folder."""
    key = text("SECRET_KEY")
    if key and (len(key) < 32 or len(set(key)) < 8 or key.startswith("django-insecure")):
        raise ImproperlyConfigured("SECRET_KEY is too simple. Give 50 random characters.")
    if key:
        return key
    if deployment() == "production":
        raise ImproperlyConfigured("Set SECRET_KEY to 50 random characters, and keep them secret.")
    return kept_key(state / "secret_key")


def kept_key(path: Path) -> str:
    """The key in `path`, made on first use, readable by its owner only.

    Two processes may start at once: linking a finished file lets one of them win, whole.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(dir=path.parent)  # mode 0600
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            os.link(made, path)
        Path(made).unlink()
    return path.read_text()


def mail_is_set() -> bool:
    """Whether mail leaves this service, by SMTP or by another Django mail backend."""
    return bool(text("EMAIL_HOST") or text("EMAIL_BACKEND"))


def mail_backend() -> str:
    """`EMAIL_BACKEND`, a class in a module that is there; by default Django's for SMTP."""
    path = text("EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
    if not is_installed(path.rpartition(".")[0]):
        raise ImproperlyConfigured(
            f"EMAIL_BACKEND is “{path}”, and there is no such class. Install what it is part of."
        )
    return path


def sender() -> str:
    """`DEFAULT_FROM_EMAIL`: an address, alone or after a name."""
    value = text("DEFAULT_FROM_EMAIL", "mentorship@localhost")
    name, _, domain = parseaddr(value)[1].rpartition("@")
    if not name or not domain or " " in domain:
        raise ImproperlyConfigured(
            f"DEFAULT_FROM_EMAIL is “{value}”. Give an address, like letters@mentorship.example."
        )
    return value


def contact() -> str:
    """`CONTACT`, to whom people write about the service: an address, or a page; or nothing."""
    value = text("CONTACT")
    name, _, domain = value.rpartition("@")
    is_address = name and domain and not set(value) & set(" :/<>,")
    if value and not is_address and not is_page(value):
        raise ImproperlyConfigured(
            f"CONTACT is “{value}”. Give an address, like help@mentorship.example, or a page."
        )
    return value


def page(name: str) -> str:
    """The whole address of a page of the operator's, or nothing."""
    value = text(name)
    if value and not is_page(value):
        raise ImproperlyConfigured(
            f"{name} is “{value}”. Give the whole address of a page, like https://example.org/help."
        )
    return value


def is_page(value: str) -> bool:
    """Whether it is a whole https address that can be shown to anybody."""
    parts = split(value)
    return bool(parts and parts.scheme == "https" and not set(value) & set('@ <>"'))


def bucket() -> str:
    """`S3_BUCKET`, when the packages it needs are there; an empty string keeps files in a folder."""
    name = text("S3_BUCKET")
    if name and not is_installed("storages.backends.s3", "boto3"):
        raise ImproperlyConfigured(
            "S3_BUCKET is set, and the packages for it are missing:"
            " pip install --require-hashes -r requirements-s3.txt"
        )
    return name


def is_installed(*modules: str) -> bool:
    """Whether all these modules are there; none of them runs, only the packages they are in."""
    try:
        return all(importlib.util.find_spec(module) for module in modules)
    except (ImportError, ValueError):
        return False
