"""How style sheets are written here."""

import re
from collections.abc import Iterator

from tests.architecture.law import Source, law

STYLES = ("static/css/*.css",)
FIRST = "static/css/app.css"  # the one that every page links first
KINDS = "static/css/components/kinds.css"
ORDER = "@layer reset, base, components, pages, utilities"
LAYERS = {  # of the rooms
    "base": {"base"},
    "components": {"components"},
    "pages": {"pages"},
}
COMMENT_OR_STRING = re.compile(r"/\*.*?\*/|\"[^\"\n]*\"", re.DOTALL)


def statements(text: str) -> Iterator[str]:
    """What stands in no block, in order: `@layer pages`, `.button`, `@layer reset, base`."""
    depth, begun = 0, ""
    for sign in COMMENT_OR_STRING.sub("", text):
        if depth == 0 and sign in "{;":
            yield " ".join(begun.split())
        if depth == 0:
            begun = "" if sign in "{;" else begun + sign
        depth += {"{": 1, "}": -1}.get(sign, 0)


@law(
    *STYLES,
    but=(FIRST,),
    breach=("static/css/pages/a.css", "@layer pages { p { margin: 0 } }\n.late { margin: 0 }"),
)
def rules_stand_in_the_layer_of_their_room(source: Source) -> Iterator[str]:
    """Outside of them a rule wins over all that is said in any."""
    room = source.path.removeprefix("static/css/").rpartition("/")[0]
    for statement in statements(source.text):
        if statement.removeprefix("@layer ") not in LAYERS.get(room, set()):
            yield f"{statement} stands in no layer of {room or 'a room'}"


@law(FIRST, breach=(FIRST, "@layer base { p { margin: 0 } }"))
def the_layers_are_put_in_order_before_all_else(source: Source) -> Iterator[str]:
    """Later ones win, and their order is that in which a page meets their names."""
    order, *others = statements(source.text)
    names = {f"@layer {name}" for name in ORDER.removeprefix("@layer ").split(", ")}
    if order != ORDER:
        yield f"begins with {order}"
    for other in others:
        if other not in names:
            yield f"{other} stands in no layer"


@law(*STYLES, breach=("static/css/pages/a.css", "p { margin: 0 ! important; }"))
def nothing_is_important(source: Source) -> Iterator[str]:
    """It turns the order of the layers round. What must win stands in a later one."""
    for found in re.finditer(r"!\s*important", COMMENT_OR_STRING.sub("", source.text)):
        yield found.group()


@law(*STYLES, but=(KINDS,), breach=("static/css/pages/a.css", ".kind-praise { color: green }"))
def kinds_of_comments_get_their_colours_in_one_place(source: Source) -> Iterator[str]:
    """All else asks for `var(--kind)` and `var(--shape)`, so that a new kind is said in one file."""
    for found in re.finditer(r"[.(]kind-[a-z_]+|--(?:kind|shape)\s*:", source.text):
        yield found.group()
