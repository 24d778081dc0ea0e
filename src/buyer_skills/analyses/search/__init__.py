"""Search: the records of the catalogue that answer a few words, the most likely first."""
