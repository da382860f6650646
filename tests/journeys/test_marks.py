"""Marks on the paper tell their kind without colour, as large or as small as the paper is."""

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Windows
from tests.journeys.steps.asking import Asked, open_letter
from tests.journeys.steps.commenting import post
from tests.journeys.steps.reading import ready

pytestmark = pytest.mark.journey

LINES = {"comment": 2, "question": 4, "praise": 9, "must_fix": 12, "suggestion": 14}
# Style; thickness, and how far below the line of the letters it begins, in em; the words it is under.
MARK = """([kind, number]) => {
  const words = document.querySelector(`#line-${number} .words`);
  const look = getComputedStyle(words, `::highlight(kind-${kind})`);
  const em = parseFloat(getComputedStyle(words).fontSize);
  const marked = [...CSS.highlights.get(`kind-${kind}`)].map(String);
  const [thickness, below] = [look.textDecorationThickness, look.textUnderlineOffset].map(parseFloat);
  return [look.textDecorationStyle, thickness / em, below / em, marked];
}"""
MOST = 0.25  # of the letters' size: a thicker line would reach into the next
LEAST = 0.15  # a line that begins higher strikes the letters
BORDER = """(box) => {
  const { borderTopStyle, borderTopWidth } = getComputedStyle(box);
  return `${borderTopStyle} ${borderTopWidth}`;
}"""


def words(page: Page, number: int) -> str:
    """What stands in this line."""
    return " ".join((page.locator(f"#line-{number} .words").text_content() or "").split())


def say_of_all_kinds(page: Page) -> None:
    """A comment of each kind on a line of its own, and on a part of the page."""
    for place, (kind, number) in enumerate(LINES.items()):
        said = {"text": "About it.", "kind": "comment" if kind == "suggestion" else kind}
        other = {"wording": "Other words", "instead_of": words(page, number)}
        post(page, **said, line=str(number), **(other if kind == "suggestion" else {}))
        if kind != "suggestion":
            post(page, **said, page="1", box=f"0.{2 * place + 1},0.8,0.{2 * place + 2},0.9")
    page.reload()
    ready(page)


@pytest.mark.parametrize(("width", "view"), [(1280, ""), (390, "pages/"), (390, "text/")])
def test_each_kind_is_underlined_in_its_own_way(
    width: int, view: str, asked: Asked, people: Windows
) -> None:
    ben = open_letter(asked, people, viewport={"width": width, "height": 800})
    say_of_all_kinds(ben)
    ben.goto(ben.url.partition("#")[0] + view)
    ready(ben)

    marks = {kind: ben.evaluate(MARK, [kind, number]) for kind, number in LINES.items()}

    for kind, (_style, thickness, below, marked) in marks.items():
        assert [" ".join(one.split()) for one in marked] == [words(ben, LINES[kind])]
        assert 0 < thickness <= MOST
        assert below >= LEAST
    assert len({(style, round(thickness, 2)) for style, thickness, *_ in marks.values()}) == 5
    boxes = ben.locator(".box")
    if view != "text/":
        expect(boxes).to_have_count(4)
        assert len(set(boxes.evaluate_all(f"(all) => all.map({BORDER})"))) == 4


LOOK = """(words) => {
  const { textDecorationLine, textDecorationStyle, textDecorationThickness } = getComputedStyle(words);
  return [textDecorationLine, textDecorationStyle, textDecorationThickness].join(" ");
}"""


def test_each_kind_is_underlined_in_its_own_way_without_scripts(
    asked: Asked, people: Windows
) -> None:
    ben = open_letter(asked, people)
    say_of_all_kinds(ben)
    plain = people.open(java_script_enabled=False, storage_state=ben.context.storage_state())

    plain.goto(ben.url.partition("#")[0])

    looks = {plain.locator(f"#line-{number} .words").evaluate(LOOK) for number in LINES.values()}
    assert len(looks) == 5
    assert all(look.startswith("underline") for look in looks)
    assert plain.locator("#line-3 .words").evaluate(LOOK).startswith("none")
