"""Source files joined to one: in which order, without what, and what is refused."""

from pathlib import Path

import pytest

from mentorship.toolbox.pages import joining


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two modules, one of which imports the other, and two style sheets."""
    (tmp_path / "a").mkdir()
    written = {
        "a/one.js": 'import { two as second } from "../two.js";\n\n/** Says it. */\nsecond(); // twice\n',
        "two.js": 'export function two() {\n  return "/* no comment */ // none";\n}\n',
        "three.js": 'import { two } from "./two.js";\nexport const three = two;\n',
        "one.css": "/* Why. */\n@layer pages {\n  a { color: red; }\n}\n",
        "two.css": "b { color: blue; }\n",
    }
    for name, text in written.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def test_a_script_holds_what_it_imports_before_itself_and_no_comment(folder: Path):
    assert joining.script(folder, ["a/one"]) == (
        '(() => {\n"use strict";\n'
        'const $two = (() => {\nfunction two() {\n  return "/* no comment */ // none";\n}\n'
        "return { two };\n})();\n"
        "const $a_one = (() => {\nconst { two: second } = $two;\n\nsecond();\nreturn {  };\n})();\n"
        "})();\n"
    )


def test_what_another_joined_file_gives_is_imported_from_it(folder: Path):
    assert joining.module(folder, ["three"], after="before", given=["two"]) == (
        'import { $two } from "./before.js";\n'
        "const $three = (() => {\nconst { two } = $two;\nconst three = two;\nreturn { three };\n})();\n"
        "export { $three };\n"
    )


def test_styles_stand_in_their_order_without_comments(folder: Path):
    assert joining.styles(folder, ["one", "two"]) == (
        "@layer pages { a { color: red; } } b { color: blue; }"
    )


@pytest.mark.parametrize(
    "text", ["export default 1;\n", 'import * as x from "./two.js";\n', "export { a };\n"]
)
def test_a_form_that_is_not_known_is_refused(folder: Path, text: str):
    (folder / "odd.js").write_text(text)

    with pytest.raises(ValueError, match="odd cannot be joined"):
        joining.script(folder, ["odd"])


def test_modules_that_import_each_other_are_refused(folder: Path):
    (folder / "this.js").write_text('import { that } from "./that.js";\n')
    (folder / "that.js").write_text('import { other } from "./this.js";\n')

    with pytest.raises(ValueError, match="this imports itself"):
        joining.script(folder, ["this"])
