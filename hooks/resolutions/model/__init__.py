"""Held texts as values: both languages of each clause in one place.

In: records and parsed files. Out: `HeldText` values, and problems where the two do not fit together.
"""
