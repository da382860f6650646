from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "mentorship.trail"
    label = "trail"
