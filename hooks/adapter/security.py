"""What the site tells browsers and finders of faults: its policy, and how to reach us.

In: the settings and the day of the commit. Out: the policy for `<meta>`, and the files `_headers` and
`.well-known/security.txt`. The policy stands in each page, since GitHub Pages sends no headers of ours; hosts that read
`_headers` send it as well, with what no `<meta>` may say.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

OWN = "'self'"
NONE = "'none'"

# Content Security Policy, level 3: everything is refused but what these lines name.
POLICY = {
    "default-src": NONE,
    "script-src": OWN,
    "style-src": OWN,
    "img-src": OWN,
    "font-src": OWN,
    "connect-src": OWN,
    "manifest-src": OWN,
    "object-src": NONE,
    "base-uri": NONE,
    "form-action": OWN,
}
FRAMES = {"frame-ancestors": NONE}  # counts in a header only
REFERRER = "strict-origin-when-cross-origin"
FEATURES = ("browsing-topics", "camera", "display-capture", "geolocation", "microphone", "payment", "usb")
YEAR = datetime.timedelta(days=364)  # RFC 9116, 2.5.5: less than a year from now


def policy(*, header: bool = False) -> str:
    """The policy as `<meta>` and headers write it."""
    told = {**POLICY, **FRAMES} if header else POLICY
    return "; ".join(f"{name} {value}" for name, value in told.items())


def headers() -> str:
    """`_headers` as Netlify, Cloudflare Pages and others read it: for every address the lines below."""
    lines = {
        "Content-Security-Policy": policy(header=True),
        "Referrer-Policy": REFERRER,
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES),
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Strict-Transport-Security": "max-age=31536000",
    }
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in lines.items())


def contact(repository: str, site: str, day: datetime.date) -> str:
    """`security.txt` (RFC 9116), good for a year from the day of the commit, so that a commit gives the same bytes."""
    repository = repository.rstrip("/")
    lines = (
        ("Contact", f"{repository}/security/advisories/new"),
        ("Expires", f"{(day + YEAR).isoformat()}T00:00:00Z"),
        ("Preferred-Languages", "en, ar"),
        ("Canonical", f"{site.rstrip('/')}/.well-known/security.txt"),
        ("Policy", f"{repository}/blob/main/SECURITY.md"),
    )
    return "".join(f"{name}: {value}\n" for name, value in lines)


def files(repository: str, site: str, day: datetime.date | None) -> Iterator[tuple[str, str]]:
    """Addresses and contents. Outside git there is no day, and nothing that would tell until when a contact is good."""
    yield "_headers", headers()
    if day and repository and site:
        yield ".well-known/security.txt", contact(repository, site, day)
