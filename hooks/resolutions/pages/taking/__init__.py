"""What a reader takes away from a text: a reference, a file for a reference manager, a copy, a report of an error.

In: the corpus, a held text and perhaps one of its clauses. Out: `reference` makes a value of it, `formats` files,
`control` what the template and docs/assets/javascripts/taking.js need. Nothing is offered in a language not held.
"""
