"""Compares a decoded JSON or CBOR body with a shape of botocore's model, at every depth."""

import base64
import binascii
import datetime

NUMBERS = {"integer": int, "long": int, "float": (int, float), "double": (int, float)}


class TreeBody:
    """A body as a tree of dictionaries and lists. CBOR has bytes and times of its own; JSON has text and numbers for them."""

    def __init__(self, findings, is_cbor=False):
        self.findings = findings
        self.is_cbor = is_cbor

    def compare(self, shape, value, path):
        if value is None:
            self.findings.mistyped(path, shape, value)
        elif shape.type_name == "structure":
            self.structure(shape, value, path)
        elif shape.type_name == "list":
            self.list(shape, value, path)
        elif shape.type_name == "map":
            self.map(shape, value, path)
        elif not self.is_scalar(shape, value):
            self.findings.mistyped(path, shape, value)
        else:
            self.findings.value(path, shape, value)

    def structure(self, shape, value, path, ignored=()):
        if getattr(shape, "is_document_type", False):
            return
        if not isinstance(value, dict):
            self.findings.mistyped(path, shape, value)
            return
        members = {
            member.serialization.get("name", name): (name, member)
            for name, member in shape.members.items()
            if "location" not in member.serialization
        }
        for key, inner in value.items():
            if key in members:
                self.compare(members[key][1], inner, f"{path}.{key}")
            elif key not in ignored:
                self.findings.unknown(path, key)
        for key, (name, _) in members.items():
            if name in shape.required_members and key not in value:
                self.findings.missing(path, key)

    def list(self, shape, value, path):
        if not isinstance(value, list):
            self.findings.mistyped(path, shape, value)
            return
        for inner in value:
            self.compare(shape.member, inner, f"{path}[]")

    def map(self, shape, value, path):
        if not isinstance(value, dict):
            self.findings.mistyped(path, shape, value)
            return
        for key, inner in value.items():
            self.findings.value(f"{path}{{}}", shape.key, key)
            self.compare(shape.value, inner, f"{path}{{}}")

    def is_scalar(self, shape, value):
        kind = shape.type_name
        if kind == "boolean":
            return isinstance(value, bool)
        if kind in NUMBERS:
            return isinstance(value, NUMBERS[kind]) and not isinstance(value, bool)
        if kind == "timestamp":
            return self.is_time(shape, value)
        if kind == "blob":
            return isinstance(value, bytes) if self.is_cbor else is_base64(value)
        return isinstance(value, str)

    def is_time(self, shape, value):
        if self.is_cbor:
            return isinstance(value, datetime.datetime)
        if shape.serialization.get("timestampFormat", "unixTimestamp") == "unixTimestamp":
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        return is_iso_time(value)


def is_base64(value):
    try:
        return isinstance(value, str) and base64.b64decode(value, validate=True) is not None
    except binascii.Error:
        return False


def is_iso_time(value):
    try:
        return isinstance(value, str) and "T" in value and datetime.datetime.fromisoformat(value.replace("Z", "+00:00")).tzinfo is not None
    except ValueError:
        return False
