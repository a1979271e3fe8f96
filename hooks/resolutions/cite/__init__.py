"""Finds what a text cites: every reference with its exact span, its target and its pinpoint, or the reason why not.

In: held texts and records. Out: `Citation` values by clause and language, and problems. The steps: names → numbers and
symbols → series and "ibid." → back references → pinpoints → resolution. Where more than one target is possible it
refuses to guess.
"""
