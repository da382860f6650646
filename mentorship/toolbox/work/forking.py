"""What processes that are forked from one another share."""

import atexit
import gc


def settle() -> None:
    """Before a fork, when all is loaded: let the collector leave alone what is there.

    It writes into every object it looks at, and a page that is written to is shared no more. Of a
    worker's 85 MB its children had 25 to 51 of their own at rest, now 10 to 20.

    When a process ends all is looked at again: what a connection hangs on is let go, so that the last
    one leaves no write-ahead log behind, in which words stand that were deleted.
    """
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)
