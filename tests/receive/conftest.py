"""What the tests of received files share: the papers as printed by a browser, the words of both languages."""

import pytest
import wordfreq

from . import papers


@pytest.fixture(scope="session")
def printed(chromium):
    """The papers in both languages as PDF, printed by a real browser, which shapes and orders Arabic as one does."""
    page = chromium.new_page()
    done = {}
    for language in ("en", "ar"):
        page.set_content(papers.page(papers.paper(language)))
        done[language] = page.pdf(prefer_css_page_size=True)
    page.close()
    return done


@pytest.fixture(scope="session")
def lexicons():
    return {language: wordfreq.get_frequency_dict(language, wordlist="best") for language in ("en", "ar")}
