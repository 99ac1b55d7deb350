"""Runs the code cells of a notebook, as Jupyter does: what a cell ends with is shown, as a picture where it has one.

notebook.py FILE.ipynb       shown SVGs stand in shown-CELL.svg of the working folder; the folder of the notebook's imports is PYTHONPATH
"""

import ast
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    cells = json.load(file)["cells"]
names = {}
for number, cell in enumerate(cells):
    if cell["cell_type"] != "code":
        continue
    tree = ast.parse("".join(cell["source"]))
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, f"cell {number}", "exec"), names)
    if last:
        value = eval(compile(ast.Expression(last.value), f"cell {number}", "eval"), names)
        if hasattr(value, "_repr_svg_"):
            with open(f"shown-{number}.svg", "w", encoding="utf-8") as file:
                file.write(value._repr_svg_())
        else:
            print(f"[{number}]", value)
