"""The outline as a JSON Schema (draft 2020-12), so that editors complete and explain every field.

It describes what an author may write, not what comes of it: numbers where text is meant, an empty field where one
may be left out, ``include`` in place of a section. It is generated from the models and never edited by hand.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from leafdeck.guide.model import Guide

DIALECT = "https://json-schema.org/draft/2020-12/schema"
INCLUDE: JsonSchemaValue = {
    "title": "Include",
    "description": "A section, or a list of sections, from another file.",
    "type": "object",
    "properties": {
        "include": {
            "description": "The file, beside this one or in a folder below it, such as `blocks/urgent.yaml`.",
            "type": "string",
            "minLength": 1,
        }
    },
    "required": ["include"],
    "additionalProperties": False,
}
"""What may stand in place of a section; it is resolved before the models see it."""


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
    kinds = made["properties"]["sections"]["items"]["oneOf"]
    made["properties"]["sections"]["items"]["oneOf"] = [*kinds, {"$ref": "#/$defs/Include"}]
    made["$defs"]["Include"] = INCLUDE
    for part in (made, *made["$defs"].values()):
        for name, field in part.get("properties", {}).items():
            if field.get("default") in (None, [], {}) or name == "slides":
                field.pop("default", None)
    made["properties"]["slides"]["description"] = Guide.model_fields["slides"].description
    made["title"] = "A leafdeck guide"
    return {"$schema": DIALECT, **made}


def schema_text() -> str:
    """Return the JSON Schema as the text of its file."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
