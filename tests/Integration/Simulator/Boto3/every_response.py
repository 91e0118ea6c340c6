"""Drives every operation that the simulator serves, and compares each response with botocore's model of it.

    python3 every_response.py OPERATIONS.json HOOK.json [SERVICE…]

The first file has the operations by service, as {"ecs": ["CreateCluster", …], …}. Into the second a function that is called HOOK writes what it is
called with. Exit code 1: something differs, or was not driven.
"""

import importlib
import json
import pathlib
import sys
import time
import traceback

from harness import Harness
from probes import REGION, probe

# Operations that are not driven, with the reason.
EXEMPT = {}


def drive(harness, modules):
    """Runs the module of every service; what one raises does not keep the others from running."""
    failures = []
    for name in modules:
        began = time.monotonic()
        try:
            importlib.import_module(f"drive_{name}").drive(harness)
        except Exception:
            failures.append(f"drive_{name}: {traceback.format_exc()}")
        print(f"  drive_{name}: {time.monotonic() - began:.1f} s", file=sys.stderr)
    return failures


def main():
    operations = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    harness = Harness(operations, sys.argv[2])
    modules = sys.argv[3:] or sorted(path.stem.removeprefix("drive_") for path in pathlib.Path(__file__).parent.glob("drive_*.py"))
    failures = drive(harness, modules)
    missed = harness.missed(EXEMPT)
    responses = harness.responses
    driven = [key for key, count in responses.succeeded.items() if key[1] in operations.get(key[0], [])]
    probe(harness, lambda service: harness.client(service, parameter_validation=False, region_name=REGION))
    print(
        f"responses: {len(driven)} operations of {len({service for service, _ in driven})} services driven,"
        f" {responses.succeeded.total()} responses and {responses.refused.total()} errors compared, {harness.findings}"
    )
    trouble = [*failures, *harness.findings.lines(), *(f"not driven: {name}" for name in missed)]
    print("\n".join(trouble), file=sys.stderr)
    sys.exit(1 if trouble else 0)


if __name__ == "__main__":
    main()
