"""Addresses of the mailbox page, the bell, and of what stops letters."""

from django.urls import path

from mentorship.notifications.views import mailbox, notices

app_name = "notifications"
urlpatterns = [
    path("notices/", notices.notices, name="notices"),
    path("notices/seen/", notices.seen, name="seen"),
    path("settings/letters/", notices.letters, name="letters"),
    path(
        "unsubscribe/<slug:ref>/<slug:topic>/<str:token>/",
        notices.unsubscription,
        name="unsubscription",
    ),
    path("mailbox/", mailbox.mailbox, name="mailbox"),
    path("mailbox/<slug:ref>/", mailbox.letter, name="letter"),
    path("mailbox/<slug:ref>/sight/", mailbox.sight, name="sight"),
]
