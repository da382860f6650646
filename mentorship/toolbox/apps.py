from django.apps import AppConfig


class ToolboxConfig(AppConfig):
    name = "mentorship.toolbox"
    label = "toolbox"
