"""Clients whose every response is compared, and the bookkeeping of which operations were driven."""

import contextlib
import json
import pathlib
import time

import boto3
import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError
from botocore.loaders import Loader

from findings import Findings
from responses import Responses

PATIENCE = 30


class Harness:
    """One run over the simulator: what modules of services are driven with."""

    def __init__(self, operations, hook_file):
        self.operations = operations
        self.hook_file = pathlib.Path(hook_file)
        self.findings = Findings()
        self.responses = Responses(self.findings)
        self.session = boto3.Session()

    def client(self, service, protocol=None, **settings):
        """A client of a service; by a protocol other than botocore's choice, if need be."""
        session = boto3.Session(botocore_session=session_with(service, protocol)) if protocol else self.session
        settings = {"retries": {"total_max_attempts": 1}, **settings}
        region = settings.pop("region_name", None)
        client = session.client(service, config=Config(**settings), region_name=region)
        self.responses.watch(client)
        return client

    @property
    def hook(self):
        """A function of the simulator that writes what it is called with into a file, and reports nothing."""
        return self.hook_file.stem

    def hook_payload(self):
        return json.loads(self.hook_file.read_text(encoding="utf-8")) if self.hook_file.exists() else {}

    def missed(self, exempt):
        """Operations of the list that no call has performed."""
        return [
            f"{service}.{operation}"
            for service, operations in sorted(self.operations.items())
            for operation in operations
            if not self.responses.succeeded[service, operation] and f"{service}.{operation}" not in exempt
        ]


def session_with(service, protocol):
    """A session that knows one protocol of a service only."""
    loader = Loader()
    original = loader.load_service_model

    def load(name, kind, **rest):
        model = original(name, kind, **rest)
        if (name, kind) == (service, "service-2"):
            return {**model, "metadata": {**model["metadata"], "protocols": [protocol], "protocol": protocol}}
        return model

    loader.load_service_model = load
    session = botocore.session.Session()
    session.register_component("data_loader", loader)
    return session


@contextlib.contextmanager
def refused(*codes):
    """Expects one of some errors."""
    try:
        yield
    except ClientError as error:
        assert error.response["Error"]["Code"] in codes, error
    else:
        raise AssertionError(f"none of {', '.join(codes)} came")


def until(look, what=bool, patience=PATIENCE):
    """Looks again and again until what is seen will do."""
    end = time.monotonic() + patience
    while True:
        seen = look()
        if what(seen):
            return seen
        assert time.monotonic() < end, f"still {seen}"
        time.sleep(0.05)
