"""Tables for other programs: one file a format, the codebook in a table of its own (``codebook.tsv``)."""
