# SPDX-License-Identifier: Apache-2.0
"""The first notebook on a fresh run: ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... \
/usr/bin/python3 tests/notebooks/first_look_test.py"""
import base64
import os
import pathlib
import subprocess
import tempfile
import unittest

import nbclient
import nbformat

BINARY = os.environ["ENTENTE_BINARY"]
NOTEBOOK = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "notebooks/01_first_look.ipynb"
FIGURES = ["absences.pdf", "adoption.pdf", "coalitions.pdf"]
PNG = b"\x89PNG\r\n\x1a\n"


def execute(folder, run):
    """The notebook after all its cells ran on the tables of a run."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    environment = {**os.environ, "ENTENTE_OUT": str(run), "IPYTHONDIR": folder, "PYTHONDONTWRITEBYTECODE": "1",
                   "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    client = nbclient.NotebookClient(notebook, timeout=1200, kernel_name="python3",
                                     resources={"metadata": {"path": folder}})
    return client.execute(env=environment)


class FirstLook(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.run_folder = pathlib.Path(cls.scratch.name) / "run"
        subprocess.run([BINARY, "analyze", "--effort", "quick", "--quiet", "--out", str(cls.run_folder)],
                       check=True, stdout=subprocess.DEVNULL, timeout=1200)

    def test_is_stored_without_outputs(self):
        notebook = nbformat.read(NOTEBOOK, as_version=4)
        nbformat.validate(notebook)
        cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
        self.assertTrue(cells)
        for cell in cells:
            self.assertEqual(cell.outputs, [], cell.id)
            self.assertIsNone(cell.execution_count, cell.id)
        self.assertEqual(notebook.metadata.kernelspec.name, "python3")
        self.assertEqual(set(notebook.metadata), {"kernelspec", "language_info"})

    def test_starts_with_its_question_and_answer(self):
        first = nbformat.read(NOTEBOOK, as_version=4).cells[0]
        self.assertEqual(first.cell_type, "markdown")
        self.assertTrue(first.source.split("\n")[0].endswith("?"))
        self.assertIn("**The answer.**", first.source)

    def test_draws_three_figures(self):
        done = execute(self.scratch.name, self.run_folder)
        outputs = [output for cell in done.cells for output in cell.get("outputs", [])]
        pictures = [output.data["image/png"] for output in outputs if "image/png" in output.get("data", {})]
        self.assertEqual(len(pictures), 3)
        self.assertTrue(all(base64.b64decode(picture).startswith(PNG) for picture in pictures))
        self.assertEqual([output.text for output in outputs if output.get("name") == "stderr"], [])
        written = sorted((self.run_folder / "figures").iterdir())
        self.assertEqual([file.name for file in written], FIGURES)
        self.assertTrue(all(file.read_bytes().startswith(b"%PDF") for file in written))

    def test_says_what_to_do_without_a_run(self):
        with self.assertRaises(nbclient.exceptions.CellExecutionError) as caught:
            execute(self.scratch.name, pathlib.Path(self.scratch.name) / "none")
        self.assertIn("run `entente analyze` first", str(caught.exception))


if __name__ == "__main__":
    unittest.main()
