"""Who may do what: the one table of rights, and how a signed-in person gets a place in it."""

from arms_analytics.access.people import AccessRules, access_rules, read_access_rules, viewer_of
from arms_analytics.access.rights import OPERATOR_NAME, Right, Role, Viewer, may, officers_shown, operator
from arms_analytics.access.serving import is_local, is_loopback

__all__ = [
    "OPERATOR_NAME",
    "AccessRules",
    "Right",
    "Role",
    "Viewer",
    "access_rules",
    "is_local",
    "is_loopback",
    "may",
    "officers_shown",
    "operator",
    "read_access_rules",
    "viewer_of",
]
