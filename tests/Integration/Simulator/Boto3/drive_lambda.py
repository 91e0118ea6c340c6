"""Lambda."""

import io
import json
import zipfile

from harness import refused, until

ROLE = "arn:aws:iam::123456789012:role/function"
NAMED = {"FunctionName": "driven"}


def archive(text):
    """A zip of one file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zipped:
        zipped.writestr("index.py", text)
    return stream.getvalue()


def drive(harness):
    functions = harness.client("lambda")
    made = functions.create_function(
        **NAMED,
        Runtime="python3.13",
        Role=ROLE,
        Handler="index.handler",
        Code={"ZipFile": archive("one")},
        Description="driven",
        Timeout=30,
        MemorySize=256,
        Environment={"Variables": {"STAGE": "test"}},
        VpcConfig={"SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"]},
        TracingConfig={"Mode": "Active"},
        Architectures=["arm64"],
        EphemeralStorage={"Size": 1024},
        Layers=["arn:aws:lambda:eu-west-1:123456789012:layer:deps:1"],
        LoggingConfig={"LogFormat": "JSON", "ApplicationLogLevel": "INFO"},
        Tags={"team": "web"},
    )
    with refused("ResourceConflictException"):
        functions.create_function(**NAMED, Runtime="python3.13", Role=ROLE, Handler="a.b", Code={"ZipFile": archive("one")})
    updated(functions)
    functions.get_function(**NAMED)
    functions.list_functions()
    invoke(functions)
    functions.update_function_configuration(**NAMED, Timeout=60, Description="changed")
    updated(functions)
    functions.update_function_code(**NAMED, ZipFile=archive("two"))
    updated(functions)
    versions(functions)
    functions.add_permission(**NAMED, StatementId="one", Action="lambda:InvokeFunction", Principal="codedeploy.amazonaws.com", SourceAccount="123456789012")
    assert "codedeploy" in functions.get_policy(**NAMED)["Policy"]
    functions.remove_permission(**NAMED, StatementId="one")
    with refused("ResourceNotFoundException"):
        functions.get_policy(**NAMED)
    arn = made["FunctionArn"]
    functions.tag_resource(Resource=arn, Tags={"stage": "test"})
    assert functions.list_tags(Resource=arn)["Tags"] == {"team": "web", "stage": "test"}
    functions.untag_resource(Resource=arn, TagKeys=["stage"])
    functions.delete_function(**NAMED)
    with refused("ResourceNotFoundException"):
        functions.get_function(**NAMED)


def updated(functions):
    look = lambda: functions.get_function_configuration(**NAMED)
    until(look, lambda seen: (seen["State"], seen["LastUpdateStatus"]) == ("Active", "Successful"))


def invoke(functions):
    answer = functions.invoke(**NAMED, Payload=json.dumps({"a": 1}), LogType="Tail")
    assert answer["StatusCode"] == 200 and "LogResult" in answer, answer
    assert answer["Payload"].read() == b"null"
    assert functions.invoke(**NAMED, InvocationType="Event", Payload=b"{}")["StatusCode"] == 202
    assert functions.invoke(**NAMED, InvocationType="DryRun")["StatusCode"] == 204
    with refused("InvalidRequestContentException"):
        functions.invoke(**NAMED, Payload=b"{")


def versions(functions):
    version = functions.publish_version(**NAMED, Description="first")["Version"]
    assert len(functions.list_versions_by_function(**NAMED)["Versions"]) == 2
    functions.create_alias(**NAMED, Name="live", FunctionVersion=version, Description="driven")
    functions.update_alias(**NAMED, Name="live", Description="changed", RoutingConfig={"AdditionalVersionWeights": {"$LATEST": 0.1}})
    functions.get_alias(**NAMED, Name="live")
    assert len(functions.list_aliases(**NAMED)["Aliases"]) == 1
    functions.delete_alias(**NAMED, Name="live")
