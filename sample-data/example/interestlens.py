"""Interest Lens from Python: prepare, train, evaluate, explain, recommend and compare as functions.

    import interestlens as il
    data = il.prepare(frame, "data")                    # a pandas DataFrame, or the path of a log
    run = il.train("data", "runs/din", model="din", preset="quick", progress=print)
    il.explain("runs/din", 0)                           # a notebook shows the picture

Needs Python 3.8 or newer and nothing else; pandas only for a DataFrame. The program is looked for in the variable INTEREST_LENS: the jar, or the start
script of an unpacked zip; without it `interest-lens` on the PATH. Each function runs one command with --json and returns its document; further options
are given by their names: evaluate(run, part="valid", k=[5, 10]). What the program says when it can't becomes an InterestLensError.
"""

import json
import os
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path


class InterestLensError(Exception):
    """What the program said: what happened, where, and what to do. `code` is its exit status."""

    def __init__(self, said, code):
        super().__init__(said)
        self.code = code


class Explanation(dict):
    """The document of a prediction, with its picture, which a notebook shows by itself."""

    svg = ""

    def _repr_svg_(self):
        return self.svg

    def said(self, language="en"):
        """The sentence about it: en or zh."""
        return self["sentence"][language]


def prepare(source, out, map=None, **options):
    """Makes a data set of a log: a file, a folder, or a DataFrame. `map` names columns: {"user": "customer"}."""
    if not hasattr(source, "to_csv"):
        return command("prepare", source, out=out, map=_pairs(map), **options)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "events.csv")
        source.to_csv(file, index=False)
        return command("prepare", file, out=out, map=_pairs(map), **options)


def train(data, run, model="din", settings=None, progress=None, **options):
    """Trains a run. `settings` are those of --set; `progress` gets every event of the training as a dict, and its return value is not read."""
    return command("train", data=data, run=run, model=model, set=_pairs(settings), progress=progress, **options)


def evaluate(run, **options):
    """The figures of a run, each with its interval: evaluate(run)["ranking"]["ndcg10"]."""
    return command("evaluate", run=run, **options)


def explain(run, sample, **options):
    """Why a prediction of the run's list has its score; `sample` is its row, from 0."""
    found = Explanation(command("explain", run=run, sample=sample, **options))
    found.svg = figure("explain", run=run, sample=sample, **options)
    return found


def recommend(run, user=None, history=None, why=True, **options):
    """The best items for a user of the log, or for `history`, a list of item keys, the oldest first."""
    if history is None:
        return command("recommend", run=run, user=user, why=why, **options)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "history.json")
        file.write_text(json.dumps([str(each) for each in history]), "utf-8")
        return command("recommend", run=run, history=file, why=why, **options)


def compare(*runs, **options):
    """Runs held against each other on the same rows."""
    return command("compare", run=list(runs), **options)


def figure(name, *arguments, **options):
    """The picture (SVG) that a command with --out writes: figure("anatomy", run="runs/din")."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "figure.svg")
        command(name, *arguments, out=file, **options)
        return file.read_text("utf-8")


def command(name, *arguments, progress=None, **options):
    """Any command: its document. An option is given as often as its list has values; True is one without a value, None none."""
    line = [*_program(), name, "--json", *(["--progress=json"] if progress else []), *arguments]
    for key, value in options.items():
        option = "--" + key.rstrip("_").replace("_", "-")
        for each in value if isinstance(value, (list, tuple)) else [value]:
            if each is not None and each is not False:
                line += [option] if each is True else [option, each]
    line = [str(each) for each in line]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        said = []
        reader = threading.Thread(target=lambda: said.extend(process.stderr))
        reader.start()
        document = _document(process, progress)
        reader.join()
    if process.returncode:
        raise InterestLensError("".join(said).strip(), process.returncode)
    return json.loads(document) if document else None


def _document(process, progress):
    """All of the output but the events, a line each, that come before the document."""
    kept = []
    for text in process.stdout:
        if not kept and progress and text.startswith('{"event"'):
            progress(json.loads(text))
        else:
            kept.append(text)
    return "".join(kept)


def _pairs(values):
    return [f"{key}={value}" for key, value in (values or {}).items()]


def _program():
    named = os.environ.get("INTEREST_LENS")
    if named and named.endswith(".jar"):
        home = os.environ.get("JAVA_HOME")
        return [str(Path(home, "bin", "java")) if home else "java", "-jar", named]
    found = named or shutil.which("interest-lens")
    if not found:
        raise InterestLensError("Interest Lens was not found. Name its jar or its start script: INTEREST_LENS=/path/to/interest-lens.jar", 127)
    return [found]
