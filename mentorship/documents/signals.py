"""News going up from documents. A receiver only queues a task; what it queues is also found by a query."""

from django.dispatch import Signal

version_ready = Signal()
"""A version has its reading copy. Sent within the transaction, with `version_id`."""
