"""CloudWatch, by each of its three wires."""

import datetime

from harness import refused

PROTOCOLS = ("json", "query", "smithy-rpc-v2-cbor")
METRIC = {"Namespace": "Driven", "MetricName": "Errors"}
TOPIC = "arn:aws:sns:eu-west-1:123456789012:alarms"


def drive(harness):
    for number, protocol in enumerate(PROTOCOLS):
        drive_by(harness.client("cloudwatch", protocol), f"driven-{number}")


def drive_by(cloudwatch, name):
    dimensions = [{"Name": "TargetGroup", "Value": f"targetgroup/web/{name}"}]
    cloudwatch.put_metric_alarm(
        AlarmName=name,
        AlarmDescription="driven",
        **METRIC,
        Dimensions=dimensions,
        Statistic="Sum",
        Period=60,
        EvaluationPeriods=2,
        DatapointsToAlarm=1,
        Threshold=1.5,
        ComparisonOperator="GreaterThanThreshold",
        TreatMissingData="notBreaching",
        Unit="Count",
        AlarmActions=[TOPIC],
        OKActions=[TOPIC],
        InsufficientDataActions=[TOPIC],
        ActionsEnabled=True,
        Tags=[{"Key": "team", "Value": "web"}],
    )
    cloudwatch.put_composite_alarm(AlarmName=f"{name}-all", AlarmRule=f"ALARM({name})", AlarmDescription="driven", AlarmActions=[TOPIC])
    cloudwatch.set_alarm_state(AlarmName=name, StateValue="ALARM", StateReason="driven", StateReasonData='{"a": 1}')
    alarms = cloudwatch.describe_alarms(AlarmNamePrefix=name, AlarmTypes=["MetricAlarm", "CompositeAlarm"])
    assert len(alarms["MetricAlarms"]) == len(alarms["CompositeAlarms"]) == 1, alarms
    arn = alarms["MetricAlarms"][0]["AlarmArn"]
    history = cloudwatch.describe_alarm_history(AlarmName=name, HistoryItemType="StateUpdate")["AlarmHistoryItems"]
    assert history, history
    cloudwatch.tag_resource(ResourceARN=arn, Tags=[{"Key": "stage", "Value": "test"}])
    assert len(cloudwatch.list_tags_for_resource(ResourceARN=arn)["Tags"]) == 2
    cloudwatch.untag_resource(ResourceARN=arn, TagKeys=["stage"])
    metrics(cloudwatch, dimensions, alarms["MetricAlarms"][0]["StateUpdatedTimestamp"])
    with refused("ResourceNotFound"):
        cloudwatch.set_alarm_state(AlarmName="absent", StateValue="OK", StateReason="driven")
    with refused("ValidationError"):
        cloudwatch.put_metric_alarm(AlarmName="wrong", EvaluationPeriods=1, ComparisonOperator="GreaterThanThreshold", Threshold=1, Period=7, Statistic="Sum", **METRIC)
    cloudwatch.delete_alarms(AlarmNames=[f"{name}-all"])
    cloudwatch.delete_alarms(AlarmNames=[name])


def metrics(cloudwatch, dimensions, now):
    values = {"Values": [1.0, 2.0], "Counts": [3.0, 1.0]}
    statistics = {"StatisticValues": {"SampleCount": 2.0, "Sum": 3.0, "Minimum": 1.0, "Maximum": 2.0}}
    for data in ({"Value": 4.0}, values, statistics):
        cloudwatch.put_metric_data(
            Namespace=METRIC["Namespace"],
            MetricData=[{"MetricName": METRIC["MetricName"], "Dimensions": dimensions, "Timestamp": now, "Unit": "Count", "StorageResolution": 60, **data}],
        )
    hour = datetime.timedelta(hours=1)
    points = cloudwatch.get_metric_statistics(
        **METRIC, Dimensions=dimensions, StartTime=now - hour, EndTime=now + hour, Period=60,
        Statistics=["Sum", "Average", "Minimum", "Maximum", "SampleCount"],
    )["Datapoints"]
    assert points and points[0]["Sum"] == 4 + 5 + 3, points
    query = {"Id": "errors", "Label": "Errors", "ReturnData": True,
             "MetricStat": {"Metric": {**METRIC, "Dimensions": dimensions}, "Period": 60, "Stat": "Sum", "Unit": "Count"}}
    results = cloudwatch.get_metric_data(MetricDataQueries=[query], StartTime=now - hour, EndTime=now + hour)["MetricDataResults"]
    assert results[0]["Values"] == [12.0], results
