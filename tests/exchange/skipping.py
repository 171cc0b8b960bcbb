# SPDX-License-Identifier: Apache-2.0
"""What the tests of other programs do where such a program is not to be had."""
import sys


def skip(reason):
    """Ends the test; ctest and scripts/test say that it was skipped, and why."""
    print(f"SKIPPED: {reason}", flush=True)
    sys.exit(77)
