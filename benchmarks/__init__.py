"""What is measured and how to repeat it: `python -m benchmarks` runs all, `python -m benchmarks STEM` one of them.

A benchmark is a module here with `measure() -> list[Row]`. Figures are medians, compared as ratios within one run,
because machines differ and are noisy. Nothing here is asserted in tests.
"""
