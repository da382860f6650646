"""What tests are about, made the way people make it: through actions.

`make.person()`, `make.ready_version(ada)`, `make.grant(document, to=ben)`; what is said about them
by `saying`, and files by `samples` and `pdfs`.
"""

from tests.make.documents import (
    TEXT,
    THREE_LINES,
    document,
    draft,
    ready,
    ready_version,
    version,
)
from tests.make.invitations import (
    grant,
    invitation,
    passed_on_pass,
    revoked,
    visitor,
    visitor_pass,
)
from tests.make.people import PASSWORD, invited, person

__all__ = [
    "PASSWORD",
    "TEXT",
    "THREE_LINES",
    "document",
    "draft",
    "grant",
    "invitation",
    "invited",
    "passed_on_pass",
    "person",
    "ready",
    "ready_version",
    "revoked",
    "version",
    "visitor",
    "visitor_pass",
]
