"""Commands of more than one step: each returns the files to write."""
