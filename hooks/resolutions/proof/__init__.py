"""The proof that a restored text is what its damaged source held.

In: the folder of a text with the layers of layers.py. Out: `proof.prove(folder) -> Proof`, values. From the ground up:

    glyphs     what a font sets: letters, forms, ligatures      runs, layout   how a line was laid
    rules      what became of which glyph                       residue        widths and lengths, no letter
    printing   from the reading to the file, and back           words          what a word alone leaves in the file
    evidence   how sure each glyph is                           rivals         other real words, decisions on them
    proof      all of it together                               tightness      which wrong readings would pass
    seal       that it was checked with the lexicon             failures       where a line does not fit, and why
    measure, draft   the next damaged text

The reader's view needs `prove`, `Proof`, `LineProof`, `Evidence`, `Grade` and `Decision`, and nothing below them.
"""
