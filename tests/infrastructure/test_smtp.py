"""The mail server that tests send to leaves nothing behind."""

import gc
import socket
import warnings

import pytest

from tests.infrastructure.smtp import smtp_sink

AS_OFTEN = 20  # what the server is doing when it ends is another thing each time


@pytest.mark.parametrize("said", [b"", b"NOOP\r\n", b"QUIT\r\n"])
def test_a_connection_ends_with_the_server_wherever_it_stands(said: bytes) -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        for _ in range(AS_OFTEN):
            with smtp_sink() as sink:
                client = socket.create_connection((sink.host, sink.port))
                client.sendall(said)
            with client:
                assert is_over(client)
        gc.collect()

    assert [str(one.message) for one in told] == []


def is_over(client: socket.socket) -> bool:
    """Whether the other side has closed this connection, whatever it said before."""
    client.settimeout(10)
    try:
        while client.recv(1000):
            pass
    except ConnectionResetError:
        pass
    return True
