"""Pure functions from a graph to a result; a result is its own JSON."""
