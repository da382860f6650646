"""The browser finds every module under the name with a hash."""

import re
from pathlib import Path

from django.conf import settings

from mentorship.toolbox.pages import joining
from mentorship.toolbox.pages.finders import IN_PAGE, PRESS, REST
from mentorship.toolbox.templatetags.import_map import IMPORTED

IMPORT = re.compile(r'^(?:import|\} from|import .* from) "(\.[^"]+)\.js"', re.MULTILINE)
SCRIPTS = settings.BASE_DIR / "static" / "js"


def test_every_module_that_is_imported_is_in_the_map() -> None:
    joined = joining.in_order(SCRIPTS, [*PRESS, *REST, *IN_PAGE])
    alone = [
        script
        for script in SCRIPTS.rglob("*.js")
        if _name(script) not in joined or script.parent.name in {"common", "forms"}
    ]
    imported = {
        _name((script.parent / f"{path}.js").resolve())
        for script in alone
        for path in IMPORT.findall(script.read_text())
    }

    assert set(IMPORTED) == imported


def _name(script: Path) -> str:
    return script.relative_to(SCRIPTS).with_suffix("").as_posix()
