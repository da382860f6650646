"""People who read and comment at the pace of people, each with a browser and a thread of her own."""

import random
import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from uuid import uuid4

from django.urls import reverse

from mentorship.documents.models import Version
from tests.infrastructure.client import TOKEN, Answer, HttpClient

# Whoever opens a page of the web stays for ten to twenty seconds at the median, and longer where
# there is something to read; so 20 s from one page to the next is rather too busy than too quiet.
READS = (10.0, 30.0)
# A comment here has 60 letters, for which somebody who types 40 words a minute needs 20 s, after
# having read what it is about.
WRITES = (20.0, 40.0)
NEWS = 5.0  # seconds after which an open page asks what is new, as its script does
BETWEEN_PRESSES = 4  # comments
SAID = "Lead with the *result*: how much faster was it, and for whom?"
PICTURE = re.compile(r'srcset="(/documents/[^" ]+/images/\d+/) ')
AFTER = re.compile(r'data-after="([^"]*)"')
LINES = 40


@dataclass(frozen=True)
class Asked:
    """One request: what it was for, the seconds until all of its answer was there, and what was wrong."""

    what: str
    seconds: float
    wrong: str = ""


@dataclass
class Guest:
    """Somebody with a page open. What she does at her pace is `acts`, in turn, over and over."""

    browser: HttpClient
    version: Version
    pace: tuple[float, float]
    chance: random.Random
    asked: list[Asked] = field(default_factory=list)
    after: str = ""
    token: str = ""
    seen: set[str] = field(default_factory=set)

    @property
    def acts(self) -> Sequence[Callable[[], None]]:
        """What she does, in this order."""
        raise NotImplementedError

    def live(self, begins: float, ends: float) -> None:
        """Until then, by `time.monotonic`; her first act is somewhere within her first pause."""
        acts: Iterator[Callable[[], None]] = cycle(self.acts)
        act_at = begins + self.chance.uniform(0, self.pace[1])
        news_at = ends
        while (next_at := min(act_at, news_at)) < ends:
            time.sleep(max(0.0, next_at - time.monotonic()))
            if next_at == act_at:
                next(acts)()
                act_at = time.monotonic() + self.chance.uniform(*self.pace)
            else:
                self._news()
            news_at = time.monotonic() + NEWS if self.after else ends

    def _read(self) -> None:
        """The page of the version; its pictures are fetched once, as they are kept by browsers."""
        page = self._ask("reading page", lambda: self.browser.get(self._page), {200})
        if page is None:
            return
        words = page.body.decode()
        found = AFTER.search(words)
        self.after = found[1] if found else ""
        token = TOKEN.search(words)
        self.token = token[1] if token else ""
        for path in dict.fromkeys(PICTURE.findall(words)):
            if path not in self.seen:
                self.seen.add(path)
                self._ask("picture", lambda path=path: self.browser.get(path), {200})  # type: ignore[misc]  # bound now

    def _news(self) -> None:
        path = f"{reverse('critique:news', args=self._place)}?after={self.after}"
        self._ask("news", lambda: self.browser.get(path), {200, 204})

    def _ask(self, what: str, ask: Callable[[], Answer], wanted: set[int]) -> Answer | None:
        """One request, counted; None when it was not answered as wanted."""
        begins = time.perf_counter()
        try:
            answer = ask()
        except OSError as error:
            self.asked.append(Asked(what, time.perf_counter() - begins, repr(error)))
            self.browser.connection.close()
            return None
        is_wanted = answer.status in wanted
        wrong = "" if is_wanted else f"{answer.status} {answer.sentence[:100]}"
        self.asked.append(Asked(what, answer.seconds, wrong))
        return answer if is_wanted else None

    @property
    def _place(self) -> list[object]:
        return [self.version.document.ref, self.version.number]

    @property
    def _page(self) -> str:
        return self.version.get_absolute_url()


@dataclass
class Seeker(Guest):
    """Signed in, and looking through what is hers."""

    @property
    def acts(self) -> Sequence[Callable[[], None]]:
        """Desk, list, reading page."""
        return (
            lambda: self._open("desk", reverse("home:desk")),
            lambda: self._open("list", reverse("documents:documents")),
            self._read,
        )

    def _open(self, what: str, path: str) -> None:
        self.after = ""  # the reading page is closed
        self._ask(what, lambda: self.browser.get(path), {200})


@dataclass
class Visitor(Guest):
    """Came by a mailed link, and reads."""

    @property
    def acts(self) -> Sequence[Callable[[], None]]:
        """The one page she may open."""
        return (self._read,)


@dataclass
class Mentor(Guest):
    """Came by a mailed link, reads, comments, and sends what she has said."""

    finish: str = ""

    @property
    def acts(self) -> Sequence[Callable[[], None]]:
        """The page, some comments, the press that sends them."""
        return (self._read, *[self._comment] * BETWEEN_PRESSES, self._send)

    def _comment(self) -> None:
        line = self.chance.randint(1, LINES)
        words = {"text": SAID, "kind": "comment", "key": uuid4(), "line": line}
        path = reverse("critique:threads", args=self._place)
        self._ask("comment", lambda: self.browser.post(path, self.token, words), {201})

    def _send(self) -> None:
        words = {"verdict": "small_fixes", "summary": "All in all it is nearly there."}
        send = self.browser.post
        self._ask("finish", lambda: send(self.finish, self.token, words), {200, 204, 302})


def live_together(guests: Sequence[Guest], *, before: float, seconds: float) -> list[Asked]:
    """All of them for `before` seconds, in which they arrive, and then so long; what was asked then."""
    begins = time.monotonic()
    counts_from = begins + before
    ends = counts_from + seconds
    threads = [threading.Thread(target=one.live, args=(begins, ends)) for one in guests]
    for thread in threads:
        thread.start()
    time.sleep(before)
    arrived = [len(one.asked) for one in guests]
    for thread in threads:
        thread.join()
    return [
        asked for one, count in zip(guests, arrived, strict=True) for asked in one.asked[count:]
    ]
