"""Addresses of the mailbox page, the bell, and of what stops letters."""

from django.urls import path

from mentorship.notifications import notice_views, views

app_name = "notifications"
urlpatterns = [
    path("notices/", notice_views.notices, name="notices"),
    path("notices/seen/", notice_views.seen, name="seen"),
    path("settings/letters/", notice_views.letters, name="letters"),
    path(
        "unsubscribe/<slug:ref>/<slug:topic>/<str:token>/",
        notice_views.unsubscription,
        name="unsubscription",
    ),
    path("mailbox/", views.mailbox, name="mailbox"),
    path("mailbox/<str:ref>/", views.letter, name="letter"),
]
