"""What whoever runs the service can ask: the doctor on the machine, JSON and Prometheus from afar."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
import time_machine
from aiosmtpd.smtp import SMTP, AuthResult
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from mentorship.home.models import Heartbeat
from mentorship.home.upkeep import checks
from tests.infrastructure.processes import free_port
from tests.infrastructure.smtp import Sink
from tests.notifications.mail_servers import goes_to, taking_letters

pytestmark = pytest.mark.django_db

TOKEN = "0123456789abcdef01234567"
ADDRESSES = ["/operator/facts/", "/operator/metrics/"]


@pytest.fixture
def operator(settings: Settings) -> Client:
    """Whoever holds the token."""
    settings.OPERATOR_TOKEN = TOKEN
    return Client(headers={"Authorization": f"Bearer {TOKEN}"})


@pytest.fixture
def logins(settings: Settings) -> Iterator[list[str]]:
    """Who has signed in to the mail server that letters leave through; it knows one password."""
    signed_in: list[str] = []

    def let_in(*facts: Any) -> AuthResult:
        signed_in.append(facts[-1].login.decode())
        return AuthResult(success=facts[-1].password == b"secret", handled=False)

    def converse(sink: Sink) -> SMTP:
        return SMTP(sink, authenticator=let_in, auth_require_tls=False)

    with taking_letters(Sink(port=free_port()), settings, converse):
        settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "us", "secret"
        checks.KEPT.clear()
        yield signed_in
        checks.KEPT.clear()


def test_who_asks_every_few_seconds_signs_in_to_the_mail_server_once(
    operator: Client, logins: list[str]
):
    answers = [operator.get(address) for address in ADDRESSES * 2]

    assert logins == ["us"]
    assert all(
        'mentorship_well{part="mail_server"} 1' in one.content.decode() for one in answers[1::2]
    )
    doctor()
    assert logins == ["us", "us"]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "given", ["", TOKEN, f"Bearer {TOKEN[:-1]}", f"Bearer {TOKEN}x", "Bearer "]
)
def test_without_the_token_there_is_no_such_page(
    operator: Client, client: Client, address: str, given: str
):
    assert operator.get(address).status_code == 200

    assert client.get(address, headers={"Authorization": given}).status_code == 404


@pytest.mark.parametrize("address", ADDRESSES)
def test_where_no_token_is_set_there_is_no_such_page_for_anybody(
    settings: Settings, client: Client, address: str
):
    settings.OPERATOR_TOKEN = ""

    assert client.get(address, headers={"Authorization": "Bearer "}).status_code == 404


def test_page_metrics_and_doctor_tell_of_the_same_parts(operator: Client):
    names = [check.name for check in checks.CHECKS]

    facts = operator.get("/operator/facts/").json()
    metrics = operator.get("/operator/metrics/").content.decode()
    lines = doctor()[1].splitlines()

    assert list(facts) == names
    assert re.findall(r'mentorship_well{part="(\w+)"}', metrics) == names
    assert [line.split()[1 if line.startswith("!") else 0] for line in lines] == names


def test_metrics_are_what_prometheus_reads(operator: Client):
    answer = operator.get("/operator/metrics/")

    assert answer["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    lines = answer.content.decode().splitlines()
    assert 'mentorship_well{part="database"} 1' in lines
    assert 'mentorship_seconds{part="letters"} 0.000' in lines
    for line in lines:
        assert re.fullmatch(r'#.*|mentorship_\w+\{part="\w+"\} -?\d+(\.\d+)?', line), line


def doctor(*words: str) -> tuple[int, str]:
    """Its exit code and what it says."""
    said = StringIO()
    try:
        call_command("doctor", *words, stdout=said)
    except SystemExit as ended:
        return int(str(ended.code)), said.getvalue()
    return 0, said.getvalue()


def test_the_doctor_says_what_is_not_well_and_ends_with_1():
    code, said = doctor()

    assert code == 1
    assert re.search(r"^! tasks .*Nobody does notifications.sweep", said, re.MULTILINE)
    assert re.search(r"^  database .*The database answers", said, re.MULTILINE)


def test_the_doctor_ends_with_0_when_all_is_well(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    for name in settings.SWEEPS:
        Heartbeat.objects.beat(name)
    Heartbeat.objects.beat("converters@here", without_network=True)
    without_redis = tuple(check for check in checks.CHECKS if check.name != "redis")
    monkeypatch.setattr(checks, "CHECKS", without_redis)  # unit tests have none

    code, said = doctor()

    assert (code, "!" in said) == (0, False)


def test_the_doctor_tells_machines_the_same(operator: Client):
    told = json.loads(doctor("--json")[1])

    assert told["database"] == operator.get("/operator/facts/").json()["database"]


def test_the_records_to_set_name_the_senders_domain(settings: Settings):
    settings.MAIL_LEAVES, settings.DEFAULT_FROM_EMAIL = True, "Us <letters@mentorship.example>"
    settings.EMAIL_HOST = "127.0.0.1"

    said = checks.mail.records().sentence

    for words in ('mentorship.example TXT "v=spf1', "_domainkey.mentorship", "_dmarc.mentorship"):
        assert words in said


def test_a_mail_server_that_is_not_there_is_named(settings: Settings):
    settings.MAIL_LEAVES, settings.EMAIL_HOST, settings.EMAIL_PORT = True, "127.0.0.1", 9
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"

    finding = checks.mail.server()

    assert not finding.is_well
    assert "127.0.0.1:9 cannot be reached (ConnectionRefusedError)" in finding.sentence


def test_a_mail_server_that_does_not_let_us_in_is_named(settings: Settings, logins: list[str]):
    settings.EMAIL_HOST_PASSWORD = "another"

    finding = checks.mail.server()

    assert (finding.is_well, set(logins)) == (False, {"us"})
    assert "refuses EMAIL_HOST_USER and EMAIL_HOST_PASSWORD" in finding.sentence


def test_a_mail_server_without_the_tls_that_is_set_is_named(settings: Settings, sink: Sink):
    goes_to(settings, sink.port)
    settings.EMAIL_USE_SSL = True

    finding = checks.mail.server()

    assert not finding.is_well
    assert f"No TLS with 127.0.0.1:{sink.port}" in finding.sentence


def test_tables_of_an_earlier_release_are_told():
    assert checks.machine.migrations().is_well
    MigrationRecorder(connection).record_unapplied("home", "0001_heartbeat")

    finding = checks.machine.migrations()

    assert not finding.is_well
    assert "1 migrations are missing: run `python manage.py migrate`" in finding.sentence


def test_a_clock_that_is_not_the_databases_is_told(settings: Settings):
    settings.BY_THE_CLOCK_OF_THE_DATABASE = True

    with time_machine.travel(timezone.now() + timedelta(days=10_000), tick=False):
        finding = checks.machine.clock()

    assert finding.is_well == (connection.vendor == "sqlite")  # which has no clock of its own
    assert ("seconds ahead of the database's" in finding.sentence) != finding.is_well
