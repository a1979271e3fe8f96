"""Tells MkDocs what the library made: thin, and the only room that knows MkDocs.

In: MkDocs' events, by way of `hooks/main.py`, and the values of `resolutions`. Out: files, template functions, log
lines and the search index. `events` calls the others; none of them calls `events`.
"""
