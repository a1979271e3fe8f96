"""Waiting for something on a page. Playwright's `wait_for_function` evaluates text later, which the site's policy forbids."""

import time


def until(page, expression, arg=None, seconds=20):
    """Ask the page again and again until it says yes."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression, arg):
        assert time.monotonic() < end, expression
        page.wait_for_timeout(30)


def href(page):
    """The address as the page has it now; Playwright's `page.url` hears of a change within the page a little later."""
    return page.evaluate("location.href")


def in_sight(page, *locators, seconds=20):
    """The places of elements once all are in sight and stay: what lies far off gets its height when one comes near."""
    end = time.monotonic() + seconds
    before = None
    while True:
        locators[0].scroll_into_view_if_needed()
        now = [one.bounding_box() for one in locators]
        if now == before:
            return now
        assert time.monotonic() < end, now
        before = now
        page.wait_for_timeout(150)
