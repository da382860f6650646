"""Whether what a reader took the job to be is the job it is for."""

from mentorship.documents.text.words import words_of
from mentorship.toolbox.words.stems import stem_of

# How high a job stands, and what joins its words, is not what it is.
ASIDE = frozenset(
    {"a", "an", "and", "as", "at", "for", "in", "of", "or", "the", "to", "with"}
    | {"job", "position", "role", "work", "senior", "junior", "lead", "principal"}
    | {"trainee", "intern", "chief", "head", "deputy", "assistant", "associate"}
)
ENOUGH = 0.5


def is_named(job: str, target: str) -> bool:
    """Whether `job`, in a reader's words, names `target`: at least half of its words are in it.

    Upper case, hyphens and endings make no difference ("Analytics manager", "manage analytics"); "senior"
    and the like do not count. False where either is empty.
    """
    said, wanted = _stems(job), _stems(target)
    return bool(wanted) and len(said & wanted) >= len(wanted) * ENOUGH


def _stems(words: str) -> set[str]:
    apart = words.replace("-", " ").replace("/", " ")
    keys = [key for key in words_of(apart).keys if any(map(str.isalnum, key))]
    telling = [key for key in keys if key not in ASIDE] or keys
    return {stem_of(key, "english") for key in telling}
