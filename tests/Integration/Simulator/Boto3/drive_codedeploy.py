"""CodeDeploy: the seed's environment and its deployments, in a region of its own."""

import environment
from environment import APPLICATION, GROUP
from harness import refused, until

REGION = "eu-central-1"
CONFIG = "driven-canary"
CANARY = {"type": "TimeBasedCanary", "timeBasedCanary": {"canaryPercentage": 25, "canaryInterval": 5}}
LINEAR = {"type": "TimeBasedLinear", "timeBasedLinear": {"linearPercentage": 50, "linearInterval": 1}}
TAGS = [{"Key": "team", "Value": "web"}]


def drive(harness):
    made = environment.create(lambda service: harness.client(service, region_name=REGION), termination_wait=1440)
    codedeploy = made.client("codedeploy")
    configs(codedeploy)
    applications(codedeploy)
    groups(codedeploy)
    revisions(codedeploy, made)
    first = deployments(harness, codedeploy, made)
    tags(codedeploy)
    codedeploy.delete_deployment_group(applicationName=APPLICATION, deploymentGroupName=GROUP)
    codedeploy.delete_deployment_config(deploymentConfigName=CONFIG)
    codedeploy.delete_application(applicationName=APPLICATION)
    with refused("ApplicationDoesNotExistException"):
        codedeploy.get_application(applicationName=APPLICATION)
    with refused("DeploymentDoesNotExistException"):
        codedeploy.get_deployment(deploymentId="d-ABSENT123")
    assert first.startswith("d-")


def configs(codedeploy):
    codedeploy.create_deployment_config(deploymentConfigName=CONFIG, computePlatform="ECS", trafficRoutingConfig=CANARY)
    codedeploy.create_deployment_config(deploymentConfigName=CONFIG + "-linear", computePlatform="ECS", trafficRoutingConfig=LINEAR)
    with refused("DeploymentConfigAlreadyExistsException"):
        codedeploy.create_deployment_config(deploymentConfigName=CONFIG, computePlatform="ECS", trafficRoutingConfig=CANARY)
    for name in (CONFIG, CONFIG + "-linear", "CodeDeployDefault.ECSAllAtOnce"):
        codedeploy.get_deployment_config(deploymentConfigName=name)
    assert CONFIG in codedeploy.list_deployment_configs()["deploymentConfigsList"]
    codedeploy.delete_deployment_config(deploymentConfigName=CONFIG + "-linear")
    with refused("DeploymentConfigDoesNotExistException"):
        codedeploy.get_deployment_config(deploymentConfigName=CONFIG + "-linear")


def applications(codedeploy):
    codedeploy.create_application(applicationName="other", computePlatform="ECS", tags=TAGS)
    codedeploy.update_application(applicationName="other", newApplicationName="another")
    codedeploy.get_application(applicationName="another")
    assert len(codedeploy.list_applications()["applications"]) == 2
    codedeploy.batch_get_applications(applicationNames=["another", APPLICATION])
    codedeploy.delete_application(applicationName="another")


def groups(codedeploy):
    named = {"applicationName": APPLICATION}
    with refused("DeploymentGroupAlreadyExistsException"):
        codedeploy.create_deployment_group(**named, deploymentGroupName=GROUP, serviceRoleArn="arn:aws:iam::123456789012:role/CodeDeployECSRole")
    trigger = {"triggerName": "told", "triggerTargetArn": "arn:aws:sns:eu-central-1:123456789012:told", "triggerEvents": ["DeploymentStart", "DeploymentFailure"]}
    codedeploy.update_deployment_group(**named, currentDeploymentGroupName=GROUP, deploymentConfigName=CONFIG, triggerConfigurations=[trigger])
    codedeploy.get_deployment_group(**named, deploymentGroupName=GROUP)
    assert codedeploy.list_deployment_groups(**named)["deploymentGroups"] == [GROUP]
    codedeploy.batch_get_deployment_groups(**named, deploymentGroupNames=[GROUP, "absent"])


def revisions(codedeploy, made):
    revision = environment.revision(made.definitions["v2"])
    codedeploy.register_application_revision(applicationName=APPLICATION, revision=revision, description="driven")
    codedeploy.get_application_revision(applicationName=APPLICATION, revision=revision)
    codedeploy.list_application_revisions(applicationName=APPLICATION, sortBy="registerTime", sortOrder="descending")
    codedeploy.batch_get_application_revisions(applicationName=APPLICATION, revisions=[revision])


def deployments(harness, codedeploy, made):
    """Runs one to its end, one into a rollback, and one whose hook reports from outside."""
    look = lambda deployment: codedeploy.get_deployment(deploymentId=deployment)["deploymentInfo"]
    first = environment.deploy(made, "v2", description="driven")
    with refused("DeploymentLimitExceededException"):
        environment.deploy(made, "v2")
    until(lambda: look(first)["status"], "InProgress".__eq__)
    targets(codedeploy, first)
    until(lambda: targets(codedeploy, first)["status"], "Succeeded".__eq__)
    codedeploy.skip_wait_time_for_instance_termination(deploymentId=first)
    until(lambda: look(first)["status"], "Succeeded".__eq__)
    targets(codedeploy, first)
    with refused("DeploymentAlreadyCompletedException"):
        codedeploy.stop_deployment(deploymentId=first)
    stopped(codedeploy, made, look)
    hooked(harness, codedeploy, made, look)
    codedeploy.list_deployments(applicationName=APPLICATION, deploymentGroupName=GROUP, includeOnlyStatuses=["Succeeded", "Stopped"])
    codedeploy.batch_get_deployments(deploymentIds=[first])
    codedeploy.get_deployment_group(applicationName=APPLICATION, deploymentGroupName=GROUP)
    codedeploy.list_application_revisions(applicationName=APPLICATION)
    return first


def targets(codedeploy, deployment):
    ids = codedeploy.list_deployment_targets(deploymentId=deployment)["targetIds"]
    codedeploy.batch_get_deployment_targets(deploymentId=deployment, targetIds=ids)
    return codedeploy.get_deployment_target(deploymentId=deployment, targetId=ids[0])["deploymentTarget"]["ecsTarget"]


def stopped(codedeploy, made, look):
    second = environment.deploy(made, "v1")
    until(lambda: look(second)["status"], "InProgress".__eq__)
    events = lambda: {event["lifecycleEventName"]: event["status"] for event in targets(codedeploy, second)["lifecycleEvents"]}
    until(lambda: events()["Install"], "Succeeded".__eq__)  # before it there is nothing to roll back
    assert codedeploy.stop_deployment(deploymentId=second, autoRollbackEnabled=True)["status"] in ("Pending", "Succeeded")
    until(lambda: look(second)["status"], "Stopped".__eq__)
    rollback = until(lambda: look(second).get("rollbackInfo", {}).get("rollbackDeploymentId"))
    until(lambda: look(rollback)["status"], "Succeeded".__eq__)
    targets(codedeploy, rollback)


def hooked(harness, codedeploy, made, look):
    """A deployment that waits for ContinueDeployment, then for a hook whose result is reported from outside."""
    configuration = {
        "deploymentReadyOption": {"actionOnTimeout": "STOP_DEPLOYMENT", "waitTimeInMinutes": 600},
        "terminateBlueInstancesOnDeploymentSuccess": {"action": "TERMINATE", "terminationWaitTimeInMinutes": 0},
    }
    codedeploy.update_deployment_group(
        applicationName=APPLICATION, currentDeploymentGroupName=GROUP, blueGreenDeploymentConfiguration=configuration,
        deploymentConfigName="CodeDeployDefault.ECSAllAtOnce",
    )
    hooks = [{"AfterAllowTraffic": harness.hook}]
    third = codedeploy.create_deployment(
        applicationName=APPLICATION, deploymentGroupName=GROUP, revision=environment.revision(made.definitions["v1"], hooks)
    )["deploymentId"]
    until(lambda: look(third)["status"], "Ready".__eq__)
    wrong = {"deploymentId": third, "lifecycleEventHookExecutionId": "wrong", "status": "Succeeded"}
    with refused("InvalidLifecycleEventHookExecutionIdException"):
        codedeploy.put_lifecycle_event_hook_execution_status(**wrong)
    codedeploy.continue_deployment(deploymentId=third, deploymentWaitType="READY_WAIT")
    execution = until(lambda: harness.hook_payload().get("LifecycleEventHookExecutionId"))
    codedeploy.put_lifecycle_event_hook_execution_status(**{**wrong, "lifecycleEventHookExecutionId": execution})
    until(lambda: look(third)["status"], "Succeeded".__eq__)


def tags(codedeploy):
    arn = f"arn:aws:codedeploy:{REGION}:123456789012:application:{APPLICATION}"
    codedeploy.tag_resource(ResourceArn=arn, Tags=TAGS)
    assert codedeploy.list_tags_for_resource(ResourceArn=arn)["Tags"] == TAGS
    codedeploy.untag_resource(ResourceArn=arn, TagKeys=["team"])
