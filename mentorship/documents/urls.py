"""Addresses of documents: nouns, by ref and number. Reading a version belongs to critique."""

from django.urls import URLPattern, URLResolver, include, path

from mentorship.documents import comparison_views, page_views, version_views, views

VERSION: list[URLPattern] = [
    path("original/", views.original, name="original"),
    path("state/", views.state, name="state"),
    path("plain-text/", page_views.version_text, name="version_text"),
    path("places/", page_views.version_places, name="version_places"),
    path("change/", version_views.change, name="change"),
    path("sent/", version_views.sent, name="sent"),
    path("sent/removal/", version_views.sent_removal, name="sent_removal"),
    path("pages/<int:page_number>/images/<int:scale>/", page_views.page_image, name="page_image"),
]
COMPARISON: list[URLPattern] = [
    path("", comparison_views.comparison, name="comparison"),
    path("pages/", comparison_views.compared_pages, name="compared_pages"),
]
DOCUMENT: list[URLPattern | URLResolver] = [
    path("", views.document, name="document"),
    path("draft/", views.draft, name="draft"),
    path("description/", views.description, name="description"),
    path("deletion/", views.deletion, name="deletion"),
    path("versions/", views.versions, name="versions"),
    path("versions/<int:number>/", include(VERSION)),
    path("comparison/", comparison_views.comparisons, name="comparisons"),
    path("comparison/<int:old>/<int:new>/", include(COMPARISON)),
]

app_name = "documents"
urlpatterns = [
    path("documents/", views.documents, name="documents"),
    path("documents/new/", views.upload, name="upload"),
    path("documents/write/", views.writing, name="writing"),
    path("documents/<slug:ref>/", include(DOCUMENT)),
]
