"""Forms sent as their pages would send them, without drawing them: where a journey only begins."""

from collections.abc import Mapping
from html.parser import HTMLParser

from playwright.sync_api import APIResponse, Page

from tests.journeys.steps.files import Upload


class Forms(HTMLParser):
    """The forms of a page: `filled` as it came, and the `names` of all their fields."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.filled: list[dict[str, str]] = []
        self.names: list[set[str]] = []
        self._choice = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "form":
            self.filled.append({})
            self.names.append(set())
        elif tag == "option" and self._choice:
            if "selected" in given or self._choice not in self.filled[-1]:
                self.filled[-1][self._choice] = given.get("value", "")
        elif name and self.names and tag in {"input", "select", "textarea"}:
            self.names[-1].add(name)
            self._choice = name if tag == "select" else ""
            is_chosen = given.get("type") not in {"checkbox", "radio"} or "checked" in given
            if tag == "textarea" or (tag == "input" and is_chosen):
                self.filled[-1][name] = given.get("value", "")


def sent(page: Page, shown: APIResponse, typed: Mapping[str, str | Upload]) -> APIResponse:
    """What comes after the one form of this page that has these fields was sent with them."""
    forms = Forms(shown.text())
    found = [
        filled
        for filled, names in zip(forms.filled, forms.names, strict=True)
        if names.issuperset(typed)
    ]
    assert len(found) == 1, f"{len(found)} forms at {shown.url} have {', '.join(typed)}"
    given = {name: one.payload() if isinstance(one, Upload) else one for name, one in typed.items()}
    answer = page.request.post(shown.url, multipart={**found[0], **given})  # type: ignore[dict-item]  # its TypedDict
    assert answer.ok, f"{answer.status} at {answer.url}"
    return answer
