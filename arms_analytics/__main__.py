"""`python -m arms_analytics`: hands over to the commands."""

import sys

from arms_analytics.commands import main

if __name__ == "__main__":
    sys.exit(main())
