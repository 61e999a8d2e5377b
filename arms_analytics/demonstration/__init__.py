"""The demonstration region: synthetic collated workbooks, drawn from the simulator that findings are measured on."""

from arms_analytics.demonstration.meetings import write_meetings
from arms_analytics.demonstration.region import Demonstration
from arms_analytics.demonstration.workbooks import demonstration_workbooks, write_workbooks

__all__ = ["Demonstration", "demonstration_workbooks", "write_meetings", "write_workbooks"]
