"""The curated data: what each record may hold, and the reading of all of them.

In: `docs/records` and each `docs/texts/<id>/instrument.yml`. Out: frozen records, and problems with file and line.
"""
