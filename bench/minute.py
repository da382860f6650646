"""What the main job asks of people, counted in a real browser: `./run bench minute`.

A seeker asks a mentor, who comes by the letter on a phone, comments and sends: presses, words before
the text's first, where the text begins, controls of the form to ask. Counts, no times.
"""

from bench import FOLDER
from bench.reading import chromium
from bench.rig.table import show, target
from tests.infrastructure.pages import windows
from tests.infrastructure.service import running_service
from tests.infrastructure.smtp import smtp_sink
from tests.journeys.steps.asking import ask_ben
from tests.journeys.steps.minute import Minute, minute


def main() -> None:
    """Go through it once, and print what was counted beside what is wanted."""
    with (
        smtp_sink() as sink,
        running_service(FOLDER, sink=sink) as service,
        chromium() as browser,
        windows(browser, service.base_url) as people,
    ):
        _report(minute(ask_ben(people.open(), service), people, service))


def _report(seen: Minute) -> None:
    show(
        "Words before the text's first",
        ["in the letter", "on the cover", "above the text", "together"],
        [
            [
                seen.words_in_the_letter,
                seen.words_on_the_cover,
                seen.words_before_the_text,
                seen.words,
            ]
        ],
    )
    show(
        "Targets",
        ["", "measured", "wanted", ""],
        [
            target("presses, from the letter to a saved comment", seen.presses_to_a_comment, 4),
            target("words before the text's first", seen.words, 120),
            target("top of the text, 390 px wide", seen.top_on_a_phone, 200, " px"),
            target("top of the text, 1280 px wide", seen.top_when_wide, 200, " px"),
            target(
                "presses, from the desk to all that was said, as one letter",
                seen.presses_to_the_letter_of_the_round,
                1,
            ),
            target("controls of the form to ask", seen.controls_of_an_ask, 9),
        ],
    )


if __name__ == "__main__":
    main()
