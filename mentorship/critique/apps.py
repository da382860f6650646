from django.apps import AppConfig


class CritiqueConfig(AppConfig):
    name = "mentorship.critique"
    label = "critique"

    def ready(self) -> None:
        from accounts import personal_data
        from mentorship.critique import farewells, notices, receivers
        from mentorship.critique.jobs import postings
        from mentorship.critique.models import (
            Agreement,
            Checklist,
            Comment,
            Decision,
            EarlierWording,
            FilledChecklist,
            Mention,
            Message,
            Placement,
            PrivateNote,
            Review,
            SavedComment,
            Sighting,
            Suggestion,
            Telling,
            Thanks,
            Thread,
        )
        from mentorship.critique.steps import asking
        from mentorship.documents import asides, next_steps
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
        personal_data.register("sightings", Sighting, "author")
        personal_data.register("mentions", Mention, "person")
        personal_data.register("saved_comments", SavedComment, "owner")
        personal_data.register("checklists", Checklist, "owner")
        personal_data.register("checklists_filled", FilledChecklist, "review__mentor")
        personal_data.register("private_notes", PrivateNote, "mentor")
        personal_data.register("decisions", Decision, "document__owner")
        personal_data.register("tellings", Telling, "version__document__owner")
        personal_data.register("messages", Message, "person")
        personal_data.register("thanks_said", Thanks, "pursuit__owner")
        personal_data.register("thanks_heard", Thanks, "person")
        kinds.register_all_in(notices)
        documents.register(farewells.say)
        documents.register_for_versions(farewells.say_of)
        next_steps.register(asking.very_next)
        asides.register(postings.jobs_of)
        receivers.connect()
