"""From files to a snapshot: workbooks found, read on every core, settled among each other, stored as one load."""

from arms_analytics.loading.files import shown
from arms_analytics.loading.load import Report, Work, check, load
from arms_analytics.loading.outcome import Outcome

__all__ = ["Outcome", "Report", "Work", "check", "load", "shown"]
