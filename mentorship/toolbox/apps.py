from django.apps import AppConfig


class ToolboxConfig(AppConfig):
    name = "mentorship.toolbox"
    label = "toolbox"

    def ready(self) -> None:
        from mentorship.toolbox.clock import quick_moments  # noqa: F401 - it listens
        from mentorship.toolbox.words.wording import speak_plainly

        speak_plainly()
