# SPDX-License-Identifier: Apache-2.0
"""datapackage.json (Frictionless): every table with its columns, keys and SHA-256, and every raw list."""

import csv
import gzip
import hashlib
import io
import json

from .dataset import COLUMNS

_NODE_ID = r"[a-z][a-z0-9-]*(\.[a-z0-9-]+)+"
_DATE = r"|\d{4}(-\d{2}){0,2}|\[(\d{4}(-\d{2}){0,2})?\.\.\d{4}(-\d{2}){0,2}\]"
_DESCRIPTIONS = {
    ("nodes", "id"): ("stable id", {"required": True, "unique": True, "pattern": _NODE_ID}),
    ("nodes", "kind"): ("a kind of schema.json", {"required": True}),
    ("nodes", "label"): ("the spelling of the source, in NFC", {"required": True}),
    ("nodes", "country"): ("ISO 3166-1 alpha-3, as the list gives it", {"pattern": "[A-Z]{3}|"}),
    ("nodes", "category"): ("what the list calls it", {}),
    ("nodes", "aliases"): ("other names, joined by |", {}),
    ("nodes", "wikidata"): ("Wikidata item", {}),
    ("nodes", "website"): ("web address", {}),
    ("nodes", "from"): ("existed from; blank: always possible", {"pattern": _DATE}),
    ("nodes", "until"): ("existed until, exclusive", {"pattern": _DATE}),
    ("claims", "id"): ("hash of subject, relation, object, value, source, locator",
                       {"required": True, "unique": True, "pattern": "[0-9a-f]{12}"}),
    ("claims", "subject"): ("node", {"required": True}),
    ("claims", "relation"): ("a relation of schema.json", {"required": True}),
    ("claims", "object"): ("node", {"required": True}),
    ("claims", "value"): ("what two ends cannot say: a count, an office, a vote", {}),
    ("claims", "stance"): ("1, 0, -1 or blank", {"enum": ["1", "0", "-1", ""]}),
    ("claims", "from"): ("date, or interval in which it happened; blank: unknown", {"pattern": _DATE}),
    ("claims", "until"): ("end, exclusive; blank: unknown", {"pattern": _DATE}),
    ("claims", "recorded"): ("day of the source, else of its retrieval", {"required": True, "pattern": _DATE}),
    ("claims", "source"): ("source", {"required": True}),
    ("claims", "locator"): ("where in the source", {"required": True}),
    ("claims", "status"): ("asserted, retracted or disputed",
                           {"required": True, "enum": ["asserted", "retracted", "disputed"]}),
    ("claims", "replaces"): ("claim that this one corrects", {}),
    ("sources", "id"): ("stable id", {"required": True, "unique": True}),
    ("eligibility", "object"): ("item", {"required": True}),
    ("eligibility", "actor_kind"): ("kind of actor that could take a stance", {}),
    ("eligibility", "actor"): ("or one actor", {}),
    ("eligibility", "coverage"): ("complete: silence means absent; partial, named: silence means unknown",
                                  {"required": True, "enum": ["complete", "partial", "named"]}),
    ("same_as", "name"): ("name in a list", {"required": True}),
    ("same_as", "list"): ("raw list without ending, or another list of the judged pairs", {"required": True}),
    ("same_as", "node"): ("node", {"required": True}),
    ("same_as", "decided"): ("is it this node?", {"required": True, "enum": ["same", "different"]}),
}
_KEYS = {
    "nodes": {"primaryKey": ["id"]},
    "sources": {"primaryKey": ["id"]},
    "claims": {"primaryKey": ["id"], "foreignKeys": [
        {"fields": ["subject"], "reference": {"resource": "nodes", "fields": ["id"]}},
        {"fields": ["object"], "reference": {"resource": "nodes", "fields": ["id"]}},
        {"fields": ["source"], "reference": {"resource": "sources", "fields": ["id"]}},
        {"fields": ["replaces"], "reference": {"resource": "", "fields": ["id"]}}]},
    "eligibility": {"primaryKey": ["object", "actor_kind", "actor", "from"], "foreignKeys": [
        {"fields": ["object"], "reference": {"resource": "nodes", "fields": ["id"]}},
        {"fields": ["actor"], "reference": {"resource": "nodes", "fields": ["id"]}}]},
    "same_as": {"primaryKey": ["name", "list", "node"], "foreignKeys": [
        {"fields": ["node"], "reference": {"resource": "nodes", "fields": ["id"]}}]},
}
CC_BY = {"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0",
         "path": "https://creativecommons.org/licenses/by/4.0/"}


def _tabular(path):
    return {"profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
            **({"compression": "gz"} if path.endswith(".gz") else {})}


def _content(data):
    return {"bytes": len(data), "hash": "sha256:" + hashlib.sha256(data).hexdigest()}


def _table(name, files):
    path = name + ".csv" if name + ".csv" in files else name + ".csv.gz"
    fields = []
    for column in COLUMNS[name]:
        description, constraints = _DESCRIPTIONS.get((name, column), ("", {}))
        field = {"name": column, "type": "string"}
        if description:
            field["description"] = description
        if constraints:
            field["constraints"] = constraints
        fields.append(field)
    data = files[path] if isinstance(files[path], bytes) else files[path].encode()
    return {"name": name, "path": path, **_tabular(path), **_content(data),
            "schema": {"fields": fields, "missingValues": [""], **_KEYS[name]}}


def _raw(path):
    """A raw list as it came: all its columns are texts, since some lists write "2021-05" beside whole dates."""
    data = path.read_bytes()
    resource = {"name": "raw-" + path.name.partition(".")[0].lower().replace("_", "-"), "path": "raw/" + path.name}
    if path.suffix == ".xml":
        return {**resource, **_content(data)}
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8-sig")
    header = next(csv.reader(io.StringIO(text, newline="")))
    return {**resource, **_tabular(path.name), **_content(data),
            "schema": {"fields": [{"name": column, "type": "string"} for column in header]}}


def datapackage(about, files, raw, sources):
    """The descriptor of the tables in `files`, by name (compressed ones as bytes); `about`: name, title, description
    and, where there is one, the day that questions are about."""
    package = {
        "profile": "data-package",
        **about,
        "version": "1",
        "licenses": [CC_BY],
        "sources": [{"title": row["title"], **({"path": row["url"]} if row["url"] else {})}
                    for _, row in sorted(sources.items())],
        "resources": [_table(name, files) for name in COLUMNS]
        + [_raw(path) for path in sorted(raw.iterdir()) if path.suffix in (".csv", ".gz", ".xml")],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"
