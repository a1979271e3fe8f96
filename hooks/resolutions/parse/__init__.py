"""From a source file to its parts: title, chapeau, clauses, opening phrases, footnotes.

In: the bytes of a file, the language of the part that is read, and the grammar. Out: a `Parsed`, whose spans put
together are that part of the file, and problems. No character is lost: what is not text is a span of its own kind.
"""
