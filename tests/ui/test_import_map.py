"""The browser finds every module under the name with a hash."""

import re

from django.conf import settings

from mentorship.toolbox.templatetags.import_map import IMPORTED

IMPORT = re.compile(r'(?:from|import) "\./([a-z-]+)\.js"')


def test_every_module_that_is_imported_is_in_the_map() -> None:
    scripts = (settings.BASE_DIR / "static" / "js").glob("*.js")

    imported = {name for script in scripts for name in IMPORT.findall(script.read_text())}

    assert set(IMPORTED) == imported
