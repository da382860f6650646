"""Settings from the environment, refusing nonsense: a wrong value stops the start with a sentence."""

import contextlib
import os
import secrets
import shutil
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

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
    parts = urlsplit(url)
    local = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    if parts.scheme not in {"https", "http"} or not parts.hostname or parts.path or parts.query:
        raise ImproperlyConfigured(
            f"SITE_URL is “{url}”. Give the address people open, like https://mentorship.example."
        )
    if parts.scheme == "http" and not local:
        raise ImproperlyConfigured("SITE_URL must begin with https:// for anything but localhost.")
    return url


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
