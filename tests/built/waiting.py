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
