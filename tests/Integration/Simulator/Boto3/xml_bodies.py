"""Compares an XML body with a shape of botocore's model, at every depth."""

import re

from tree_bodies import is_base64, is_iso_time

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
SCALARS = {
    "boolean": re.compile(r"true|false"),
    "integer": re.compile(r"-?\d+"),
    "long": re.compile(r"-?\d+"),
    "float": re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?"),
    "double": re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?"),
}


def tag_of(element):
    """An element's name without its namespace."""
    return element.tag.rsplit("}", 1)[-1]


class XmlBody:
    """Elements under the names that the model gives them; lists with or without an element around them."""

    def __init__(self, findings):
        self.findings = findings

    def compare(self, shape, element, path):
        if shape.type_name == "structure":
            self.structure(shape, element, path)
        elif shape.type_name == "list":
            self.items(shape, list(element), self.item_name(shape), path)
        elif shape.type_name == "map":
            self.map(shape, element, path)
        else:
            self.scalar(shape, element, path)

    def structure(self, shape, element, path, ignored=()):
        members = {}
        for name, member in shape.members.items():
            if "location" not in member.serialization and not member.serialization.get("xmlAttribute"):
                members[self.member_name(name, member)] = (name, member)
        found = {}
        for child in element:
            found.setdefault(tag_of(child), []).append(child)
        for tag, children in found.items():
            if tag in ignored:
                continue
            if tag not in members:
                self.findings.unknown(path, tag)
                continue
            member = members[tag][1]
            if member.type_name == "list" and member.serialization.get("flattened"):
                self.items(member, children, tag, f"{path}.{tag}")
            elif len(children) > 1:
                self.findings.mistyped(f"{path}.{tag}", member, f"{len(children)} elements of that name")
            else:
                self.compare(member, children[0], f"{path}.{tag}")
        self.required(shape, members, found, element, path)

    def required(self, shape, members, found, element, path):
        for tag, (name, _) in members.items():
            if name in shape.required_members and tag not in found:
                self.findings.missing(path, tag)
        for name, member in shape.members.items():
            if name in shape.required_members and member.serialization.get("xmlAttribute"):
                attribute = member.serialization["name"].replace("xsi:", XSI)
                if attribute not in element.attrib:
                    self.findings.missing(path, member.serialization["name"])

    def items(self, shape, children, tag, path):
        for child in children:
            if tag_of(child) == tag:
                self.compare(shape.member, child, f"{path}[]")
            else:
                self.findings.unknown(path, tag_of(child))

    def map(self, shape, element, path):
        for entry in element:
            parts = {tag_of(part): part for part in entry}
            if tag_of(entry) != "entry" or sorted(parts) != ["key", "value"]:
                self.findings.unknown(path, f"{tag_of(entry)} of {sorted(parts)}")
                continue
            self.compare(shape.key, parts["key"], f"{path}{{}}")
            self.compare(shape.value, parts["value"], f"{path}{{}}")

    def scalar(self, shape, element, path):
        text, kind = element.text or "", shape.type_name
        if len(element) > 0:
            self.findings.mistyped(path, shape, f"element {tag_of(element[0])}")
        elif kind in SCALARS and not SCALARS[kind].fullmatch(text):
            self.findings.mistyped(path, shape, text)
        elif kind == "timestamp" and not is_iso_time(text) or kind == "blob" and not is_base64(text):
            self.findings.mistyped(path, shape, text)
        else:
            self.findings.value(path, shape, text)

    @staticmethod
    def item_name(shape):
        return shape.member.serialization.get("name", "member")

    def member_name(self, name, member):
        if member.type_name == "list" and member.serialization.get("flattened") and "name" in member.member.serialization:
            return member.member.serialization["name"]
        return member.serialization.get("name", name)
