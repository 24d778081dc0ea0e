"""Formats: strict text files read with the place of every value. Knows nothing of the domain."""
