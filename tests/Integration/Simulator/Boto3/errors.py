"""Compares errors with those that botocore's models declare, or that all operations of a service share."""

import json
import xml.etree.ElementTree

# Errors that AWS documents for all operations, with their statuses; the models do not name them.
COMMON = {
    "ThrottlingException": (400,),
    "UnknownOperationException": (400, 404),  # 404 where operations are paths
    "ValidationException": (400,),
    "ValidationError": (400,),
    "SerializationException": (400,),
    "InvalidAction": (400,),
    "InvalidParameterValue": (400,),
    "MissingParameter": (400,),
}

# The models of these services declare no errors, or few; their guides list the codes.
BY_SERVICE = {
    "ec2": dict.fromkeys(
        """DefaultVpcAlreadyExists DependencyViolation InvalidGroup.Duplicate InvalidGroup.NotFound InvalidID InvalidNextToken
        InvalidParameter InvalidParameterCombination InvalidPermission.Duplicate UnknownParameter""".split(),
        (400,),
    ),
    "lambda": {"ResourceNotFoundException": (404,)},  # DeleteAlias of a function that is not there
    "s3": {
        "304": (304,),
        "400": (400,),
        "404": (404,),
        "BucketNotEmpty": (409,),
        "IllegalLocationConstraintException": (400,),
        "InvalidArgument": (400,),
        "InvalidBucketName": (400,),
        "MethodNotAllowed": (405,),
        "NoSuchBucket": (404,),
        "NoSuchBucketPolicy": (404,),
        "NoSuchKey": (404,),
        "NoSuchPublicAccessBlockConfiguration": (404,),
        "NoSuchTagSet": (404,),
        "ServerSideEncryptionConfigurationNotFoundError": (404,),
    },
}


class Errors:
    def __init__(self, findings):
        self.findings = findings

    def compare(self, operation, response, decode, path):
        """Tells what is wrong with an error, and gives the shape that declares it, if one does."""
        code, status = code_of(response, decode), response["status_code"]
        declared = {name: shape for shape in operation.error_shapes for name in (shape.name, shape.error_code)}
        if code in declared:
            shape = declared[code]
            facts = shape.metadata.get("error", {})
            expected = facts.get("httpStatusCode", 500 if shape.metadata.get("fault") else 400)
            if response["protocol"] != "smithy-rpc-v2-cbor" and status != expected:
                self.findings.add("wrong statuses", path, f"{code} with {status} instead of {expected}")
            return shape
        common = COMMON | BY_SERVICE.get(operation.service_model.service_name, {})
        if code not in common:
            self.findings.add("undeclared errors", path, code, message_of(response))
        elif status not in common[code]:
            self.findings.add("wrong statuses", path, f"{code} with {status} instead of {common[code][0]}")
        return None


def code_of(response, decode):
    """The code, wherever a protocol tells it; what answers HEAD has only a status."""
    if not response["body"]:
        return str(response["status_code"])
    if response["protocol"] in ("query", "ec2", "rest-xml"):
        root = xml.etree.ElementTree.fromstring(response["body"])
        return next((element.text for element in root.iter() if element.tag.endswith("Code")), "")
    code = response["headers"].get("x-amzn-errortype") or decode(response).get("__type", "")
    return code.split(":")[0].rsplit("#", 1)[-1]


def message_of(response):
    if isinstance(response["body"], bytes) and response["body"].startswith(b"{"):
        body = json.loads(response["body"])
        return body.get("message") or body.get("Message")
    return response["body"][:300]
