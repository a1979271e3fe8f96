"""The project's own Python environment, `.venv` in the repository's root.

In: the name of a lock in `requirements/`. Out: a `.venv` that holds just that lock's packages, and the variables to run
its programs with. The folder is made anew whenever the lock or Python's version has changed, and after an
installation that broke off; otherwise nothing is touched. Whatever cannot be done ends in one message on stderr.

Only Python itself is needed, and even a Python that is too old must be able to read this file: so no newer syntax here,
not even in annotations.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed"
PROGRAMS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")

LOCKS = ("site", "receive", "test")

PYTHON_NEEDED = (3, 11)  # what the hooks are written in
PYTHON_TOO_NEW = (3, 15)  # some of the locked packages are not made for it yet
OTHER_PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11")

# Set by a parent, these would lead Python or pip away from `.venv`.
MISLEADING = ("PYTHONHOME", "PYTHONPATH", "PIP_PREFIX", "PIP_ROOT", "PIP_TARGET", "PIP_USER")

NO_NETWORK = ("NewConnectionError", "NameResolutionError", "ConnectTimeoutError", "ProxyError", "ConnectionResetError")


def fail(message: str) -> None:
    """End the script with one message on stderr and exit code 1."""
    sys.exit("{}: {}".format(Path(sys.argv[0]).name, message))


def say(message: str) -> None:
    """Tell on stderr what is going on."""
    print(message, file=sys.stderr, flush=True)


def check_python() -> None:
    """Stop if this Python does not suit the locked packages, or lacks what makes an environment."""
    found = sys.version_info[:3]
    if not _suits(found):
        other = next((name for name in OTHER_PYTHONS if _suits(_version_of(name))), None)
        advice = "Run it with {} instead.".format(other) if other else "Install one and run it with that."
        wanted = "Python {} or newer, older than {}".format(_dotted(PYTHON_NEEDED), _dotted(PYTHON_TOO_NEW))
        fail("needs {}; found {}. {}".format(wanted, _dotted(found), advice))
    if importlib.util.find_spec("ensurepip") is None:
        fail("this Python cannot make virtual environments. On Debian or Ubuntu: apt install python3-venv")


def apart(name: str) -> None:
    """From here on use `.cache/venv-<name>`: for tools whose packages have no business beside the site's."""
    global VENV, STAMP, PROGRAMS, PYTHON  # noqa: PLW0603, a script has one environment
    VENV = ROOT / ".cache" / ("venv-" + name)
    STAMP = VENV / "installed"
    PROGRAMS = VENV / PROGRAMS.name
    PYTHON = PROGRAMS / PYTHON.name


def fingerprint(lock: str) -> str:
    """What `.venv` was made from: the lock's content, Python's version and the kind of machine."""
    parts = (_path(lock).read_bytes(), sys.version.encode(), sysconfig.get_platform().encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_current(lock: str) -> bool:
    """Whether `.venv` holds the packages of `lock`; each lock of LOCKS holds all packages of those before it."""
    if not (PYTHON.exists() and STAMP.exists()):
        return False
    enough = LOCKS[LOCKS.index(lock) :] if lock in LOCKS else (lock,)
    return STAMP.read_text(encoding="ascii") in {fingerprint(one) for one in enough}


def prepare(lock: str) -> None:
    """Make `.venv` hold the packages of `requirements/<lock>.txt`; does nothing if it does already."""
    check_python()
    if is_current(lock):
        return
    say("Installing requirements/{}.txt into {}; this takes a minute.".format(lock, VENV.name))
    try:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        fail("could not make {}: {}".format(VENV, error))
    _install(lock)
    STAMP.write_text(fingerprint(lock), encoding="ascii")  # last, so that a broken off installation leaves none


def variables() -> dict:
    """The environment variables to run programs of `.venv` with, whatever the parent had set or activated."""
    kept = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    return {
        **kept,
        "VIRTUAL_ENV": str(VENV),
        "PATH": os.pathsep.join([str(PROGRAMS), os.environ.get("PATH", os.defpath)]),
        "PYTHONUTF8": "1",  # the texts are UTF-8 on every system
        "NO_MKDOCS_2_WARNING": "1",  # the theme's notice about its own future; it is not about this site
    }


def run(*arguments: str, **extra: str) -> int:
    """Run `python <arguments>` of `.venv` in the repository's root, with `extra` variables; its exit code."""
    return _run([str(PYTHON), *arguments], extra)


def program(name: str, *arguments: str) -> int:
    """As `run`, for a program of `.venv` that is no Python module."""
    return _run([str(PROGRAMS / (name + (".exe" if os.name == "nt" else ""))), *arguments], {})


def _run(command: list, extra: dict) -> int:
    try:
        return subprocess.run(command, cwd=str(ROOT), env={**variables(), **extra}).returncode
    except KeyboardInterrupt:
        return 130  # as a shell says that it was interrupted


def _install(lock: str) -> None:
    # No source packages: building one would fetch tools that no lock holds.
    options = ("--quiet", "--no-input", "--disable-pip-version-check", "--only-binary=:all:", "--require-hashes")
    command = [str(PYTHON), "-m", "pip", "install", *options, "-r", str(_path(lock))]
    result = subprocess.run(command, cwd=str(ROOT), env=variables(), stderr=subprocess.PIPE, encoding="utf-8")
    if result.returncode == 0:
        return
    if any(sign in result.stderr for sign in NO_NETWORK):
        fail("pip could not reach its package index: is there a network? Run this again when there is.")
    errors = [line for line in result.stderr.splitlines() if line.startswith("ERROR")] or result.stderr.splitlines()
    fail("pip could not install requirements/{}.txt:\n{}".format(lock, "\n".join(errors[-3:])))


def _path(lock: str) -> Path:
    return ROOT / "requirements" / (lock + ".txt")


def _suits(version: tuple) -> bool:
    return PYTHON_NEEDED <= version < PYTHON_TOO_NEW


def _dotted(version: tuple) -> str:
    return ".".join(str(part) for part in version)


def _version_of(name: str) -> tuple:
    path = shutil.which(name)
    if path is None:
        return ()
    command = [path, "-c", "import sys; print(*sys.version_info[:3])"]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, universal_newlines=True)
    return tuple(int(part) for part in result.stdout.split())
