"""Measures of speed and memory, run by ``python -m benchmarks``; README.md says how to read them."""
