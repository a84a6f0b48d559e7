"""What machines read of a check: JSON, annotations of GitHub Actions, SARIF. Pure: findings in, text out.

Sources: GitHub's workflow commands (docs.github.com, "Workflow commands for GitHub Actions"; their escapes are those
of its `@actions/core`), and SARIF 2.1.0 (OASIS standard).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from leafdeck.check.finding import Rule
from leafdeck.check.listing import Entry
from leafdeck.notice import Severity

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_json(findings: Iterable[Entry], waived: Iterable[Entry]) -> str:
    """Return findings as JSON: ``{"findings": […], "waived": […]}``; lines and columns count from 1, 0 is none."""
    told = {"findings": [_plain(one) for one in findings], "waived": [_plain(one) for one in waived]}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _plain(entry: Entry) -> dict[str, object]:
    plain: dict[str, object] = {
        "rule": entry.rule,
        "severity": str(entry.severity),
        "file": entry.file,
        "line": entry.line,
        "column": entry.column,
        "endLine": entry.end_line,
        "endColumn": entry.end_column,
        "path": entry.finding.place.path,
        "where": entry.where,
        "message": entry.finding.message,
        "hint": entry.hint,
        "excerpt": entry.excerpt,
    }
    if entry.finding.mend is not None:
        plain["mend"] = entry.finding.mend
    if entry.waiver:
        waiver = entry.waiver
        plain["waiver"] = {"reason": waiver.reason, "by": waiver.by, "until": waiver.until.isoformat()}
    return plain


def as_github(findings: Iterable[Entry]) -> str:
    """Return findings as workflow commands, one a line: GitHub shows them beside the lines of a pull request."""
    return "\n".join(_command(one) for one in findings)


def _command(entry: Entry) -> str:
    properties: dict[str, object] = {"file": entry.file}
    if entry.line:
        properties["line"] = entry.line
        if entry.end_line:
            properties["endLine"] = entry.end_line
        if entry.column and entry.end_line in {0, entry.line}:  # GitHub takes no columns of several lines
            properties["col"] = entry.column
            if entry.end_column:
                properties["endColumn"] = entry.end_column
    properties["title"] = entry.rule
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = f"{entry.message}\n{entry.hint}" if entry.hint else entry.message
    return f"::{_COMMANDS[entry.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(findings: Iterable[Entry], waived: Iterable[Entry], rules: Mapping[str, Rule], version: str) -> str:
    """Return findings as a SARIF 2.1.0 log; what a waiver covers is there as suppressed.

    Args:
        findings: what stands.
        waived: what a waiver covers.
        rules: every rule by its id; those that found nothing are listed too.
        version: leafdeck's version.
    """
    order = {name: number for number, name in enumerate(rules)}
    driver = {
        "name": "leafdeck",
        "version": version,
        "rules": [_descriptor(rule) for rule in rules.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, order) for one in (*findings, *waived)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _descriptor(rule: Rule) -> dict[str, object]:
    asked = f"{rule.asks} {rule.hint}".strip()
    told = f"{asked} Asked for by: {', '.join(rule.standards)}." if rule.standards else asked
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.asks or rule.id},
        "help": {"text": told},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": list(rule.standards)},
    }


def _result(entry: Entry, order: Mapping[str, int]) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": _uri(entry.file)}}
    if entry.line:
        place["region"] = _region(entry)
    location: dict[str, object] = {"physicalLocation": place}
    if entry.where:
        location["logicalLocations"] = [{"name": entry.where}]
    result: dict[str, object] = {
        "ruleId": entry.rule,
        "level": _LEVELS[entry.severity],
        "message": {"text": f"{entry.message}. {entry.hint}" if entry.hint else entry.message},
        "locations": [location],
    }
    if entry.rule in order:
        result["ruleIndex"] = order[entry.rule]
    if entry.waiver:
        reason = f"{entry.waiver.reason} ({entry.waiver.by}, until {entry.waiver.until.isoformat()})"
        result["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": reason}]
    return result


def _region(entry: Entry) -> dict[str, object]:
    region: dict[str, object] = {"startLine": entry.line}
    if entry.column:
        region["startColumn"] = entry.column
    if entry.end_line:
        region |= {"endLine": entry.end_line, "endColumn": entry.end_column}
    if entry.lines:
        words = "\n".join(line.words for line in entry.lines if line.words)
        region |= {"snippet": {"text": words}} if words and entry.end_line else {}
    return region


def _uri(name: str) -> str:
    """Return a file's name as a URI, relative where the name is."""
    if name.startswith("/"):
        return f"file://{quote(name)}"
    if re.match("[A-Za-z]:/", name):
        return f"file:///{name[:2]}{quote(name[2:])}"
    return quote(name)
