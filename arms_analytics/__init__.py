"""ARMS Peer Review Analytics: what collated peer reviews of ARMS plans say again and again.

The data's way: workbook → cells → reviews → database → finding → figure → page. Each stop has a room here.
"""

__version__ = "0.1.0"
