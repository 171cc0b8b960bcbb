# SPDX-License-Identifier: Apache-2.0
"""Checks the tables of a data set against the Table Schemas of its datapackage.json (Frictionless, specs/table-schema):
header, required, unique, pattern, enum, primary keys and foreign keys. Gives one line for each violation."""
import csv
import gzip
import json
import re


def read(path):
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def violations(folder):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = {r["name"]: (r["schema"], read(folder / r["path"])) for r in package["resources"] if "schema" in r}
    found = [f"{word} is missing" for word in ("name", "title", "licenses", "resources") if not package.get(word)]
    for name, (schema, (header, *rows)) in tables.items():
        if header != [field["name"] for field in schema["fields"]]:
            found.append(f"{name}: header {header}")
            continue
        found += (f"{name}: row {number} has {len(row)} fields" for number, row in enumerate(rows, 2)
                  if len(row) != len(header))
        if any(len(row) < len(header) for row in rows):
            continue
        for at, field in enumerate(schema["fields"]):
            found += (f"{name}.{field['name']}: {problem}" for problem in _of_column(field, [row[at] for row in rows]))
        for keys, target, target_keys in _keys(name, schema):
            mine = [tuple(row[header.index(key)] for key in keys) for row in rows]
            if target is None:
                found += [f"{name}: key {keys} is not unique"] if len(set(mine)) < len(mine) else []
                continue
            there, lines = tables[target][1][0], tables[target][1][1:]
            known = {tuple(line[there.index(key)] for key in target_keys) for line in lines}
            found += (f"{name}: {keys} {value} is not in {target}" for value in set(mine) - known if any(value))
    return found


def _keys(name, schema):
    if "primaryKey" in schema:
        yield schema["primaryKey"], None, None
    for key in schema.get("foreignKeys", []):
        reference = key["reference"]
        yield key["fields"], reference["resource"] or name, reference["fields"]


def _of_column(field, values):
    constraints = field.get("constraints", {})
    blank = [value for value in values if value == ""]
    if constraints.get("required") and blank:
        yield f"{len(blank)} blank"
    if constraints.get("unique") and len(set(values)) < len(values):
        yield "not unique"
    if "pattern" in constraints:
        pattern = re.compile(f"(?:{constraints['pattern']})")
        yield from (f"{value!r} is not {constraints['pattern']}" for value in values
                    if value and not pattern.fullmatch(value))
    if "enum" in constraints:
        yield from (f"{value!r} is none of {constraints['enum']}" for value in set(values) - set(constraints["enum"]))
