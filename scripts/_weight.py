"""What a clause page weighs over the line, and whether anything moves while it loads.

In: the address of a server that compresses, a browser. Out: bytes by file for a first visit and for a second page, the
sum of what moved, and what is over the limits. A slow line is simulated, so that faces come after the first paint.
"""

FIRST, SECOND = 180_000, 15_000  # bytes; what the browser itself asks for besides (the icon) is counted too
VISITS = (("instruments/a-res-77-233/pp-2/", "instruments/a-res-77-233/pp-3/"),
          ("instruments/c-iii-143-dr/op-3/", "instruments/c-iii-143-dr/op-4/"))  # fmt: skip
MOVED = """() => new Promise((done) => {
  let moved = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) moved += one.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(moved), 300);
})"""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}


def visit(context, base, addresses, slow=True):
    """Bytes by file for each address, one after the other in the same window, and what moved on each."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if slow:
        session.send("Network.emulateNetworkConditions", SLOW)
    asked, sent = {}, {}
    session.on("Network.requestWillBeSent", lambda e: asked.__setitem__(e["requestId"], e["request"]["url"]))
    session.on(
        "Network.loadingFinished", lambda e: sent.__setitem__(asked.get(e["requestId"], ""), e["encodedDataLength"])
    )
    visits = []
    for address in addresses:
        sent.clear()
        page.goto(base + address, wait_until="load")
        page.evaluate("document.fonts.ready.then(() => 1)")
        page.wait_for_load_state("networkidle")
        moved = page.evaluate(MOVED)
        visits.append(({url.removeprefix(base): size for url, size in sent.items() if size}, moved))
    page.close()
    return visits


def measure(base, browser):
    """What is over the limits, and the figures by address."""
    found, figures = [], {}
    for prefix in ("", "ar/"):
        for pair in VISITS:
            for width in (1280, 390):
                context = browser.new_context(viewport={"width": width, "height": 900})
                results = visit(context, base, [prefix + one for one in pair])
                context.close()
                for address, limit, (files, moved) in zip(pair, (FIRST, SECOND), results, strict=True):
                    name, weight = f"{prefix}{address} {width}", sum(files.values())
                    figures[name] = {"bytes": weight, "moved": round(moved, 4), "files": files}
                    print(f"  {name}: {weight / 1000:.1f} kB, moved {moved:.4f}", flush=True)
                    if weight > limit:
                        found.append(f"weight: {name}: {weight} bytes, more than {limit}")
                    if moved > 0:
                        found.append(f"weight: {name}: moved by {moved:.4f}")
    return found, figures
