"""Forms that others fill in: which tables each holds, and the answers read back from them."""
