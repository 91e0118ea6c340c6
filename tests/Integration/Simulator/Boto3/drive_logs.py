"""CloudWatch Logs."""

import time

from harness import refused


def drive(harness):
    logs = harness.client("logs")
    logs.create_log_group(logGroupName="/driven", tags={"team": "web"})
    with refused("ResourceAlreadyExistsException"):
        logs.create_log_group(logGroupName="/driven")
    logs.put_retention_policy(logGroupName="/driven", retentionInDays=7)
    group = logs.describe_log_groups(logGroupNamePrefix="/driven")["logGroups"][0]
    assert group["retentionInDays"] == 7, group
    arn = group["arn"].removesuffix(":*")
    logs.tag_resource(resourceArn=arn, tags={"stage": "test"})
    assert logs.list_tags_for_resource(resourceArn=arn)["tags"] == {"team": "web", "stage": "test"}
    logs.untag_resource(resourceArn=arn, tagKeys=["stage"])
    logs.create_log_stream(logGroupName="/driven", logStreamName="one")
    now = next_moment(logs)
    events = [{"timestamp": now - 2000, "message": "GET / 200"}, {"timestamp": now - 1000, "message": "GET / 500 ERROR"}]
    logs.put_log_events(logGroupName="/driven", logStreamName="one", logEvents=events)
    old = [{"timestamp": now - 30 * 24 * 3600 * 1000, "message": "long ago"}]
    logs.put_log_events(logGroupName="/driven", logStreamName="one", logEvents=old)
    assert logs.describe_log_streams(logGroupName="/driven", orderBy="LastEventTime", descending=True)["logStreams"]
    page = logs.get_log_events(logGroupName="/driven", logStreamName="one", startFromHead=True, limit=1)
    rest = logs.get_log_events(logGroupName="/driven", logStreamName="one", startFromHead=True, nextToken=page["nextForwardToken"])
    assert [event["message"] for event in page["events"] + rest["events"]] == ["GET / 200", "GET / 500 ERROR"], (page, rest)
    found = logs.filter_log_events(logGroupName="/driven", filterPattern="ERROR", logStreamNames=["one"])["events"]
    assert len(found) == 1, found
    logs.delete_retention_policy(logGroupName="/driven")
    logs.delete_log_stream(logGroupName="/driven", logStreamName="one")
    logs.delete_log_group(logGroupName="/driven")
    with refused("ResourceNotFoundException"):
        logs.delete_log_group(logGroupName="/driven")


def next_moment(logs):
    """The simulator's present, in milliseconds: time runs faster there than here."""
    logs.create_log_stream(logGroupName="/driven", logStreamName="now")
    streams = logs.describe_log_streams(logGroupName="/driven", logStreamNamePrefix="now")["logStreams"]
    return streams[0]["creationTime"] if streams else int(time.time() * 1000)
