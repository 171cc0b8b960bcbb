# SPDX-License-Identifier: Apache-2.0
"""The program names itself and its version: /usr/bin/python3 tests/cli/version_test.py"""
import os
import re
import subprocess
import unittest


class Version(unittest.TestCase):
    def test_version_is_one_line_on_stdout(self):
        run = subprocess.run([os.environ["ENTENTE_BINARY"], "--version"], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0)
        self.assertRegex(run.stdout, re.compile(r"\Aentente \d+\.\d+\.\d+\n\Z"))
        self.assertEqual(run.stderr, "")


if __name__ == "__main__":
    unittest.main()
