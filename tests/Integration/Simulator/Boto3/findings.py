"""What a comparison with botocore's models has found."""

import collections

KINDS = ("unknown members", "missing", "of a wrong type", "unknown values", "undeclared errors", "wrong statuses")


# Values that AWS documents and answers, and the models leave out.
DOCUMENTED = {
    "AttachmentStatus": ("available",),  # of an internet gateway
    "LastUpdateStatusReasonCode": ("Creating",),  # of a Lambda function that is being updated
    "State": ("pending", "available", "deleting", "deleted"),  # of a VPC endpoint
}


class Findings:
    """Faults by kind, each told once with the number of times it was met."""

    def __init__(self):
        self.faults = {kind: collections.Counter() for kind in KINDS}
        self.examples = {}

    def add(self, kind, where, what, example=""):
        fault = f"{where}: {what}"
        self.faults[kind][fault] += 1
        self.examples.setdefault(fault, f" such as {example}" if example else "")

    def unknown(self, path, name):
        self.add("unknown members", path, name)

    def missing(self, path, name):
        self.add("missing", path, name)

    def mistyped(self, path, shape, value):
        self.add("of a wrong type", path, f"{shape.type_name} expected, {str(value)[:60]!r} found")

    def value(self, path, shape, value):
        if getattr(shape, "enum", None) and value not in shape.enum and value not in DOCUMENTED.get(shape.name, ()):
            self.add("unknown values", path, f"{value!r} is none of {', '.join(shape.enum)}")

    @property
    def total(self):
        return sum(len(counter) for counter in self.faults.values())

    def lines(self):
        return [f"{kind}: {fault} ({count} times){self.examples[fault]}" for kind, counter in self.faults.items() for fault, count in counter.items()]

    def __str__(self):
        return ", ".join(f"{len(counter)} {kind}" for kind, counter in self.faults.items())
