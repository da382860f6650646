from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "mentorship.notifications"
    label = "notifications"

    def ready(self) -> None:
        from accounts import personal_data
        from mentorship.notifications import signing_in
        from mentorship.notifications.models import Event, Letter, Notice

        personal_data.register("letters", Letter, "person")
        personal_data.register("notices", Notice, "person")
        personal_data.register("events", Event, "actor")
        signing_in.register()
