"""Benchmarks: how good and how quick the program is, beside what else could be used; see `README.md`."""
