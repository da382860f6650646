"""What has to be written although the database may be away for a moment.

Once the mail server has answered about a letter, what is not written is not known: the letter would
be sent once more. A connection that nothing went over while the server thought may be cut by then.
"""

import logging
import time
from collections.abc import Callable
from typing import TypeVar

from django.db import Error, connection

log = logging.getLogger(__name__)

T = TypeVar("T")
AGAIN_AFTER = (0.0, 1.0, 3.0, 10.0)  # seconds: as long as another server takes to stand in


def surely(write: Callable[[], T]) -> T:
    """Do it, and again over another connection while the database does not take it.

    write  may be done twice: the first time may have been done without an answer

    Raises the database's error when it has been away for long.
    """
    for pause in AGAIN_AFTER:
        try:
            return write()
        except Error as error:
            if connection.in_atomic_block:  # which is lost with its connection
                raise
            log.warning("the database does not answer: %s", type(error).__name__)
            connect_anew()
            time.sleep(pause)
    return write()


def connect_anew() -> None:
    """Have the next statement go over another connection, unless it belongs to a transaction."""
    if not connection.in_atomic_block:
        connection.close()
