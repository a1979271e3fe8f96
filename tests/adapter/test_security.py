"""The policy, the headers and the contact as values."""

import datetime

from adapter import security
from adapter.commit import day


def test_the_contact_is_good_for_less_than_a_year_from_the_commit():
    told = security.contact("https://code.example/a/b/", "https://site.example/base/", datetime.date(2026, 3, 1))
    assert told.splitlines() == [
        "Contact: https://code.example/a/b/security/advisories/new",
        "Expires: 2027-02-28T00:00:00Z",
        "Preferred-Languages: en, ar",
        "Canonical: https://site.example/base/.well-known/security.txt",
        "Policy: https://code.example/a/b/blob/main/SECURITY.md",
    ]


def test_without_a_day_there_is_no_contact_that_nobody_could_trust():
    assert [address for address, _ in security.files("https://code.example", "https://site.example", None)] == [
        "_headers"
    ]


def test_the_day_is_the_commit_s_and_not_today_s(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86399")
    assert day() == datetime.date(1970, 1, 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "no number")
    assert day() is None
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert day() == day() and (day() is None or day() <= datetime.datetime.now(datetime.UTC).date())


def test_the_policy_names_nothing_unsafe():
    assert "unsafe" not in security.policy(header=True) and "*" not in security.policy()
    assert security.policy().startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "frame-ancestors" not in security.policy() and "frame-ancestors 'none'" in security.policy(header=True)
