"""Recipe of the bundled German pipeline: corpora in, weights and a table of scores out."""
