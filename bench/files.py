"""A folder of any files through the real pipeline: `./run bench files FOLDER`.

Each file is sent through the upload page, prepared by a real worker, and read: page one's image and
the text have to come. The last line holds the sums. The exit code is 1 when a worker died, a limit
was passed, or a file ended neither readable nor refused with a sentence.
"""

import sys
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from bench.rig.processes import Watch, workers
from bench.rig.service import Person, upload, version_at, wait_for, whole_service
from mentorship.documents.formats.manuscript import Limits
from mentorship.documents.models import Version
from mentorship.documents.sentences.refusals import sentence
from tests.infrastructure.client import Answer
from tests.infrastructure.service import Service

LIMITS = Limits(file_bytes=settings.UPLOAD_LIMIT)
MOST_SECONDS = LIMITS.wall_seconds + 5  # of which all but a second is the child's own limit
MOST_MEMORY = LIMITS.memory_bytes


@dataclass(frozen=True)
class Ending:
    """What became of one file: "readable", "refused" or "failed", and why.

    memory  bytes that the largest process took which was started for it, as far as seen
    """

    name: str
    how: str
    words: str
    seconds: float
    memory: int = 0

    def __str__(self) -> str:
        cost = f"{self.seconds:6.2f} s  {self.memory / 2**20:4.0f} MB"
        return f"{self.how:<8}  {cost}  {self.name}: {self.words}"


def main(folder: Path) -> int:
    """Print how each file of `folder` ended, and the sums; the exit code."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    with whole_service() as service, Watch(service.process.pid) as watch:
        person = Person(service)
        before = workers(service.process.pid)
        endings = []
        for path in files:
            known = set(watch.peaks)
            became = ending(person, path, str(path.relative_to(folder)))
            endings.append(replace(became, memory=watch.peak_since(known)))
            print(endings[-1], flush=True)
        troubles = [*dead(service, before), *past_limits(endings, watch.peak)]
    for trouble in troubles:
        print(trouble)
    sums = Counter(each.how for each in endings)
    told = ", ".join(f"{sums[how]} {how}" for how in ("readable", "refused", "failed"))
    print(
        f"{told}; {sum(each.seconds for each in endings):.1f} s in all,"
        f" most memory of a process {watch.peak / 2**20:.0f} MB, {len(troubles)} troubles"
    )
    return 1 if troubles or sums["failed"] else 0


def ending(person: Person, path: Path, name: str) -> Ending:
    """Send one file, wait, and read what came of it."""
    sent = upload(person, path, person.token(reverse("documents:upload")))
    if sent.status == 422 and sent.sentence:
        told = sent.sentence.removeprefix(f"{path.name}: ")  # said aloud before its own sentence
        return Ending(name, "refused", told, sent.seconds)
    if sent.status != 201:
        return Ending(name, "failed", f"the upload page answered {sent.status}", sent.seconds)
    version = version_at(sent)
    seconds = sent.seconds + wait_for(version, within=MOST_SECONDS)
    if version.is_refused and sentence(version):
        return Ending(name, "refused", sentence(version), seconds)
    if not version.is_ready:
        return Ending(name, "failed", f"still {version.state}", seconds)
    answers = read(person, version)
    wrong = [
        f"{part} answered {answer.status}"
        for part, answer in answers.items()
        if not is_right(answer)
    ]
    if wrong:
        return Ending(name, "failed", ", ".join(wrong), seconds)
    pages, words = version.pages.count(), len(version.text.split())
    images = f"{image_bytes(version) / 1000:.0f} kB of images"
    notes = "".join(f", {note}" for note in version.notes)
    told = f"{version.format}, {pages} pages, {words} words, {images}{notes}"
    return Ending(name, "readable", told, seconds)


def read(person: Person, version: Version) -> dict[str, Answer]:
    """The reading page, page one's image and the text, as its owner's browser asks for them."""
    place = [version.document.ref, version.number]
    return {
        "the reading page": person.get(version.get_absolute_url()),
        "the image": person.get(reverse("documents:page_image", args=[*place, 1, 1])),
        "the text": person.get(reverse("documents:version_text", args=place)),
    }


def image_bytes(version: Version) -> int:
    """Of all pages of a version that can be read, once they are drawn."""
    until = time.monotonic() + MOST_SECONDS
    while not version.drawn_at and time.monotonic() < until:
        time.sleep(0.01)
        version.refresh_from_db(fields=["drawn_at", "image_bytes", "notes"])
    return version.image_bytes


def is_right(answer: Answer) -> bool:
    """Whether it came; an image is one."""
    is_image = answer.headers["Content-Type"] == "image/webp"
    return answer.status == 200 and (not is_image or answer.body[8:12] == b"WEBP")


def dead(service: Service, before: set[int]) -> list[str]:
    """A sentence for each worker that is not the one it was, and for each restart in the log."""
    now = workers(service.process.pid)
    ends = [line for line in service.lines().splitlines() if "| ended (" in line]
    return [f"worker {process} died" for process in sorted(before - now)] + ends


def past_limits(endings: list[Ending], peak: int) -> list[str]:
    """A sentence for each file that took too long, and for a process that grew too large."""
    late = [
        f"{each.name} took {each.seconds:.1f} s" for each in endings if each.seconds > MOST_SECONDS
    ]
    return late + ([f"a process took {peak / 2**20:.0f} MB"] if peak > MOST_MEMORY else [])


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("Name a folder: ./run bench files FOLDER")
    sys.exit(main(Path(sys.argv[1])))
