# SPDX-License-Identifier: Apache-2.0
"""The picture in the README is one of today's file: /usr/bin/python3 tests/exchange/readme_picture_test.py

Where it is not: draw_with_gephi.py OUT/gephi/two-mode.graphml notebooks/gephi.png"""
import collections
import os
import pathlib
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

import matplotlib.image

PICTURE = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "notebooks/gephi.png"
SPACE = "{http://graphml.graphdrawing.org/xmlns}"
NEAR = 12  # of 255; the picture has 96 colours in all


class ReadmePicture(unittest.TestCase):
    def test_the_colours_of_the_picture_are_those_of_the_file(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([os.environ["ENTENTE_BINARY"], "analyze", "cyber-norms", "--as-of", "2018-12-31", "--out", folder, "--quiet"],
                           check=True, capture_output=True)
            root = xml.etree.ElementTree.parse(f"{folder}/gephi/two-mode.graphml").getroot()
        areas = collections.Counter()
        for node in root.iter(SPACE + "node"):
            value = {data.get("key"): data.text for data in node.iter(SPACE + "data")}
            areas[tuple(int(value[part]) for part in "rgb")] += float(value["size"]) ** 2
        pixels = (matplotlib.image.imread(PICTURE)[:, :, :3] * 255).round().astype(int)
        for color, area in areas.items():
            found = (abs(pixels - color).max(axis=2) <= NEAR).sum()
            self.assertGreater(found, pixels.shape[0] * pixels.shape[1] * area / sum(areas.values()) / 50, f"{color}")


if __name__ == "__main__":
    unittest.main()
