"""For all tests: no property is judged by the clock, for machines differ and may be busy."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
