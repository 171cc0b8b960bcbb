# SPDX-License-Identifier: Apache-2.0
"""What tests do where what they need is not to be had; ctest and scripts/test say that they were skipped, and why."""
import sys
import unittest


def skip(reason):
    """Ends the whole file."""
    print(f"SKIPPED: {reason}", flush=True)
    sys.exit(77)


def skip_test(reason):
    """Ends one test of unittest, whose dots stand on the line."""
    print(f"\nSKIPPED: {reason}", flush=True)
    raise unittest.SkipTest(reason)
