# SPDX-License-Identifier: Apache-2.0
"""Gephi without its window: the toolkit that gephi/pom.xml names, fetched by Maven into its own store, and the program
beside it, which opens files as Gephi does and says what they became."""
import pathlib
import shutil
import subprocess

from skipping import skip

HERE = pathlib.Path(__file__).resolve().parent / "gephi"


class Gephi:
    def __init__(self, folder):
        """Classes go to `folder`. Skips the test where there is no Java, no Maven or no toolkit."""
        for program in ("java", "javac", "mvn"):
            if shutil.which(program) is None:
                skip(f"{program} is not installed, which Gephi's toolkit needs")
        classes, path_file = pathlib.Path(folder) / "classes", pathlib.Path(folder) / "classpath"
        fetch = ["mvn", "-B", "-q", "-f", HERE / "pom.xml", "dependency:build-classpath", f"-Dmdep.outputFile={path_file}"]
        run = subprocess.run([*fetch, "-o"], capture_output=True, text=True, timeout=120, check=False)
        if run.returncode != 0:
            try:
                run = subprocess.run(fetch, capture_output=True, text=True, timeout=600, check=False)
            except subprocess.TimeoutExpired:
                skip("Maven did not get Gephi's toolkit within ten minutes")
        if run.returncode != 0:
            why = [line for line in run.stdout.splitlines() if line.startswith("[ERROR]")]
            skip(f"Maven cannot get Gephi's toolkit: {why[0] if why else run.stderr[-500:]}")
        toolkit = path_file.read_text(encoding="utf-8").strip()
        subprocess.run(["javac", "-proc:none", "-cp", toolkit, "-d", classes, *sorted(HERE.glob("*.java"))], check=True,
                       timeout=300)
        self.java = ["java", "-XX:TieredStopAtLevel=1", "-cp", f"{classes}:{toolkit}", "GephiReads"]

    def open(self, *pairs, auto_scale=False):
        """Opens each (input, output) and writes the output: .json, .png or a format that Gephi exports. `auto_scale`: with
        this choice of the import dialog, which is on where nobody turns it off."""
        run = subprocess.run([*self.java, "auto-scale" if auto_scale else "as-it-is", *(f"{given}={wanted}" for given, wanted in pairs)], capture_output=True, text=True,
                             timeout=900, check=False)
        if run.returncode != 0:
            raise RuntimeError(run.stdout + run.stderr)
