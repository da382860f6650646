from django.apps import AppConfig


class CircleConfig(AppConfig):
    name = "mentorship.circle"
    label = "circle"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_out

        from accounts import personal_data
        from mentorship.circle import access, farewells, notices
        from mentorship.circle.models import Code, Colleague, Invitation, Pass, Round, Silence
        from mentorship.circle.visitors import signing_out
        from mentorship.documents import farewells as documents
        from mentorship.notifications import access as letters
        from mentorship.notifications import kinds

        personal_data.register("rounds", Round, "owner")
        personal_data.register("colleagues", Colleague, "owner")
        personal_data.register("circles", Colleague, "person")
        personal_data.register("invitations_sent", Invitation, "round__owner")
        personal_data.register("invitations_received", Invitation, "person")
        personal_data.register("codes", Code, "invitation__person")
        personal_data.register("passes", Pass, "invitation__person")
        personal_data.register("silences", Silence, "person")
        personal_data.register("silenced_by", Silence, "seeker")
        kinds.register_all_in(notices)
        documents.register(farewells.say)
        letters.register(access.is_silent)
        user_logged_out.connect(signing_out.end_passes)
