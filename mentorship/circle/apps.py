from django.apps import AppConfig


class CircleConfig(AppConfig):
    name = "mentorship.circle"
    label = "circle"
