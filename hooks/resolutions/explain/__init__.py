"""How one place of a text was understood, and by which rule: for whoever asks why the site shows what it shows.

In: the corpus, the folder `docs` and a place: a clause (`a-res-77-233/op-4`), one of its citations
(`a-res-77-233/op-4:3`), a line of a file (`docs/texts/…/file.txt:120`). Out: a `ClauseExplained` or `LineExplained`,
or an `Unknown` with what there is instead. Nothing is guessed anew: the file is parsed as the build parses it, and a
citation carries the rule and the entry that found it.
"""
