"""What people and machines run: the environment, the browser, the locks, the workflows."""

import ast
import json
import os
import re
import subprocess
import sys
import tarfile
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest
import yaml

import _browser as browser
import _environment as environment

ROOT = Path(__file__).parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
DECLARED = sorted((ROOT / "requirements").glob("*.in"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SCRIPTS = [path for path in sorted((ROOT / "scripts").iterdir()) if path.is_file() and not path.suffix]


def named(path: Path) -> str:
    return path.name


# The environment


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A repository in which `.venv` has a Python, made from the lock `site`."""
    for name in ("ROOT", "VENV", "STAMP", "PYTHON"):
        path = getattr(environment, name)
        monkeypatch.setattr(environment, name, tmp_path / path.relative_to(ROOT))
    (tmp_path / "requirements").mkdir()
    for lock in ("site", "receive", "test"):
        (tmp_path / "requirements" / f"{lock}.txt").write_text(f"{lock}==1\n")
    environment.PYTHON.parent.mkdir(parents=True)
    environment.PYTHON.touch()
    environment.STAMP.write_text(environment.fingerprint("site"))
    return tmp_path


@pytest.fixture
def installed(monkeypatch):
    """The locks that were installed, instead of installing them."""
    done = []

    def create(builder, folder):
        assert builder.clear, "what an older lock left behind would stay"
        assert builder.with_pip
        assert folder == environment.VENV

    monkeypatch.setattr(environment.venv.EnvBuilder, "create", create)
    monkeypatch.setattr(environment, "_install", done.append)
    return done


def test_current_environment_is_left_alone(place, installed):
    environment.prepare("site")
    assert installed == []


def test_changed_lock_is_installed_once(place, installed):
    (place / "requirements" / "site.txt").write_text("site==2\n")
    environment.prepare("site")
    environment.prepare("site")
    assert installed == ["site"]


def test_other_python_is_installed_for(place, installed, monkeypatch):
    monkeypatch.setattr(sys, "version", "3.99")
    environment.prepare("site")
    assert installed == ["site"]


def test_site_lock_does_not_serve_the_tests_but_theirs_serves_the_site(place, installed):
    environment.prepare("test")
    environment.prepare("site")
    assert installed == ["test"]


def test_broken_off_installation_is_repeated(place, installed, monkeypatch):
    (place / "requirements" / "site.txt").write_text("site==2\n")
    with monkeypatch.context() as patch:
        patch.setattr(environment, "_install", lambda lock: environment.fail("no network"))
        with pytest.raises(SystemExit):
            environment.prepare("site")
    environment.prepare("site")
    assert installed == ["site"]


def test_missing_python_is_installed_again(place, installed):
    environment.PYTHON.unlink()
    environment.prepare("site")
    assert installed == ["site"]


@pytest.mark.parametrize("version", [(3, 9, 18), (3, 10, 14), (3, 15, 0)])
def test_unsuitable_python_is_named(monkeypatch, version):
    monkeypatch.setattr(sys, "version_info", (*version, "final", 0))
    monkeypatch.setattr(environment, "_version_of", lambda name: ())
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 .* found " + re.escape(".".join(map(str, version)))):
        environment.check_python()


def test_suitable_python_elsewhere_is_advised(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 18, "final", 0))
    monkeypatch.setattr(environment, "_version_of", lambda name: (3, 12, 1) if name == "python3.12" else ())
    with pytest.raises(SystemExit, match=r"Run it with python3\.12"):
        environment.check_python()


def test_missing_venv_is_named(monkeypatch):
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        environment.check_python()


@pytest.mark.parametrize(
    ("stderr", "message"),
    [
        ("WARNING: Retrying after connection broken by 'NewConnectionError(...)'", "is there a network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "DO NOT MATCH THE HASHES"),
    ],
)
def test_failing_pip_is_explained(place, monkeypatch, stderr, message):
    answer = subprocess.CompletedProcess([], 1, stderr=stderr)
    monkeypatch.setattr(environment.subprocess, "run", lambda *arguments, **options: answer)
    with pytest.raises(SystemExit, match=message):
        environment._install("site")


def test_parents_settings_do_not_lead_away(monkeypatch):
    for name in ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "PIP_PREFIX", "PIP_TARGET", "PIP_USER"):
        monkeypatch.setenv(name, "elsewhere")
    variables = environment.variables()
    assert "elsewhere" not in variables.values()
    assert variables["PATH"].startswith(str(environment.PROGRAMS))


def test_message_is_all_that_a_failing_script_says(tmp_path):
    """One line, no traceback, whatever Python it is run with."""
    code = "import sys; sys.version_info = (3, 7, 0); import _environment; _environment.prepare('site')"
    script = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert script.returncode == 1
    assert script.stderr.count("\n") == 1


@pytest.mark.parametrize("script", [*SCRIPTS, *(ROOT / "scripts").glob("_*.py")], ids=named)
def test_old_python_can_read_what_tells_it_that_it_is_old(script):
    ast.parse(script.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_other_packages_lie_elsewhere(monkeypatch):
    for name in ("VENV", "STAMP", "PROGRAMS", "PYTHON"):
        monkeypatch.setattr(environment, name, getattr(environment, name))
    former = environment.PYTHON
    environment.apart("tools")
    assert environment.VENV.parent == ROOT / ".cache"
    assert environment.VENV / former.relative_to(ROOT / ".venv") == environment.PYTHON
    assert environment.variables()["VIRTUAL_ENV"] == str(environment.VENV)


# The built site takes the place of the former one


def load(name: str):
    """A script that has no extension, as a module."""
    loader = SourceFileLoader(name, str(ROOT / "scripts" / name))
    module = module_from_spec(spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


@pytest.fixture
def build(tmp_path, monkeypatch):
    module = load("build")
    for name in ("SITE", "FRESH", "FORMER"):
        monkeypatch.setattr(module, name, tmp_path / name)
    (module.SITE / "deep").mkdir(parents=True)
    (module.SITE / "old").touch()
    return module


def made(build, code):
    def run(*arguments, **variables):
        build.FRESH.mkdir()
        (build.FRESH / "new").touch()
        return code

    return run


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_site_takes_the_place_of_the_former(build, monkeypatch, tmp_path):
    monkeypatch.setattr(build.environment, "run", made(build, 0))
    assert build.build() == 0
    assert build.build() == 0
    assert names(build.SITE) == ["new"]
    assert names(tmp_path) == ["SITE"]


def test_a_build_that_fails_leaves_the_site(build, monkeypatch):
    monkeypatch.setattr(build.environment, "run", made(build, 1))
    assert build.build() == 1
    assert names(build.SITE) == ["deep", "old"]


def test_a_site_in_use_is_left_and_the_new_one_named(build, monkeypatch):
    monkeypatch.setattr(build.environment, "run", made(build, 0))
    replace = os.replace

    def refuse(source, target):
        if source == str(build.FRESH):
            raise PermissionError(13, "it is in use")
        replace(source, target)

    monkeypatch.setattr(build.os, "replace", refuse)
    with pytest.raises(SystemExit, match=r"it is in use\. The new site lies in .*FRESH"):
        build.build()
    assert names(build.SITE) == ["deep", "old"]
    assert names(build.FRESH) == ["new"]


# An earlier commit is published again


@pytest.fixture
def earlier(tmp_path, monkeypatch):
    """A repository with two commits on its branch, and one that the branch never had."""
    module = load("earlier")
    monkeypatch.setattr(module.environment, "ROOT", tmp_path)
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")

    def commit(name):
        (tmp_path / name).touch()
        module.git("add", name)
        module.git(*settings, "commit", "--quiet", "-m", name)
        return module.git("rev-parse", "HEAD").stdout.strip()

    module.git("init", "--quiet")
    module.first, module.last = commit("first"), commit("last")
    module.git("checkout", "--quiet", "--detach", module.first)
    module.foreign = commit("foreign")
    module.git("checkout", "--quiet", "--detach", module.last)
    return module


def test_only_what_the_branch_has_had_is_published_again(earlier):
    assert earlier.refusal(earlier.first) == ""
    assert earlier.refusal(earlier.last) == ""
    assert "no commit of this branch" in earlier.refusal(earlier.foreign)
    assert "no commit of this branch" in earlier.refusal("0" * 40)
    for wrong in ("", "HEAD~1", earlier.first[:12], "--help", earlier.first + "\n", earlier.first.upper()):
        assert "whole id" in earlier.refusal(wrong) or wrong == earlier.first


def test_changes_are_not_overwritten(earlier, tmp_path):
    (tmp_path / "first").write_text("changed")
    assert "changes" in earlier.refusal(earlier.first)


# Every system can hold the files

RESERVED = re.compile(r"(?i)(^|/)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.[^/]*)?(/|$)|[<>:\"\\|?*]|[ .](/|$)")


def test_every_system_can_hold_the_files():
    """Windows and macOS take A and a for one; Windows keeps some names and signs to itself, and likes short paths."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    tracked = listed.stdout.rstrip("\0").split("\0")
    assert len(tracked) > 300
    assert [name for name in tracked if RESERVED.search(name) or len(name) > 150] == []
    assert len({name.casefold() for name in tracked}) == len(tracked)
    assert [name for name in ("a/con/b", "aux.txt", "a:b", "a /b", "x.") if not RESERVED.search(name)] == []


# The browser


@pytest.fixture
def machine(monkeypatch):
    """A machine without any browser; the test says what each source yields. Yields the sources that were asked."""
    asked = []
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setattr(browser, "starts", lambda path: not path.startswith("broken"))

    def yields(**paths):
        for source in ("_playwrights", "_on_path", "_downloaded", "_from_apt"):
            found = [paths[source]] if source in paths else [None]
            monkeypatch.setattr(browser, source, lambda source=source, found=found: asked.append(source) or found)
        return asked

    return yields


def test_browser_at_hand_comes_before_a_download(machine):
    asked = machine(_on_path="here", _downloaded="there")
    assert browser.find() == "here"
    assert asked == ["_playwrights", "_on_path"]


def test_browser_that_does_not_start_is_passed_over(machine):
    machine(_playwrights="broken", _on_path="broken", _from_apt="installed")
    assert browser.find() == "installed"


def test_no_browser_is_an_empty_answer(machine):
    asked = machine()
    assert browser.find() == ""
    assert asked == ["_playwrights", "_on_path", "_downloaded", "_from_apt"]


def test_named_browser_is_taken_or_refused(machine, monkeypatch):
    asked = machine(_on_path="here")
    monkeypatch.setenv(browser.VARIABLE, "mine")
    assert (browser.find(), asked) == ("mine", [])
    monkeypatch.setenv(browser.VARIABLE, "broken")
    with pytest.raises(SystemExit, match="broken, which does not start"):
        browser.find()


def test_starts_asks_the_program():
    assert browser.starts(sys.executable)
    assert not browser.starts(str(ROOT / "README.md"))


# The locks


@pytest.mark.parametrize("lock", LOCKS, ids=named)
def test_lock_names_no_index(lock):
    assert not re.search(r"://|--(extra-)?index-url[ =]|--find-links|@ ", lock.read_text())


@pytest.mark.parametrize("lock", LOCKS, ids=named)
def test_lock_pins_and_hashes_everything(lock):
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^#.*\n", "", lock.read_text()).strip())
    assert len(entries) > 10
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==\S+ (; .* )?\\\n +--hash=sha256:[0-9a-f]{64}", entry), entry


def pins(lock: Path) -> set:
    return set(re.findall(r"(?m)^[a-z0-9-]+==\S+", lock.read_text()))


def test_tests_run_with_the_sites_versions():
    assert pins(ROOT / "requirements" / "site.txt") < pins(ROOT / "requirements" / "test.txt")


@pytest.mark.parametrize("declared", DECLARED, ids=named)
def test_every_dependency_is_locked_and_says_why(declared):
    lines = [line for line in declared.read_text().splitlines() if line and not line.startswith(("#", "-"))]
    locked = {pin.split("==")[0] for pin in pins(declared.with_suffix(".txt"))}
    assert lines
    for line in lines:
        declaration = re.fullmatch(r"(?P<name>[A-Za-z0-9-]+)[=<>]\S*  # (?P<reason>.+)", line)
        assert declaration, line
        assert declaration["name"].lower() in locked


# The audit


@pytest.fixture
def audited(monkeypatch):
    """The audit, and what it would run: programs by name, modules by `-m`."""
    module, ran = load("audit"), []
    monkeypatch.setattr(module.environment, "run", lambda *given, **_: ran.append(given) or 0)
    monkeypatch.setattr(module.environment, "program", lambda *given: ran.append(given) or 0)
    return module, ran


def test_workflows_and_every_lock_are_audited(audited):
    module, ran = audited
    assert module.audit() == 0
    assert ran[0] == ("zizmor", ".github")
    assert {given[-1] for given in ran[1:]} == {path.relative_to(ROOT).as_posix() for path in LOCKS}
    assert all({"pip_audit", "--strict", "--require-hashes"} <= set(given) for given in ran[1:])
    ran.clear()
    assert module.audit("--offline") == 0
    assert ran == [("zizmor", "--offline", ".github")]


def test_what_the_audit_finds_fails_it(audited, monkeypatch):
    module, _ = audited
    monkeypatch.setattr(module.environment, "program", lambda *_: 14)
    assert module.audit("--offline") == 1


def test_a_program_is_the_environment_s_own(monkeypatch, tmp_path):
    """zizmor is a program and no module: `python -m zizmor` finds nothing."""
    (tmp_path / environment.PYTHON.name).symlink_to(sys.executable)
    monkeypatch.setattr(environment, "PROGRAMS", tmp_path)
    assert environment.program(Path(environment.PYTHON.name).stem, "-c", "raise SystemExit(3)") == 3
    with pytest.raises(FileNotFoundError):
        environment.program("nothing-of-ours")


# What is published and released


def test_a_packed_site_is_whole_and_always_the_same(tmp_path, monkeypatch):
    module, contents = load("pack"), []
    for name, moment in (("one", 1), ("two", 10**9)):
        site = tmp_path / name
        (site / ".well-known").mkdir(parents=True)
        for path in (site / "index.html", site / ".well-known" / "security.txt"):
            path.write_text("x")
            os.utime(path, (moment, moment))
            path.chmod(0o600 if moment == 1 else 0o666)
        monkeypatch.setattr(module, "SITE", site)
        for compressed in (False, True):
            module.pack(tmp_path / f"{name}.{compressed}", compressed)
            contents.append((tmp_path / f"{name}.{compressed}").read_bytes())
    assert contents[:2] == contents[2:]
    with tarfile.open(tmp_path / "one.True") as archive:
        entries = archive.getmembers()
    assert [one.name for one in entries] == ["./.well-known", "./.well-known/security.txt", "./index.html"]
    assert {(one.uid, one.gid, one.uname, one.gname) for one in entries} == {(0, 0, "", "")}


def test_a_release_passes_names_as_names(monkeypatch, tmp_path):
    """A tag may be called anything, --help among it; none of it is an option, and no shell reads it."""
    module = load("release")
    monkeypatch.setenv("RUN", "12")
    monkeypatch.setenv("TAG", "--help; rm")
    for name in ("b", "a"):
        (tmp_path / name).touch()
    assert module.command("--fetch", "x") == ["gh", "run", "download", "12", "--name", "release", "--dir", "x"]
    made = module.command("--publish", str(tmp_path))
    assert made[made.index("--") :] == ["--", "--help; rm", str(tmp_path / "a"), str(tmp_path / "b")]
    assert "--verify-tag" in made


# What machines run


def steps(workflow: Path):
    jobs = yaml.safe_load(workflow.read_text())["jobs"].values()
    return [step for job in jobs for step in job["steps"]]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=named)
def test_actions_are_pinned_and_say_which_version(workflow):
    used = re.findall(r"uses: *(.*)", workflow.read_text())
    assert len(used) == sum("uses" in step for step in steps(workflow)) > 0
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=named)
def test_workflow_may_do_no_more_than_it_needs(workflow):
    content = yaml.safe_load(workflow.read_text())
    signs = {"contents": "write", "id-token": "write", "attestations": "write"}
    allowed = {("publish", "deploy"): {"pages": "write", "id-token": "write"}, ("release", "release"): signs}
    assert content["permissions"] in ({}, {"contents": "read"})
    for name, job in content["jobs"].items():
        assert job["timeout-minutes"] <= (120 if workflow.stem == "thorough" else 30)
        writes = {key: value for key, value in job.get("permissions", {}).items() if value != "read"}
        assert writes == allowed.get((workflow.stem, name), {})


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=named)
def test_workflow_keeps_no_credentials_and_runs_only_our_scripts(workflow):
    for step in steps(workflow):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False
        if "run" in step:  # so nothing that others wrote can end up in a shell
            assert re.fullmatch(r"(python )?scripts/[a-z_]+( [A-Za-z0-9_./-]+)*", step["run"])


def test_every_lock_is_renewed_after_a_wait():
    """Each folder with a lock, an action or an image is looked after, and takes nothing that is not a week old."""
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text())["updates"]
    assert {(one["package-ecosystem"], one["directory"]) for one in updates} == {
        ("uv", "/requirements"),
        ("npm", "/requirements/node"),
        ("npm", "/requirements/peers"),
        ("github-actions", "/"),
        ("docker", "/.devcontainer"),
    }
    assert all(one["cooldown"]["default-days"] >= 7 and one["schedule"]["interval"] == "weekly" for one in updates)
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    locks = re.compile(r"(^|/)(Dockerfile|package-lock\.json|uv\.lock|requirements/[^/]*\.txt)$")
    folders = {"/" + name.rpartition("/")[0] for name in listed.stdout.split("\0") if locks.search(name)}
    assert folders == {one["directory"] for one in updates} - {"/"}


def test_node_s_lock_has_a_hash_for_everything():
    lock = json.loads((ROOT / "requirements" / "node" / "package-lock.json").read_text())
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert len(packages) > 10
    for name, one in packages.items():
        assert one["integrity"].startswith("sha512-"), name
        assert re.fullmatch(r"\d+\.\d+\.\d+.*", one["version"]), name
        assert "resolved" not in one, name


def test_long_checks_run_each_week():
    """What takes too long for each change, the way out among it, and what becomes known without any change here."""
    wanted = {
        "thorough": {"fuzz", "bench", "way_out", "measure_site", "screenshots"},
        "audit": {"audit"},
        "links": {"check_links"},
    }
    for name, scripts in wanted.items():
        path = ROOT / ".github" / "workflows" / f"{name}.yml"
        assert re.fullmatch(r"\d+ \d+ (\* \* 1|2 \* \*)", yaml.safe_load(path.read_text())[True]["schedule"][0]["cron"])
        ran = {re.sub(r"^(python )?scripts/(\w+).*", r"\2", step["run"]) for step in steps(path) if "run" in step}
        assert scripts <= ran, name
    everywhere = [step["run"].split()[0] for path in WORKFLOWS for step in steps(path) if "run" in step]
    assert everywhere.count("scripts/fuzz") == 1, "once a week is enough"


def test_an_earlier_site_can_be_had_again():
    """The last sites are kept, an earlier commit can be published, and the deployment alone can be run again."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "publish.yml").read_text())
    assert "commit" in workflow[True]["workflow_dispatch"]["inputs"]
    kept = [
        step["with"]
        for step in steps(ROOT / ".github/workflows/publish.yml")
        if "upload-artifact" in step.get("uses", "")
    ]
    assert {one["name"].split("-")[0] for one in kept} == {"github", "site"}
    assert all(one["retention-days"] == 90 for one in kept)
    assert "scripts/earlier" in [step.get("run") for step in workflow["jobs"]["build"]["steps"]]
    assert workflow["jobs"]["deploy"]["needs"] == "build"


def test_a_release_says_what_it_is_made_of_and_by_whom():
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text())["jobs"]
    assert "scripts/audit --bom release" in [step.get("run") for step in jobs["build"]["steps"]]
    names = [step.get("uses", step.get("run", "")).split("@")[0] for step in jobs["release"]["steps"]]
    assert names.index("actions/attest-build-provenance") < names.index("scripts/release --publish release")
    assert "id-token" not in str(jobs["build"]["permissions"]), "what builds the site cannot sign"


FORMS = ("bug", "wording", "wrong-link", "wrong-text")


@pytest.mark.parametrize("name", FORMS)
def test_forms_ask_in_both_languages(name):
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml").read_text(encoding="utf-8"))
    assert {path.stem for path in (ROOT / ".github" / "ISSUE_TEMPLATE").iterdir()} == {*FORMS, "config"}
    said = [form["name"], form["description"]]
    said += [
        part["attributes"][key]
        for part in form["body"]
        for key in ("label", "description")
        if key in part["attributes"]
    ]
    for text in said:
        english, _, arabic = text.partition("\u00b7")
        assert re.search("[A-Za-z]{2}", english) and re.search("[\u0621-\u064a]{2}", arabic), text
    ids = [part["id"] for part in form["body"]]
    assert len(ids) == len(set(ids)) > 2
    assert any(part.get("validations", {}).get("required") for part in form["body"])


def test_each_owner_s_path_is_there():
    lines = (ROOT / ".github" / "CODEOWNERS").read_text().splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    assert rules[0][0] == "*"
    for path, *owners in rules:
        assert owners and all(re.fullmatch(r"@[a-z-]+/[a-z-]+", owner) for owner in owners)
        assert path == "*" or (ROOT / path.strip("/")).exists(), path


def test_quick_checks_run_what_the_environment_has():
    """The hooks of pre-commit: no repository of others, the programs of .venv, and scripts that are there."""
    repositories = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"]
    assert [one["repo"] for one in repositories] == ["local"]
    for hook in repositories[0]["hooks"]:
        program, *arguments = hook["entry"].split()
        assert hook["language"] == "system"
        if program == ".venv/bin/python":
            assert arguments[:2] == ["-m", "ruff"]
        else:
            assert os.access(ROOT / program, os.X_OK), program


def test_the_container_has_what_the_commands_need():
    settings = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text())
    image = (ROOT / ".devcontainer" / settings["build"]["dockerfile"]).read_text()
    found = re.search(r"^FROM python:(\d+)\.(\d+)-", image, re.M)
    assert environment.PYTHON_NEEDED <= (int(found[1]), int(found[2])) < environment.PYTHON_TOO_NEW
    assert {"chromium", "git"} <= set(image.split())
    assert f"USER {settings['remoteUser']}\n" in image
    script, chosen = settings["postCreateCommand"].split()
    assert (ROOT / script).is_file() and (ROOT / chosen).is_file()


def test_the_citation_names_the_licences_that_are_there():
    found = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert found["cff-version"] == "1.2.0" and {"title", "message", "authors", "type"} <= set(found)
    assert set(found["license"]) <= {path.stem for path in (ROOT / "LICENSES").iterdir()}
    assert found["repository-code"] in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def test_ci_runs_the_tests():
    assert re.search(r"(?m)^exec scripts/test\b", (ROOT / ".ci" / "run").read_text())


@pytest.mark.parametrize("script", [*SCRIPTS, ROOT / ".ci" / "run"], ids=named)
def test_script_is_executable(script):
    listed = subprocess.run(
        ["git", "ls-files", "--stage", "--", str(script)], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert listed.stdout.startswith("100755")


def test_every_licence_in_use_has_its_text():
    named_licences = set(re.findall(r'SPDX-License-Identifier = "(.+)"', (ROOT / "REUSE.toml").read_text()))
    assert named_licences == {path.stem for path in (ROOT / "LICENSES").iterdir()}
