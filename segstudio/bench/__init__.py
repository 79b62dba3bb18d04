"""Benchmarks: one file each, rows with fixed names; see `registry`."""
