"""The browser finds every module under the name with a hash."""

import re

from django.conf import settings

from mentorship.toolbox.templatetags.import_map import IMPORTED

IMPORT = re.compile(r'^(?:import|\} from|import .* from) "(\.[^"]+)\.js"', re.MULTILINE)
SCRIPTS = settings.BASE_DIR / "static" / "js"


def test_every_module_that_is_imported_is_in_the_map() -> None:
    imported = {
        (script.parent / path).resolve().relative_to(SCRIPTS).as_posix()
        for script in SCRIPTS.rglob("*.js")
        for path in IMPORT.findall(script.read_text())
    }

    assert set(IMPORTED) == imported
