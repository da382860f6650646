"""Which work stands in which queue, and what is looked for again and again."""

from kombu import Queue

QUICK, CONVERSIONS = "quick", "conversions"
# What a person waits for never stands behind files that are opened: each has workers of its own. One
# without `-Q` does the work of both.
QUEUES = [Queue(QUICK), Queue(CONVERSIONS)]
ROUTES = {
    name: {"queue": CONVERSIONS}
    for name in (
        "documents.prepare",
        "documents.sweep",
        "documents.reread",
        "home.heartbeat",
        "jobsearch.read",
    )
}
AN_HOUR = 3600.0


def sweeps(seconds: float) -> dict[str, float]:
    """Every sweep and its seconds: each worker does those of its queues, and beat rings for them.

    seconds  for what a person waits for
    """
    return {
        "notifications.sweep": seconds,  # letters that are due
        "documents.sweep": seconds,  # versions to prepare
        "jobsearch.read": seconds,  # postings that came as files
        "jobsearch.sweep": seconds,  # next steps of today
        "circle.sweep": seconds,  # whoever was asked and has not answered
        "critique.sweep": seconds,  # threads to carry, drafts that wait, versions to tell of
        "documents.reread": 3 * seconds,  # older versions, while no new one waits
        "documents.forget_orphans": AN_HOUR,
        "documents.forget_refused": AN_HOUR,
        "jobsearch.forget_refused": AN_HOUR,
        "home.heartbeat": 20.0,
        "home.empty_log": 10 * seconds,  # what was deleted, written ahead
    }
