"""Somebody who signs up: `python -m tests.notifications.signing_up EMAIL`, and gives the code on stdin.

Prints where each step led her.
"""

import sys

import django

django.setup()

from django.test import Client  # noqa: E402 - after Django is set up

from tests.browsing.accounts import typed  # noqa: E402 - the same


def main(email: str) -> None:
    """Sign up, wait for the code as its reader does, and type it."""
    browser = Client(headers={"host": "localhost"})
    _go(browser, "/account/signup/", typed(email))
    _go(browser, "/account/confirm-email/", {"code": sys.stdin.readline().strip()})


def _go(browser: Client, page: str, words: dict[str, str]) -> None:
    sys.stdout.write(f"{browser.post(page, words)['Location']}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
