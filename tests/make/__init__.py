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
from tests.make.pursuits import POSTING, job, lessons, posting_file, pursuit, tailored, to_employer

__all__ = [
    "PASSWORD",
    "POSTING",
    "TEXT",
    "THREE_LINES",
    "document",
    "draft",
    "grant",
    "invitation",
    "invited",
    "job",
    "lessons",
    "passed_on_pass",
    "person",
    "posting_file",
    "pursuit",
    "ready",
    "ready_version",
    "revoked",
    "tailored",
    "to_employer",
    "version",
    "visitor",
    "visitor_pass",
]
