"""From a received file to reviewable plain text, and to what its masthead says.

In: the bytes of a text file, a DOCX or a PDF with a text layer. Out: a `Received`: the lines that `parse` reads
(italics between asterisks, footnotes below a rule, one printed line or one paragraph a line), every step that was
taken, and doubts; or a problem that says why the file holds no text that could be published. Only `scripts/new_text`
needs this room; the packages that open DOCX and PDF are imported by the modules that use them, when they are used.
"""
