"""The text, and who may see it: documents, versions and their pages, grants; and where files lie."""

from mentorship.documents.models.opened import Opened
from mentorship.documents.models.pages import Page, PageQuerySet
from mentorship.documents.models.stores import FileStore, Orphan
from mentorship.documents.models.texts import (
    Document,
    DocumentQuerySet,
    Grant,
    GrantQuerySet,
    Version,
    VersionQuerySet,
)

__all__ = [
    "Document",
    "DocumentQuerySet",
    "FileStore",
    "Grant",
    "GrantQuerySet",
    "Opened",
    "Orphan",
    "Page",
    "PageQuerySet",
    "Version",
    "VersionQuerySet",
]
