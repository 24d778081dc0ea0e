"""The command line: parse, call, write, exit. No logic."""
