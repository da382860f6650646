"""Addresses of documents: nouns, by ref and number. Reading a version belongs to critique."""

from django.urls import URLPattern, URLResolver, include, path

from mentorship.documents.views import comparisons, documents, pages, uploads, versions, writing

VERSION: list[URLPattern] = [
    path("original/", documents.original, name="original"),
    path("state/", documents.state, name="state"),
    path("plain-text/", pages.version_text, name="version_text"),
    path("change/", versions.change, name="change"),
    path("sent/", versions.sent, name="sent"),
    path("deletion/", versions.version_deletion, name="version_deletion"),
    path("sent/removal/", versions.sent_removal, name="sent_removal"),
    path("pages/<int:page_number>/images/<int:scale>/", pages.page_image, name="page_image"),
]
COMPARISON: list[URLPattern] = [
    path("", comparisons.comparison, name="comparison"),
    path("pages/", comparisons.compared_pages, name="compared_pages"),
]
DOCUMENT: list[URLPattern | URLResolver] = [
    path("", documents.document, name="document"),
    path("draft/", writing.draft, name="draft"),
    path("description/", documents.description, name="description"),
    path("deletion/", documents.deletion, name="deletion"),
    path("versions/", uploads.versions, name="versions"),
    path("versions/<int:number>/", include(VERSION)),
    path("comparison/", comparisons.comparisons, name="comparisons"),
    path("comparison/<int:old>/<int:new>/", include(COMPARISON)),
]

app_name = "documents"
urlpatterns = [
    path("documents/", documents.documents, name="documents"),
    path("documents/new/", uploads.upload, name="upload"),
    path("documents/write/", writing.writing, name="writing"),
    path("documents/<slug:ref>/", include(DOCUMENT)),
]
