"""Do the two languages of a text say the same, as far as a machine can tell?

In: held texts with their citations. Out: problems. A citation found in one language only is one.
"""
