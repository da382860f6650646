"""Every release of every supported Python will do, the first of the oldest included."""

import ast
from collections.abc import Iterator

from tests.architecture.law import PYTHON, Source, called, law

# What came after 3.11.0: in a later release of 3.11, where neither linter nor types look for it,
# and in 3.12 and 3.13, where types look for it only in what they check.
ARGUMENTS = {
    "extract": {"filter"},  # tarfile, 3.11.4
    "extractall": {"filter"},
    "unpack_archive": {"filter"},  # shutil, 3.11.4
    "getaddresses": {"strict"},  # email.utils, 3.11.10
    "parseaddr": {"strict"},
    "rmtree": {"onexc"},  # shutil, 3.12
    "relative_to": {"walk_up"},  # pathlib, 3.12
    "glob": {"case_sensitive", "recurse_symlinks"},
    "rglob": {"case_sensitive", "recurse_symlinks"},
    "match": {"case_sensitive"},
    "NamedTemporaryFile": {"delete_on_close"},  # tempfile, 3.12
    "TemporaryDirectory": {"delete"},
    "read_text": {"newline"},  # pathlib, 3.13
    "reduce": {"initial"},  # functools, 3.14
    "map": {"strict"},  # 3.14
}
NAMES = {
    "asyncio": {"eager_task_factory", "QueueShutDown"},
    "calendar": {"Month", "Day", "JANUARY"},
    "collections.abc": {"Buffer"},
    "copy": {"replace"},
    "inspect": {"BufferFlags", "markcoroutinefunction", "getasyncgenstate"},
    "itertools": {"batched"},
    "logging": {"getHandlerByName", "getHandlerNames"},
    "math": {"fma", "sumprod"},
    "os": {"listdrives", "process_cpu_count", "unshare", "setns"},
    "os.path": {"isjunction", "isreserved", "splitroot", "ALLOW_MISSING"},
    "queue": {"ShutDown"},
    "random": {"binomialvariate"},
    "sys": {"monitoring", "activate_stack_trampoline"},
    "tarfile": {"data_filter", "tar_filter", "fully_trusted_filter", "FilterError"},
    "threading": {"setprofile_all_threads", "settrace_all_threads"},
    "types": {"get_original_bases", "CapsuleType"},
    "typing": {
        "NoDefault",
        "ReadOnly",
        "TypeAliasType",
        "TypeIs",
        "override",
        "get_protocol_members",
    },
    "warnings": {"deprecated"},
}


@law(*PYTHON, breach=("tests/infrastructure/a.py", "archive.extractall(there, filter='data')"))
def no_argument_is_younger_than_the_oldest_python(source: Source) -> Iterator[str]:
    """Python 3.11.0 has to know it; `getattr` asks for what may be missing."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            given = {keyword.arg for keyword in node.keywords}
            for name in sorted(given & ARGUMENTS.get(called(node), set())):
                yield f"line {node.lineno}: {ast.unparse(node.func)}({name}=)"


@law(*PYTHON, breach=("bench/a.py", "from itertools import batched"))
def no_name_is_younger_than_the_oldest_python(source: Source) -> Iterator[str]:
    """Python 3.11.0 has to know it; `getattr` asks for what may be missing."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom):
            taken = {name.name for name in node.names} & NAMES.get(node.module or "", set())
        elif isinstance(node, ast.Attribute):
            taken = {node.attr} & NAMES.get(ast.unparse(node.value), set())
        else:
            continue
        yield from (f"line {node.lineno}: {name}" for name in sorted(taken))
