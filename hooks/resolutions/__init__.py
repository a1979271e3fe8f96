"""Reads, joins and presents resolutions: a pure library, without MkDocs, network, clock or logging.

In: the folder `docs` (its `texts` and `records`). Out: `site.read(docs)`, a value that holds every page, every
download and every problem. The rooms, in the one direction of flow:

`records` → `parse` → `model` → `cite` → `align` → `pages`; `problems`, `wording` and `markup` serve them all.
"""
