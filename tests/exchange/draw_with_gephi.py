# SPDX-License-Identifier: Apache-2.0
"""Gephi's preview of a graph file, cropped and in few colours: python3 draw_with_gephi.py GRAPH.graphml PICTURE.png

Needs what gephi_toolkit.py needs, and python3-pil."""
import sys
import tempfile

from PIL import Image, ImageChops

from gephi_toolkit import Gephi

MARGIN, COLORS = 15, 96


def main(graph, picture):
    with tempfile.TemporaryDirectory() as folder:
        Gephi(folder).open((graph, f"{folder}/drawn.png"))
        drawn = Image.open(f"{folder}/drawn.png").convert("RGB")
    _, top, _, bottom = ImageChops.difference(drawn, Image.new("RGB", drawn.size, (255, 255, 255))).getbbox()
    drawn = drawn.crop((0, max(0, top - MARGIN), drawn.width, min(drawn.height, bottom + MARGIN)))
    drawn.quantize(COLORS, dither=Image.Dither.NONE).save(picture, optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
