"""Addresses of the mailbox page."""

from django.urls import path

from mentorship.notifications import views

app_name = "notifications"
urlpatterns = [
    path("mailbox/", views.mailbox, name="mailbox"),
    path("mailbox/<str:ref>/", views.letter, name="letter"),
]
