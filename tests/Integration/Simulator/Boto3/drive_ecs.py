"""Elastic Container Service: its resources, and services that ECS itself deploys."""

from drive_elbv2 import forward, network, target_groups
from harness import refused, until

ROLE = "arn:aws:iam::123456789012:role/driven"
TAGS = [{"key": "team", "value": "web"}]
CLUSTER = {"cluster": "driven"}


def drive(harness):
    ecs = harness.client("ecs")
    cluster(ecs)
    settings(ecs)
    definitions = task_definitions(ecs)
    tasks(ecs, harness, definitions)
    task_sets(ecs, harness)
    deployments(ecs, harness)
    ecs.deregister_task_definition(taskDefinition=definitions[0])
    ecs.delete_task_definitions(taskDefinitions=[definitions[0], "absent:1"])
    ecs.delete_cluster(**CLUSTER)
    with refused("ClusterNotFoundException"):
        ecs.list_services(cluster="absent")


def cluster(ecs):
    strategy = [{"capacityProvider": "FARGATE", "weight": 1, "base": 1}, {"capacityProvider": "FARGATE_SPOT", "weight": 1}]
    arn = ecs.create_cluster(
        clusterName="driven",
        tags=TAGS,
        settings=[{"name": "containerInsights", "value": "enabled"}],
        configuration={"executeCommandConfiguration": {"logging": "DEFAULT"}},
        capacityProviders=["FARGATE", "FARGATE_SPOT"],
        defaultCapacityProviderStrategy=strategy,
    )["cluster"]["clusterArn"]
    found = ecs.describe_clusters(clusters=["driven", "absent"], include=["ATTACHMENTS", "CONFIGURATIONS", "SETTINGS", "STATISTICS", "TAGS"])
    assert found["failures"][0]["reason"] == "MISSING", found
    assert arn in ecs.list_clusters()["clusterArns"]
    ecs.update_cluster(**CLUSTER, settings=[{"name": "containerInsights", "value": "disabled"}])
    ecs.update_cluster_settings(**CLUSTER, settings=[{"name": "containerInsights", "value": "enhanced"}])
    ecs.put_cluster_capacity_providers(**CLUSTER, capacityProviders=["FARGATE"], defaultCapacityProviderStrategy=strategy[:1])
    ecs.describe_capacity_providers(capacityProviders=["FARGATE"], include=["TAGS"])
    ecs.tag_resource(resourceArn=arn, tags=[{"key": "stage", "value": "test"}])
    assert len(ecs.list_tags_for_resource(resourceArn=arn)["tags"]) == 2
    ecs.untag_resource(resourceArn=arn, tagKeys=["stage"])


def settings(ecs):
    ecs.put_account_setting(name="containerInsights", value="enabled")
    ecs.put_account_setting_default(name="serviceLongArnFormat", value="enabled")
    ecs.list_account_settings(effectiveSettings=True)
    ecs.delete_account_setting(name="containerInsights")


def task_definitions(ecs):
    container = {
        "name": "app",
        "image": "web:v1",
        "cpu": 128,
        "memory": 256,
        "memoryReservation": 128,
        "essential": True,
        "portMappings": [{"containerPort": 80, "name": "http", "appProtocol": "http"}],
        "environment": [{"name": "STAGE", "value": "test"}],
        "environmentFiles": [{"value": "arn:aws:s3:::bucket/a.env", "type": "s3"}],
        "mountPoints": [{"sourceVolume": "data", "containerPath": "/data", "readOnly": True}],
        "linuxParameters": {"initProcessEnabled": True, "capabilities": {"drop": ["ALL"]}},
        "healthCheck": {"command": ["CMD-SHELL", "true"], "interval": 10, "timeout": 5, "retries": 3, "startPeriod": 5},
        "ulimits": [{"name": "nofile", "softLimit": 1024, "hardLimit": 2048}],
        "dockerLabels": {"team": "web"},
        "dependsOn": [{"containerName": "side", "condition": "START"}],
        "stopTimeout": 30,
        "restartPolicy": {"enabled": True, "restartAttemptPeriod": 60},
        "systemControls": [{"namespace": "net.core.somaxconn", "value": "1024"}],
    }
    side = {"name": "side", "image": "side:v1", "essential": False, "entryPoint": ["/run"], "command": ["-v"], "readonlyRootFilesystem": True, "user": "1000"}
    named = []
    for version in ("v1", "v2"):
        container["image"] = f"web:{version}"
        named.append(ecs.register_task_definition(
            family="driven", taskRoleArn=ROLE, executionRoleArn=ROLE, networkMode="awsvpc", requiresCompatibilities=["FARGATE"], cpu="256", memory="512",
            containerDefinitions=[container, side], volumes=[{"name": "data", "efsVolumeConfiguration": {"fileSystemId": "fs-1", "transitEncryption": "ENABLED"}}],
            ephemeralStorage={"sizeInGiB": 30}, runtimePlatform={"cpuArchitecture": "ARM64", "operatingSystemFamily": "LINUX"}, tags=TAGS, enableFaultInjection=False,
        )["taskDefinition"]["taskDefinitionArn"])
    for image in ("web:v1", "web:v2"):
        ecs.register_task_definition(family="plain", containerDefinitions=[
            {"name": "app", "image": image, "memory": 128, "portMappings": [{"containerPort": 80}]}])
    ecs.describe_task_definition(taskDefinition="driven", include=["TAGS"])
    assert ecs.list_task_definitions(familyPrefix="driven", sort="DESC")["taskDefinitionArns"] == named[::-1]
    assert ecs.list_task_definition_families(familyPrefix="dri", status="ACTIVE")["families"] == ["driven"]
    with refused("ClientException"):
        ecs.describe_task_definition(taskDefinition="absent")
    return named


def place(harness):
    _, subnets, group = network(harness)
    return {"awsvpcConfiguration": {"subnets": subnets, "securityGroups": [group], "assignPublicIp": "ENABLED"}}


def tasks(ecs, harness, definitions):
    override = {"containerOverrides": [{"name": "app", "command": ["a"], "environment": [{"name": "A", "value": "b"}]}], "cpu": "256"}
    started = ecs.run_task(
        **CLUSTER, taskDefinition=definitions[0], launchType="FARGATE", count=2, group="family:driven", startedBy="boto3", overrides=override,
        networkConfiguration=place(harness), enableExecuteCommand=True, propagateTags="TASK_DEFINITION", enableECSManagedTags=True, tags=TAGS,
    )["tasks"]
    arns = [task["taskArn"] for task in started]
    look = lambda: {task["lastStatus"] for task in ecs.describe_tasks(**CLUSTER, tasks=arns, include=["TAGS"])["tasks"]}
    until(look, {"RUNNING"}.__eq__)
    ecs.stop_task(**CLUSTER, task=arns[0], reason="driven")
    until(lambda: ecs.describe_tasks(**CLUSTER, tasks=[arns[0]])["tasks"][0]["lastStatus"], "STOPPED".__eq__)
    assert ecs.list_tasks(**CLUSTER, startedBy="boto3", desiredStatus="RUNNING")["taskArns"] == arns[1:]
    ecs.stop_task(**CLUSTER, task=arns[1])
    assert ecs.describe_tasks(**CLUSTER, tasks=["a" * 32])["failures"][0]["reason"] == "MISSING"


def task_sets(ecs, harness):
    service = {**CLUSTER, "service": "external"}
    ecs.create_service(**CLUSTER, serviceName="external", deploymentController={"type": "EXTERNAL"}, desiredCount=2, tags=TAGS)
    vpc, _, _ = network(harness)
    elb = harness.client("elbv2")
    groups = target_groups(elb, vpc, "external-blue", "external-green")
    _, subnets, group = network(harness)
    balancer = elb.create_load_balancer(Name="external", Subnets=subnets, SecurityGroups=[group])["LoadBalancers"][0]["LoadBalancerArn"]
    listener = elb.create_listener(LoadBalancerArn=balancer, Protocol="HTTP", Port=80, DefaultActions=[forward(*groups)])["Listeners"][0]["ListenerArn"]
    sets = [
        ecs.create_task_set(
            **service, taskDefinition="plain:1", externalId=f"set-{i}", launchType="EC2", scale={"value": 100, "unit": "PERCENT"},
            loadBalancers=[{"targetGroupArn": target_group, "containerName": "app", "containerPort": 80}], tags=TAGS,
        )["taskSet"]["taskSetArn"]
        for i, target_group in enumerate(groups)
    ]
    ecs.update_service_primary_task_set(**service, primaryTaskSet=sets[0])
    ecs.update_task_set(**service, taskSet=sets[1], scale={"value": 50, "unit": "PERCENT"})
    look = lambda: {one["stabilityStatus"] for one in ecs.describe_task_sets(**service, taskSets=sets, include=["TAGS"])["taskSets"]}
    until(look, {"STEADY_STATE"}.__eq__)
    ecs.describe_services(**CLUSTER, services=["external", "absent"], include=["TAGS"])
    ecs.delete_task_set(**service, taskSet=sets[1], force=True)
    ecs.describe_task_sets(**service)
    ecs.delete_service(**service, force=True)
    elb.delete_listener(ListenerArn=listener)


def deployments(ecs, harness):
    """A service that ECS deploys blue/green with a pause, and one that is stopped on its way."""
    elb = harness.client("elbv2")
    vpc, subnets, group = network(harness)
    blue, green = target_groups(elb, vpc, "native-blue", "native-green")
    balancer = elb.create_load_balancer(Name="native", Subnets=subnets, SecurityGroups=[group])["LoadBalancers"][0]["LoadBalancerArn"]
    weights = {"Type": "forward", "ForwardConfig": {"TargetGroups": [{"TargetGroupArn": blue, "Weight": 1}, {"TargetGroupArn": green, "Weight": 0}]}}
    listener = elb.create_listener(LoadBalancerArn=balancer, Protocol="HTTP", Port=80, DefaultActions=[weights])["Listeners"][0]["ListenerArn"]
    rule = elb.describe_rules(ListenerArn=listener)["Rules"][0]["RuleArn"]
    service = {**CLUSTER, "service": "native"}
    ecs.create_service(
        **CLUSTER,
        serviceName="native",
        taskDefinition="plain:1",
        desiredCount=2,
        schedulingStrategy="REPLICA",
        healthCheckGracePeriodSeconds=30,
        enableECSManagedTags=True,
        propagateTags="SERVICE",
        placementStrategy=[{"type": "spread", "field": "attribute:ecs.availability-zone"}],
        tags=TAGS,
        deploymentConfiguration={
            "strategy": "BLUE_GREEN",
            "bakeTimeInMinutes": 1,
            "maximumPercent": 200,
            "minimumHealthyPercent": 100,
            "deploymentCircuitBreaker": {"enable": True, "rollback": True},
            "alarms": {"alarmNames": ["driven-5xx"], "enable": True, "rollback": True},
            "lifecycleHooks": [{"targetType": "PAUSE", "lifecycleStages": ["POST_TEST_TRAFFIC_SHIFT"]}],
        },
        loadBalancers=[{
            "targetGroupArn": blue,
            "containerName": "app",
            "containerPort": 80,
            "advancedConfiguration": {"alternateTargetGroupArn": green, "productionListenerRule": rule, "roleArn": ROLE},
        }],
    )
    stable = lambda: ecs.describe_services(**CLUSTER, services=["native"], include=["TAGS"])["services"][0]["deployments"]
    until(stable, lambda seen: len(seen) == 1 and seen[0]["rolloutState"] == "COMPLETED")
    ecs.list_services(**CLUSTER, launchType="EC2", schedulingStrategy="REPLICA")
    ecs.list_services_by_namespace(namespace="driven")
    continued(ecs, service)
    stopped(ecs, service)
    with refused("InvalidParameterException"):
        ecs.delete_service(**service)
    ecs.delete_service(**service, force=True)
    until(lambda: ecs.describe_services(**CLUSTER, services=["native"])["services"][0]["status"], "INACTIVE".__eq__)


def continued(ecs, service):
    deployment = ecs.update_service(**service, taskDefinition="plain:2")["service"]["currentServiceDeployment"]
    look = lambda: ecs.describe_service_deployments(serviceDeploymentArns=[deployment])["serviceDeployments"][0]
    waiting = lambda seen: [hook for hook in seen.get("lifecycleHookDetails", []) if hook["status"] == "AWAITING_ACTION"]
    hook = waiting(until(look, waiting))[0]["hookId"]
    ecs.continue_service_deployment(serviceDeploymentArn=deployment, hookId=hook, action="CONTINUE")
    until(lambda: look()["status"], "SUCCESSFUL".__eq__)
    assert ecs.list_service_deployments(**service, status=["SUCCESSFUL"])["serviceDeployments"]
    with refused("ConflictException"):
        ecs.stop_service_deployment(serviceDeploymentArn=deployment)
    ecs.describe_service_revisions(serviceRevisionArns=[look()["targetServiceRevision"]["arn"]])


def stopped(ecs, service):
    deployment = ecs.update_service(**service, taskDefinition="plain:1", forceNewDeployment=True)["service"]["currentServiceDeployment"]
    look = lambda: ecs.describe_service_deployments(serviceDeploymentArns=[deployment])["serviceDeployments"][0]["status"]
    until(look, "IN_PROGRESS".__eq__)
    ecs.stop_service_deployment(serviceDeploymentArn=deployment, stopType="ROLLBACK")
    until(look, "ROLLBACK_SUCCESSFUL".__eq__)
    ecs.list_service_deployments(**service, createdAt={"after": 0})
