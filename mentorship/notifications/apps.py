from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "mentorship.notifications"
    label = "notifications"

    def ready(self) -> None:
        from accounts import personal_data
        from mentorship.notifications.models import Event, Letter, Notice, Preference
        from mentorship.notifications.sign_in import kinds

        personal_data.register("letters", Letter, "person")
        personal_data.register("notices", Notice, "person")
        personal_data.register("events", Event, "actor")
        personal_data.register("preferences", Preference, "person")
        kinds.register()
