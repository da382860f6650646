"""Tests reach nothing beyond this machine, and one another's servers on it."""

import socket

import pytest

from tests.infrastructure.network import BeyondThisMachineError
from tests.infrastructure.smtp import Sink


def test_a_connection_beyond_this_machine_is_refused():
    with socket.socket() as connection, pytest.raises(BeyondThisMachineError):
        connection.connect(("192.0.2.1", 80))  # RFC 5737: an address for documentation


def test_a_name_beyond_this_machine_is_not_looked_up():
    with pytest.raises(BeyondThisMachineError):
        socket.getaddrinfo("mentorship.example", 80)


def test_a_server_on_this_machine_is_reached(sink: Sink):
    with socket.create_connection((sink.host, sink.port), timeout=5) as connection:
        assert connection.recv(3) == b"220"
