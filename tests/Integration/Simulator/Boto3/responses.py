"""Compares raw responses, answers and errors, with what botocore's service models say of them."""

import collections
import io
import json
import xml.etree.ElementTree

from botocore.parsers import RpcV2CBORParser

from errors import Errors
from tree_bodies import TreeBody, is_base64
from xml_bodies import SCALARS, XmlBody, tag_of

PARTIAL = 206
MODELLED_ERROR = ("__type", "code", "message", "Message", "Type")


class Responses:
    """Takes every response of the clients that are made with it, before botocore reads it."""

    def __init__(self, findings):
        self.findings = findings
        self.succeeded = collections.Counter()
        self.refused = collections.Counter()
        self.errors = Errors(findings)

    def watch(self, client):
        client.meta.events.register("before-parse", self.take)

    def take(self, operation_model, response_dict, **_):
        service = operation_model.service_model
        path = f"{service.service_name}.{operation_model.name}"
        response = {**response_dict, "protocol": service.resolved_protocol}
        if response["status_code"] < 300:
            self.succeeded[service.service_name, operation_model.name] += 1
            self.answer(operation_model, response, path)
        else:
            self.refused[service.service_name, operation_model.name] += 1
            self.error(operation_model, response, path)

    def answer(self, operation, response, path):
        protocol, shape, status = response["protocol"], operation.output_shape, response["status_code"]
        expected = operation.http.get("responseCode", 200)
        if status not in (expected, PARTIAL) and not has_status(shape):
            self.findings.add("wrong statuses", path, f"{status} instead of {expected}")
        if not request_id(response):
            self.findings.missing(path, "the request's id")
        if protocol in ("json", "smithy-rpc-v2-cbor"):
            self.tree(shape, response, path)
        elif protocol == "query":
            self.query(operation, response, path)
        elif protocol == "ec2":
            root = self.root(response, f"{operation.name}Response", operation, path)
            self.xml(shape, root, path, ignored=("requestId",))
        else:
            self.rest(shape, response, path)

    def tree(self, shape, response, path):
        is_cbor = response["protocol"] == "smithy-rpc-v2-cbor"
        value = decode(response)
        if shape is None:
            for key in value or {}:
                self.findings.unknown(path, key)
        else:
            TreeBody(self.findings, is_cbor).compare(shape, value, path)

    def query(self, operation, response, path):
        root = self.root(response, f"{operation.name}Response", operation, path)
        shape = operation.output_shape
        wrapper = shape.serialization.get("resultWrapper") if shape else None
        parts = {tag_of(part): part for part in root}
        for name in parts.keys() - {wrapper, "ResponseMetadata"}:
            self.findings.unknown(path, name)
        if wrapper and wrapper in parts:
            self.xml(shape, parts[wrapper], path)
        elif wrapper:
            self.findings.missing(path, wrapper)

    def xml(self, shape, element, path, ignored=()):
        if shape is not None:
            XmlBody(self.findings).structure(shape, element, path, ignored)

    def root(self, response, name, operation, path):
        root = xml.etree.ElementTree.fromstring(response["body"])
        space = operation.service_model.metadata.get("xmlNamespace")
        if response["protocol"] == "query" and space and root.tag != f"{{{space}}}{name}" or tag_of(root) != name:
            self.findings.add("of a wrong type", path, f"the root element is {root.tag}")
        return root

    def rest(self, shape, response, path):
        """Members in headers and in the body: as the payload, or all that have no other place."""
        if shape is None:
            return
        for name, member in shape.members.items():
            place = member.serialization.get("location")
            if place == "header":
                self.header(name, member, name in shape.required_members, response, path)
        payload = shape.serialization.get("payload")
        body = shape.members[payload] if payload else shape
        if body.type_name in ("blob", "string") or not isinstance(response["body"], bytes):
            return
        ignored_body = not any("location" not in member.serialization for member in shape.members.values())
        if ignored_body and not response["body"].strip(b"{} \n"):
            return
        if response["protocol"] == "rest-json":
            TreeBody(self.findings).compare(body, decode(response), path)
        elif response["body"]:
            self.xml(body, xml.etree.ElementTree.fromstring(response["body"]), path)

    def header(self, name, member, is_required, response, path):
        text = response["headers"].get(member.serialization["name"])
        if text is None:
            if is_required:
                self.findings.missing(path, name)
        elif member.type_name in SCALARS and not SCALARS[member.type_name].fullmatch(text) or member.type_name == "blob" and not is_base64(text):
            self.findings.mistyped(f"{path}.{name}", member, text)
        else:
            self.findings.value(f"{path}.{name}", member, text)

    def error(self, operation, response, path):
        if not request_id(response):
            self.findings.missing(path, "the request's id")
        shape = self.errors.compare(operation, response, decode, path)
        if shape is None or response["protocol"] not in ("json", "smithy-rpc-v2-cbor", "rest-json"):
            return
        is_cbor = response["protocol"] == "smithy-rpc-v2-cbor"
        TreeBody(self.findings, is_cbor).structure(shape, decode(response), f"{path}!{shape.name}", MODELLED_ERROR)


def decode(response):
    """The body as a tree."""
    body = response["body"]
    if response["protocol"] == "smithy-rpc-v2-cbor":
        return RpcV2CBORParser().parse_data_item(io.BufferedReader(io.BytesIO(body))) if body else {}
    return json.loads(body) if body else {}


def request_id(response):
    """Where the protocols tell it; an error of S3's HEAD has headers alone."""
    headers, body = response["headers"], response["body"]
    return headers.get("x-amzn-requestid") or headers.get("x-amz-request-id") or (isinstance(body, bytes) and b"equest" in body and b"D>" in body.replace(b"Id>", b"D>"))


def has_status(shape):
    return shape is not None and any(member.serialization.get("location") == "statusCode" for member in shape.members.values())
