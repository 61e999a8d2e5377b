"""The demonstration region: synthetic collated workbooks, drawn from the simulator that findings are measured on."""

from arms_analytics.demonstration.workbooks import demonstration_workbooks, write_demonstration

__all__ = ["demonstration_workbooks", "write_demonstration"]
