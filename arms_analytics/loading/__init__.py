"""From files to a snapshot: workbooks found, read on every core, settled among each other, stored as one load."""

from arms_analytics.loading.files import printable
from arms_analytics.loading.load import HowToRead, Report, check, load
from arms_analytics.loading.outcome import Outcome

__all__ = ["HowToRead", "Outcome", "Report", "check", "load", "printable"]
