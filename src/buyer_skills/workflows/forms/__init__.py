"""Forms for training bodies, heads of degrees and employers: made from the catalogue, and back to it."""
