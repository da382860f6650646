from django.apps import AppConfig


class JobsearchConfig(AppConfig):
    name = "mentorship.jobsearch"
    label = "jobsearch"

    def ready(self) -> None:
        from accounts import personal_data
        from mentorship.documents import asides
        from mentorship.documents import farewells as documents
        from mentorship.documents.opening import queues
        from mentorship.jobsearch import beside, checklist, farewells, notices
        from mentorship.jobsearch.models import (
            EmployerLetter,
            EvidenceMap,
            Lesson,
            PostingFile,
            Pursuit,
            Sending,
            Tailoring,
            Term,
            Tick,
        )
        from mentorship.jobsearch.workers import reading
        from mentorship.notifications import kinds

        personal_data.register("pursuits", Pursuit, "owner")
        personal_data.register("posting_files", PostingFile, "pursuit__owner")
        personal_data.register("sendings", Sending, "pursuit__owner")
        personal_data.register("tailorings", Tailoring, "document__owner")
        personal_data.register("employer_letters", EmployerLetter, "pursuit__owner")
        personal_data.register("terms", Term, "pursuit__owner")
        personal_data.register("evidence_maps", EvidenceMap, "pursuit__owner")
        personal_data.register("lessons", Lesson, "pursuit__owner")
        personal_data.register("ticks", Tick, "lesson__pursuit__owner")
        kinds.register_all_in(notices)
        queues.register(reading.POSTINGS)
        documents.register(farewells.say)
        asides.register(beside.told)
        asides.register(checklist.of_document)
        asides.register_for_writing(beside.job_of)
