"""What is left of words, whoever asks."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from mentorship.toolbox.words.stems import stem_of


@pytest.mark.parametrize(
    ("word", "language", "stem"),
    [("managed", "english", "manag"), ("schichten", "german", "schicht")],
)
def test_endings_are_taken_off(word: str, language: str, stem: str) -> None:
    assert stem_of(word, language) == stem


def test_threads_do_not_disturb_each_other() -> None:
    words = [f"{chr(97 + place % 26)}{'b' * (place // 26 + 1)}anting" for place in range(2_000)]

    with ThreadPoolExecutor(8) as threads:
        at_once = list(threads.map(lambda word: stem_of(word, "english"), words))

    assert at_once == [word.removesuffix("ing") for word in words]
