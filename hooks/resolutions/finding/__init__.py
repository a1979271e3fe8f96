"""The search index: what every word of the corpus is folded to and where it stands, as files for the browser."""
