"""What `scripts/measure_site` runs: axe-core, the Nu HTML checker, Lighthouse and scales.

In: which of them. Out: a line for each thing that falls short, figures, and with `--json` all of it in a file.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import _kinds
import _weight

NODE = _kinds.ROOT / ".cache" / "node" / "node_modules"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PORT = 8137  # the same in the pages' own addresses
# HTML, "link type expect": such a link may block the first paint too; the checker has not heard of it yet.
NU_UNAWARE = "A “link” element with a “blocking” attribute must have a “rel” attribute whose value is “stylesheet”."
TRIES = 3  # at most, for the performance of a page: the best counts, since other work on a machine only ever slows it


def axe(base: str, browser, only: str = "") -> list:
    """A line for each violation, whatever its level."""
    script, found = (NODE / "axe-core" / "axe.min.js").read_text(encoding="utf-8"), []
    views = [(kind, "") for kind in _kinds.KINDS] + [(kind, name) for name, (kind, *_) in _kinds.DIALOGS.items()]
    for theme in _kinds.THEMES:
        for width in _kinds.WIDTHS.values():
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=theme, reduced_motion="reduce", bypass_csp=True
            )
            for interface in _kinds.INTERFACES:
                for kind, dialog in views:
                    name = f"{kind} {dialog} {interface} {width} {theme}"
                    if only not in name:
                        continue
                    page = context.new_page()
                    page.goto(base + _kinds.address(kind, interface), wait_until="networkidle")
                    if dialog:
                        _kinds.open_dialog(page, dialog)
                    page.evaluate(script)
                    for one in page.evaluate("axe.run({ rules: { 'target-size': { enabled: true } } })")["violations"]:
                        nodes = "; ".join(" ".join(map(str, node["target"])) for node in one["nodes"][:4])
                        found.append(f"axe: {name}: {one['id']} ({one['impact']}, {len(one['nodes'])}): {nodes}")
                        print(f"  {found[-1]}", flush=True)
                    page.close()
            context.close()
            print(f"  axe: {theme}, {width} px: done", flush=True)
    return found


def nu(site: Path) -> list:
    """A line for each error of the Nu HTML checker on all pages, but for one that the HTML standard does not know."""
    jar = NODE / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if shutil.which("java") is None:
        sys.exit("measure_site: --nu needs Java.")
    command = ["java", "-Xss4m", "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "json", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    messages = json.loads(done.stderr or done.stdout)["messages"]
    return [
        f"nu: {one.get('url', '').partition('/site/')[2]}:{one.get('lastLine', '')}: {one['message']}"
        for one in messages
        if one["message"] != NU_UNAWARE
    ]


def lighthouse(base: str, only: str = "") -> tuple:
    """Lines for each category below 100, and the scores by page; performance: the best of `TRIES`."""
    found, scores = [], {}
    for interface in _kinds.INTERFACES:
        for kind in _kinds.KINDS:
            name = f"{kind} {interface}"
            if only not in name or (kind == "not-found" and interface != "en"):
                continue
            best, short = {}, {}
            for _ in range(TRIES):
                report = _lighthouse(base + _kinds.address(kind, interface))
                for category in CATEGORIES:
                    score = round(100 * (report["categories"][category]["score"] or 0))
                    if score > best.get(category, -1):
                        best[category], short[category] = score, _short(report, category)
                if best["performance"] == 100:
                    break
            scores[name] = best
            print(f"  {name}: {' / '.join(str(best[one]) for one in CATEGORIES)}", flush=True)
            found += [
                f"lighthouse: {name}: {one} {best[one]}: {', '.join(short[one])}"
                for one in CATEGORIES
                if best[one] < 100
            ]
    return found, scores


def _lighthouse(address: str) -> dict:
    # The last: without a graphics card a frame is at times put off by whole seconds, of which the page knows nothing.
    flags = " ".join(["--headless=new", *_kinds.FLAGS, "--run-all-compositor-stages-before-draw"])
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.json"
        command = ["node", str(NODE / "lighthouse" / "cli" / "index.js"), address, "--quiet", "--output=json"]
        command += [f"--output-path={target}", f"--chrome-flags={flags}", "--no-enable-error-reporting"]
        environment = {**os.environ, "CHROME_PATH": os.environ["MUQABALA_CHROMIUM"]}
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
        return json.loads(target.read_text(encoding="utf-8"))


def _short(report: dict, category: str) -> list:
    """The audits that cost points."""
    weighed = {one["id"] for one in report["categories"][category]["auditRefs"] if one["weight"]}
    audits = [one for name, one in report["audits"].items() if name in weighed and one["score"] not in (None, 1)]
    return [f"{one['id']} {one.get('displayValue', '')}".strip() for one in audits]


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/measure_site", description=__doc__)
    for name in ("axe", "nu", "lighthouse", "weight"):
        parser.add_argument(f"--{name}", action="store_true")
    parser.add_argument("--json", type=Path, help="write all findings and figures to this file")
    parser.add_argument("--only", default="", help="only pages whose description has these words: `clause-notes ar`")
    given = parser.parse_args()
    everything = not (given.axe or given.nu or given.lighthouse or given.weight)
    found, figures = [], {}
    with tempfile.TemporaryDirectory() as folder:
        site = _kinds.whole_site(Path(folder) / "measured", f"http://127.0.0.1:{PORT}/")
        if given.nu or everything:
            found += nu(site)
        with _kinds.served(site, PORT) as base:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=os.environ["MUQABALA_CHROMIUM"], args=list(_kinds.FLAGS)
                )
                if given.axe or everything:
                    found += axe(base, browser, given.only)
                if given.weight or everything:
                    short, figures["weight"] = _weight.measure(base, browser)
                    found += short
                browser.close()
            if given.lighthouse or everything:
                short, figures["lighthouse"] = lighthouse(base, given.only)
                found += short
    if given.json:
        text = json.dumps({"found": found, "figures": figures}, ensure_ascii=False, indent=1)
        given.json.write_text(text + "\n", encoding="utf-8")
    print("\n".join(found or ["Nothing falls short."]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
