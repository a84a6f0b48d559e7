"""The outline as a JSON Schema (draft 2020-12), so that editors complete and explain every field.

It describes what an author may write, not what comes of it: numbers where text is meant, an empty field where one
may be left out, ``include`` in place of what another file holds. It is generated from the models and never edited by
hand.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from leafdeck.guide.includes import OWN
from leafdeck.guide.model import Guide

DIALECT = "https://json-schema.org/draft/2020-12/schema"
INCLUDE: JsonSchemaValue = {
    "title": "Include",
    "description": "What another file holds: as an entry of a list, an entry or a list of them; as a field of the "
    "outline, what that field takes.",
    "type": "object",
    "properties": {
        "include": {
            "description": "The file, as it lies from this one, such as `blocks/urgent.yaml`: beside the content or in "
            "a folder below it, or anywhere below the folder that a file named `leafdeck.root` marks.",
            "type": "string",
            "minLength": 1,
        }
    },
    "required": ["include"],
    "additionalProperties": False,
}
"""What may stand in place of an entry of a list of parts, or of a field of the outline; it is resolved before the
models see it."""


class _AuthorsForm(GenerateJsonSchema):
    """Generates what authors write: plainer than pydantic's own, and with text that may look like a number."""

    schema_dialect = DIALECT

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        made = super().str_schema(schema)
        return made if "pattern" in made else {**made, "type": ["string", "number"]}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        if "type" in inner and "$ref" not in inner:
            types = inner["type"] if isinstance(inner["type"], list) else [inner["type"]]
            return {**inner, "type": [*types, "null"]}
        return {"anyOf": [inner, {"type": "null"}]}

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        made = super().tagged_union_schema(schema)
        made.pop("discriminator", None)  # OpenAPI's word; editors look at `const`
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 - pydantic's signature
        """The field's name says it already."""
        return False


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a content file."""
    made = Guide.model_json_schema(schema_generator=_AuthorsForm)
    parts = (made, *made["$defs"].values())
    for field in (field for part in parts for field in part.get("properties", {}).values()):
        if "$ref" in json.dumps(field.get("items", {})):
            field["items"] = _or_included(field["items"])
    for name, field in made["properties"].items():
        if name not in OWN:
            made["properties"][name] = _or_included(field)
    made["$defs"]["Include"] = INCLUDE
    for part in (made, *made["$defs"].values()):
        for name, field in part.get("properties", {}).items():
            if field.get("default") in (None, [], {}) or name == "slides":
                field.pop("default", None)
    made["properties"]["slides"]["description"] = Guide.model_fields["slides"].description
    made["title"] = "A leafdeck guide"
    return {"$schema": DIALECT, **made}


_EXPLAINS = ("title", "description", "default")


def _or_included(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of what may also come from another file; what explains it stays at its top."""
    include = {"$ref": "#/$defs/Include"}
    if "oneOf" in schema:
        return {**schema, "oneOf": [*schema["oneOf"], include]}
    above: JsonSchemaValue = {name: value for name, value in schema.items() if name in _EXPLAINS}
    below = {name: value for name, value in schema.items() if name not in above}
    return {**above, "anyOf": [*below.pop("anyOf", ()), *([below] if below else []), include]}


def schema_text() -> str:
    """Return the JSON Schema as the text of its file."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
