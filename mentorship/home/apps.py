from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "mentorship.home"
    label = "home"
