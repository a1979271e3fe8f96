"""Under `serve`, edited code takes effect with the next build. Tried on a copy of the hooks, in another process."""

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

HOOKS = Path(__file__).parents[2] / "hooks"

PROGRAM = """
    import importlib.util, sys
    from types import SimpleNamespace as Bag
    from pathlib import Path

    hooks = Path(sys.argv[1])
    spec = importlib.util.spec_from_file_location("hooks/main.py", hooks / "main.py")
    main = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(main)
    i18n = Bag(building=False)
    config = Bag(plugins={"i18n": i18n}, theme=type("Theme", (), {"get_env": None})())

    def build():
        main.on_config(config)
        from resolutions import problems
        return main.code.events.report.Problem is problems.Problem, getattr(problems, "MARK", 0)

    def save(text, path=hooks / "resolutions" / "problems.py"):
        path.write_text(text, encoding="utf-8")
        return text

    text = (hooks / "resolutions" / "problems.py").read_text(encoding="utf-8")
    print(build())
    events = main.code.events
    print(build(), main.code.events is events)
    save(text + "MARK = 1\\n")
    i18n.building = True
    print(build(), "inside")
    i18n.building = False
    print(build(), "after one save")
    save(text + "MARK = 2\\n")
    print(build(), "after a save of the same size")
    save(text + "MARK = (\\n")
    for _ in range(2):
        try:
            build()
        except SyntaxError:
            print("broken")
    save(text + "MARK = 3\\n")
    print(build(), "mended")
    print(sorted(path.name for path in hooks.rglob("*.pyc") if path.parent.parent != hooks))
"""


def test_an_edit_takes_effect_after_one_save(tmp_path):
    shutil.copytree(HOOKS, tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-c", textwrap.dedent(PROGRAM), str(tmp_path / "hooks")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "(True, 0)",
        "(True, 0) True",
        "(True, 0) inside",
        "(True, 1) after one save",
        "(True, 2) after a save of the same size",
        "broken",
        "broken",
        "(True, 3) mended",
        "[]",
    ]
