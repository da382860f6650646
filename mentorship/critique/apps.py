from django.apps import AppConfig


class CritiqueConfig(AppConfig):
    name = "mentorship.critique"
    label = "critique"

    def ready(self) -> None:
        from accounts import personal_data
        from mentorship.critique import farewells, notices, receivers
        from mentorship.critique.models import (
            Agreement,
            Comment,
            Decision,
            EarlierWording,
            Mention,
            Placement,
            Review,
            Suggestion,
            Thread,
        )
        from mentorship.documents import farewells as documents
        from mentorship.notifications import kinds

        personal_data.register("reviews", Review, "mentor")
        personal_data.register("threads", Thread, "document__owner")
        personal_data.register("threads_begun", Thread, "author")
        personal_data.register("threads_resolved", Thread, "resolved_by")
        personal_data.register("placements", Placement, "thread__document__owner")
        personal_data.register("placements_made", Placement, "placed_by")
        personal_data.register("comments", Comment, "author")
        personal_data.register("earlier_wordings", EarlierWording, "comment__author")
        personal_data.register("suggestions", Suggestion, "comment__author")
        personal_data.register("agreements", Agreement, "person")
        personal_data.register("mentions", Mention, "person")
        personal_data.register("decisions", Decision, "document__owner")
        kinds.register_all_in(notices)
        documents.register(farewells.say)
        documents.register_for_versions(farewells.say_of)
        receivers.connect()
