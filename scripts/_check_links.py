"""What `scripts/check_links` does; the standard library suffices.

In: the built site, and what the last check found. Out: for each outward address its state, and since when it has it.
"""

import datetime
import html.parser
import http.client
import os
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "docs" / "records" / "links.yml"
AGENT = "Muqabala link check (once a month; {})"
PAUSE = 2.0  # seconds between two requests to one host
PATIENCE = 30  # seconds for one answer
HOPS = 6
HEAD = """\
# What scripts/check_links found when it last asked for each outward address. Written by it; not by hand.
"""
ENTRY = re.compile(
    r"""^  - \{address: "(?P<address>[^"]*)", state: (?P<state>[a-z]+), since: (?P<since>[0-9-]+)\}$""", re.M
)
REFUSING = {401, 403, 405, 406, 429, 503}  # there is a server, and it does not answer programs


class _Links(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attributes):
        address = dict(attributes).get("href") or ""
        rel = dict(attributes).get("rel") or ""
        if tag == "a" and re.match("https?://", address) and "nofollow" not in rel.split():
            self.found.add(address.partition("#")[0])


def outward(site, own=()):
    """Every address outside that a page of the built site leads to, in order; none that begins as one of `own`."""
    links = _Links()
    for path in sorted(Path(site).rglob("*.html")):
        links.feed(path.read_text(encoding="utf-8"))
    return sorted(one for one in links.found if not one.startswith(tuple(own)))


class _Kept(urllib.request.HTTPRedirectHandler):
    """Follows no redirection by itself, so that each can be looked at."""

    def redirect_request(self, *_):
        return None


def state_of(address, opener, clock=time):
    """`works`, `moved` (for good), `refused`, `gone`, or `unreachable`."""
    moved = False
    for _ in range(HOPS):
        status, target = _asked(address, opener)
        if status in (301, 302, 303, 307, 308) and target:
            moved = moved or status in (301, 308)
            address = urllib.parse.urljoin(address, target)
            if not re.match("https?://", address):
                return "gone"
            clock.sleep(0.2)
            continue
        if status in (404, 410):
            return "gone"
        if status in REFUSING:
            return "refused"
        if status is None or status >= 400:
            return "unreachable"
        return "moved" if moved else "works"
    return "unreachable"  # it goes round in circles


def _asked(address, opener):
    """Status and target of a redirection; by HEAD, and by GET where that is not understood."""
    for method in ("HEAD", "GET"):
        request = urllib.request.Request(address, method=method, headers={"Accept": "*/*"})
        try:
            with opener.open(request, timeout=PATIENCE) as answer:
                return answer.status, None
        except urllib.error.HTTPError as error:
            with error:
                if error.code in (301, 302, 303, 307, 308):
                    return error.code, error.headers.get("Location")
                if method == "GET" or error.code not in (400, 403, 404, 405, 501):
                    return error.code, None
        except (OSError, ValueError, http.client.HTTPException):
            if method == "GET":
                return None, None
    return None, None


def check(addresses, clock=time, agent="", pause=PAUSE):
    """The state of each address; a host is left in peace between two requests."""
    opener = urllib.request.build_opener(_Kept)
    opener.addheaders = [("User-Agent", AGENT.format(agent))]
    last, states = {}, {}
    for address in addresses:
        host = urllib.parse.urlsplit(address).netloc
        clock.sleep(max(0, last.get(host, 0) + pause - clock.monotonic()) if host in last else 0)
        states[address] = state_of(address, opener, clock)
        last[host] = clock.monotonic()
    return states


def written(states, before, today):
    """The record: each state with the day since which it is so."""
    lines = [HEAD + "checked: {}".format(today.isoformat()), "links:" if states else "links: []"]
    for address, state in sorted(states.items()):
        old = before.get(address)
        since = old[1] if old and old[0] == state else today.isoformat()
        quoted = address.replace("\\", "%5C").replace('"', "%22")
        lines.append('  - {{address: "{}", state: {}, since: {}}}'.format(quoted, state, since))
    return "\n".join(lines) + "\n"


def read(text):
    """Addresses with state and day, from a record that this program wrote."""
    return {one["address"]: (one["state"], one["since"]) for one in ENTRY.finditer(text)}


def main(arguments, record=RECORD, clock=time, pause=PAUSE):
    """Check, write, tell. Always 0 if there was a site to look at."""
    site = Path(arguments[0]) if arguments else ROOT / "site"
    if not (site / "index.html").is_file():
        print("check_links: there is no built site in {}; run scripts/build first".format(site))
        return 1
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    code = re.search(r"^repo_url:.*?(https://[^\"\s\]]+)", settings, re.M)
    own = (code.group(1) + "/issues", code.group(1) + "/edit") if code else ()
    addresses = outward(site, own)
    before = read(record.read_text(encoding="utf-8")) if record.is_file() else {}
    states = check(addresses, clock, code.group(1) if code else "", pause)
    today = datetime.datetime.now(datetime.timezone.utc).date()
    record.write_text(written(states, before, today), encoding="utf-8")
    told = ["{} outward links, {} in order".format(len(states), sum(one == "works" for one in states.values()))]
    told += ["- {}: {}".format(state, address) for address, state in sorted(states.items()) if state != "works"]
    print("\n".join(told))
    if "GITHUB_STEP_SUMMARY" in os.environ:  # what a run of the workflow shows at its head
        with open(os.environ["GITHUB_STEP_SUMMARY"], "a", encoding="utf-8") as file:
            file.write("\n".join(told) + "\n")
    return 0
