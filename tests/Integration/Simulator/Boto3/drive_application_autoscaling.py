"""Application Auto Scaling of an ECS service."""

from harness import refused

REGION = "eu-west-2"
NAMED = {"ServiceNamespace": "ecs", "ResourceId": "service/scaled/web", "ScalableDimension": "ecs:service:DesiredCount"}


def drive(harness):
    ecs = harness.client("ecs", region_name=REGION)
    ecs.create_cluster(clusterName="scaled")
    ecs.register_task_definition(family="scaled", containerDefinitions=[{"name": "app", "image": "web:v1", "memory": 128}])
    ecs.create_service(cluster="scaled", serviceName="web", taskDefinition="scaled", desiredCount=1)
    scaling = harness.client("application-autoscaling", region_name=REGION)
    with refused("ValidationException"):
        scaling.register_scalable_target(**{**NAMED, "ResourceId": "service/scaled/absent"}, MinCapacity=1, MaxCapacity=2)
    suspended = {"DynamicScalingInSuspended": True, "DynamicScalingOutSuspended": False, "ScheduledScalingSuspended": False}
    target = scaling.register_scalable_target(**NAMED, MinCapacity=2, MaxCapacity=5, SuspendedState=suspended, Tags={"team": "web"})["ScalableTargetARN"]
    scaling.describe_scalable_targets(ServiceNamespace="ecs", ResourceIds=[NAMED["ResourceId"]])
    tracking = {
        "TargetValue": 50.0,
        "PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"},
        "ScaleOutCooldown": 30,
        "ScaleInCooldown": 60,
        "DisableScaleIn": False,
    }
    scaling.put_scaling_policy(**NAMED, PolicyName="tracked", PolicyType="TargetTrackingScaling", TargetTrackingScalingPolicyConfiguration=tracking)
    step = {"AdjustmentType": "ChangeInCapacity", "StepAdjustments": [{"MetricIntervalLowerBound": 0.0, "ScalingAdjustment": 1}], "Cooldown": 60,
            "MetricAggregationType": "Average", "MinAdjustmentMagnitude": 1}
    scaling.put_scaling_policy(**NAMED, PolicyName="stepped", PolicyType="StepScaling", StepScalingPolicyConfiguration=step)
    assert len(scaling.describe_scaling_policies(ServiceNamespace="ecs")["ScalingPolicies"]) == 2
    scaling.describe_scaling_activities(ServiceNamespace="ecs")
    scaling.tag_resource(ResourceARN=target, Tags={"stage": "test"})
    assert scaling.list_tags_for_resource(ResourceARN=target)["Tags"] == {"team": "web", "stage": "test"}
    scaling.untag_resource(ResourceARN=target, TagKeys=["stage"])
    scaling.delete_scaling_policy(**NAMED, PolicyName="stepped")
    scaling.deregister_scalable_target(**NAMED)
    with refused("ObjectNotFoundException"):
        scaling.deregister_scalable_target(**NAMED)
