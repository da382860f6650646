"""Settings come from the environment, and nonsense in it stops the start with a sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "SITE_URL": "https://mentorship.example",
    "SECRET_KEY": "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMN",
    "EMAIL_HOST": "mail.mentorship.example",
    "DEFAULT_FROM_EMAIL": "letters@mentorship.example",
}


def start(folder: Path, show: str = "''", **variables: str) -> str:
    """What a process of its own says of a setting, or why it refuses to start."""
    done = subprocess.run(
        [sys.executable, "-c", f"from mentorship import settings; print({show})"],
        cwd=ROOT,
        env={"STATE_DIR": str(folder), "PYTHONPATH": str(ROOT), **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    return (done.stderr or done.stdout).strip().splitlines()[-1]


def test_without_any_variable_it_serves_this_machine_alone(tmp_path: Path) -> None:
    shown = "settings.PRODUCTION, settings.DEBUG, settings.ALLOWED_HOSTS, settings.MAIL_LEAVES"

    told = start(tmp_path, shown)

    assert told == "False False ['localhost', '127.0.0.1', '[::1]'] False"


def test_with_an_address_it_is_in_production(tmp_path: Path) -> None:
    shown = "settings.PRODUCTION, settings.ALLOWED_HOSTS, settings.SESSION_COOKIE_SECURE"

    assert start(tmp_path, shown, **PRODUCTION) == "True ['mentorship.example'] True"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://Mentorship.Example:8443/", "https://mentorship.example:8443 mentorship.example"),
        ("http://[::1]:8000", "http://[::1]:8000 [::1]"),
    ],
)
def test_the_address_may_have_a_port(tmp_path: Path, address: str, shown: str) -> None:
    told = start(
        tmp_path,
        "settings.SITE_URL, *settings.ALLOWED_HOSTS",
        **{**PRODUCTION, "SITE_URL": address},
    )

    assert told == shown


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("rediss://cache.example:6379/0", "rediss://cache.example:6379/0"),
        ("unix:///run/valkey.sock", "redis+socket:///run/valkey.sock"),
    ],
)
def test_redis_may_be_on_a_host_or_behind_a_socket(tmp_path: Path, given: str, used: str) -> None:
    assert start(tmp_path, "settings.CELERY_BROKER_URL", REDIS_URL=given) == used


def test_pauses_are_seconds_one_after_another(tmp_path: Path) -> None:
    told = start(tmp_path, "settings.GATHERING_PAUSES", GATHERING_PAUSES="5 60 604800")

    assert told == "(5, 60, 604800)"


def test_a_letter_may_come_from_a_name(tmp_path: Path) -> None:
    name = "Mentorship <letters@mentorship.example>"

    assert start(tmp_path, "settings.DEFAULT_FROM_EMAIL", DEFAULT_FROM_EMAIL=name) == name


def test_a_key_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    made = start(tmp_path, "settings.SECRET_KEY")
    again = start(tmp_path, "settings.SECRET_KEY")

    assert made == again == (tmp_path / "secret_key").read_text()
    assert len(made) >= 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"SECRET_KEY": ""}, "Set SECRET_KEY to 50 random characters"),
        ({"SECRET_KEY": "x" * 60}, "SECRET_KEY is too simple"),
        ({"SECRET_KEY": "django-insecure-" + PRODUCTION["SECRET_KEY"]}, "SECRET_KEY is too simple"),
        ({"SITE_URL": "", "DEPLOYMENT": "production"}, "Set SITE_URL to the address people open"),
        ({"SITE_URL": "mentorship.example"}, "Give the address people open"),
        ({"SITE_URL": "https://mentorship.example/app"}, "Give the address people open"),
        ({"SITE_URL": "http://mentorship.example"}, "SITE_URL must begin with https://"),
        ({"SITE_URL": "ftp://localhost"}, "SITE_URL must begin with https://"),
        ({"SITE_URL": "https://mentorship.example:99999"}, "Give the address people open"),
        ({"SITE_URL": "https://ada:secret@mentorship.example"}, "Give the address people open"),
        ({"SITE_URL": "https://mentorship.example#desk"}, "Give the address people open"),
        ({"DATABASE_URL": "postgres"}, "DATABASE_URL is no database this can use"),
        ({"DATABASE_URL": "mysql://host/name"}, "DATABASE_URL is no database this can use"),
        ({"DATABASE_URL": "postgres://host"}, "DATABASE_URL is no database this can use"),
        ({"REDIS_URL": "localhost"}, "REDIS_URL is no Redis and no Valkey"),
        ({"REDIS_URL": "http://localhost:6379"}, "REDIS_URL is no Redis and no Valkey"),
        ({"DEPLOYMENT": "staging"}, "Say production or embedded"),
        ({"EMAIL_HOST": ""}, "Set EMAIL_HOST to your mail server"),
        ({"DEFAULT_FROM_EMAIL": ""}, "Set DEFAULT_FROM_EMAIL"),
        ({"EMAIL_PORT": "smtp"}, "EMAIL_PORT is “smtp”. Give a whole number from 1 to 65535."),
        ({"EMAIL_PORT": "0"}, "EMAIL_PORT is “0”. Give a whole number from 1 to 65535."),
        ({"PORT": "70000"}, "PORT is “70000”. Give a whole number from 1 to 65535."),
        ({"SWEEP_SECONDS": "0"}, "SWEEP_SECONDS is “0”. Give a whole number from 1 to 60."),
        ({"SWEEP_SECONDS": "3600"}, "SWEEP_SECONDS is “3600”. Give a whole number from 1 to 60."),
        (
            {"SENDING_PAUSES": "60 soon"},
            "SENDING_PAUSES is “60 soon”. Give whole numbers of seconds, such as “60 300 900",
        ),
        ({"OPENING_PAUSES": "0"}, "OPENING_PAUSES is “0”. Give whole numbers of seconds"),
        ({"TRUSTED_PROXIES": "-1"}, "TRUSTED_PROXIES is “-1”. Give a whole number from 0 to 5."),
        ({"EMAIL_USE_TLS": "maybe"}, "EMAIL_USE_TLS is “maybe”. Say yes or no."),
        ({"EMAIL_USE_TLS": "1", "EMAIL_USE_SSL": "1"}, "Set EMAIL_USE_TLS or EMAIL_USE_SSL"),
        ({"EMAIL_BACKEND": "smtp"}, "EMAIL_BACKEND is “smtp”, and there is no such class"),
        ({"EMAIL_BACKEND": "no.such.Backend"}, "there is no such class"),
        ({"DEFAULT_FROM_EMAIL": "letters"}, "DEFAULT_FROM_EMAIL is “letters”. Give an address"),
        ({"CONTACT": "us"}, "CONTACT is “us”. Give an address"),
        ({"CONTACT": "us@here, them@there"}, "CONTACT is “us@here, them@there”. Give an address"),
        (
            {"CONTACT": "http://example.org/us"},
            "CONTACT is “http://example.org/us”. Give an address",
        ),
        (
            {"PRIVACY_URL": "/privacy"},
            "PRIVACY_URL is “/privacy”. Give the whole address of a page",
        ),
        (
            {"HELP_URL": "javascript:help()"},
            "HELP_URL is “javascript:help()”. Give the whole address",
        ),
        ({"DEBUG": "yes"}, "DEBUG shows people's texts"),
        ({"KILL_POINTS": "/var/points"}, "KILL_POINTS lets processes die"),
    ],
    ids=lambda value: (
        "-".join(f"{name}={word}" for name, word in value.items())
        if isinstance(value, dict)
        else ""
    ),
)
def test_nonsense_stops_the_start(tmp_path: Path, wrong: dict[str, str], sentence: str) -> None:
    told = start(tmp_path, **{**PRODUCTION, **wrong})

    assert told.startswith("django.core.exceptions.ImproperlyConfigured: ")
    assert sentence in told
