"""Addresses."""

from django.urls import URLPattern

app_name = "critique"
urlpatterns: list[URLPattern] = []
