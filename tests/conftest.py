"""What all tests share: invented cases are the same at every run, and slow machines fail no test.

`make soak` draws new cases each time.
"""

import os

from hypothesis import HealthCheck, settings

QUIET = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("repeatable", derandomize=True, database=None, **QUIET)
settings.register_profile("soak", **QUIET)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))
