"""What `./run check` does: every check, cheap before dear, all of them even after one failed."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
LOCKS = ("requirements.txt", "requirements-s3.txt", "requirements-dev.txt", "package-lock.json")

PRODUCTION = {
    "DEPLOYMENT": "production",
    "SITE_URL": "https://mentorship.example",
    "SECRET_KEY": "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRST",
    "EMAIL_HOST": "mail.mentorship.example",
    "DEFAULT_FROM_EMAIL": "letters@mentorship.example",
}

CHECKS: dict[str, list[str]] = {
    "locks": [PYTHON, __file__, "locks"],
    "format": [PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."],
    "lint": [PYTHON, "-m", "ruff", "check", "--quiet", "."],
    "bash": ["bash", "-n", "run", ".ci/run"],
    "contracts": [PYTHON, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
    "templates": [PYTHON, "-m", "djlint", "templates", "--lint", "--quiet"],
    "scripts": [PYTHON, "-m", "tests.infrastructure.node", "tsc", "--project", "tsconfig.json"],
    "migrations": [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"],
    "deployment": [PYTHON, "manage.py", "check", "--deploy", "--fail-level=WARNING"],
    "types": [PYTHON, "-m", "mypy"],
}


def main() -> int:
    """Run all checks; the exit code is 1 when one of them found something."""
    failed = []
    with tempfile.TemporaryDirectory(prefix="mentorship-check-") as state:
        for name, command in CHECKS.items():
            began = time.monotonic()
            own = PRODUCTION if name == "deployment" else {}
            done = subprocess.run(  # noqa: S603 - the commands above
                command, cwd=ROOT, env=environment(state, own), check=False
            )
            if done.returncode:
                failed.append(name)
            verdict = "failed" if done.returncode else "ok"
            sys.stdout.write(f"{name:<12}{verdict:<8}{time.monotonic() - began:5.1f} s\n")
            sys.stdout.flush()
    sys.stdout.write(f"\n{len(CHECKS) - len(failed)} of {len(CHECKS)} checks passed.\n")
    if failed:
        sys.stdout.write(f"Failed: {', '.join(failed)}.\n")
    return 1 if failed else 0


def environment(state: str, own: dict[str, str]) -> dict[str, str]:
    """Nothing of what is set here may change what a check sees, but where programs are."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "STATE_DIR": state, **own}


def locks() -> int:
    """The locks pin by hash and name no address, so that they install from anywhere."""
    named = [name for name in LOCKS if "://" in (ROOT / name).read_text()]
    for name in named:
        sys.stderr.write(f"{name} holds an address. Write it anew: ./run lock\n")
    return 1 if named else 0


if __name__ == "__main__":
    sys.exit(locks() if sys.argv[1:] == ["locks"] else main())
