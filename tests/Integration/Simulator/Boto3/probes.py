"""Requests made up from the models alone, to see how operations refuse what is wrong or not there."""

import datetime

from botocore import xform_name
from botocore.exceptions import BotoCoreError, ClientError

DEPTH = 4
REGION = "us-west-2"
LONGEST = 2000

# Members that describe the HTTP message itself: a false one is refused by any server, before a service sees it.
OF_THE_MESSAGE = ("ContentLength", "ContentMD5")


def probe(harness, client_of):
    """Asks every operation with nothing, with the least, with everything, with what is too long, and with values of a wrong type."""
    for service, operations in harness.operations.items():
        client = client_of(service)
        for operation in operations:
            shape = client.meta.service_model.operation_model(operation).input_shape
            for request in requests(shape) if shape else []:
                call(client, operation, request)


def call(client, operation, request):
    try:
        getattr(client, xform_name(operation))(**request)
    except ClientError:
        pass  # It was compared when it came.
    except (BotoCoreError, AttributeError, TypeError, ValueError, KeyError):
        pass  # botocore could not even write it.


def requests(shape):
    yield {}
    yield value_of(shape, required_only=True)
    yield value_of(shape)
    strings = [name for name, member in shape.members.items() if member.type_name == "string" and member.metadata.get("max", LONGEST) < LONGEST]
    least = value_of(shape, required_only=True)
    for name in strings:
        yield {**least, name: "x" * (shape.members[name].metadata["max"] + 1)}
    for name, member in shape.members.items():
        if name in OF_THE_MESSAGE or member.serialization.get("location") == "uri":
            continue
        if member.type_name in ("integer", "long"):
            yield {**least, name: -1}
        elif member.type_name == "list":
            yield {**least, name: []}
        elif getattr(member, "enum", None):
            yield {**least, name: "WRONG"}
        elif member.type_name == "string":
            yield {**least, name: ""}
            yield {**least, name: 7}


def value_of(shape, required_only=False, depth=0, name="", stack=()):
    """A value of a shape, in which nothing that it names exists."""
    kind = shape.type_name
    if kind == "structure":
        names = [
            member
            for member, inner in shape.members.items()
            if member in shape.required_members or not required_only and member not in OF_THE_MESSAGE and depth < DEPTH and inner.name not in stack
        ]
        if getattr(shape, "is_tagged_union", False):
            names = names[:1] or list(shape.members)[:1]
        inner_stack = (*stack, shape.name)
        return {member: value_of(shape.members[member], required_only, depth + 1, member, inner_stack) for member in names}
    if kind == "list":
        return [value_of(shape.member, required_only, depth + 1, name, stack)]
    if kind == "map":
        return {value_of(shape.key, name="key"): value_of(shape.value, required_only, depth + 1, name, stack)}
    return scalar(shape, kind, name)


def scalar(shape, kind, name):
    if kind in ("integer", "long", "float", "double"):
        return max(1, int(shape.metadata.get("min", 1)))
    if kind == "boolean":
        return False
    if kind == "timestamp":
        return datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
    if kind == "blob":
        return b"absent"
    if getattr(shape, "enum", None):
        return shape.enum[0]
    text = "arn:aws:service:us-west-2:123456789012:thing/absent" if name.lower().endswith("arn") else "absent"
    return text.ljust(shape.metadata.get("min", 0), "x")[: shape.metadata.get("max", LONGEST)]
