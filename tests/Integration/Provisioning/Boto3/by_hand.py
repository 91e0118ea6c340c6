"""Makes the seed's environment and its pipeline by boto3 alone, as somebody does who follows AWS's pages and has never seen the library.

    python3 by_hand.py REGION DIRECTORY

DIRECTORY holds the files of the first commit. Names are those that docs/provisioning.md gives for the environment; everything else is what the API
takes for granted, or what the console's wizards put in.
"""

import functools
import json
import pathlib
import sys
import time

import boto3
from botocore.exceptions import ClientError

import policies

NAME = "labo-terraform-admin"
CLUSTER = "web"
PORT = 5000
PRODUCTION, TEST = 80, 8080
APPLICATION = f"AppECS-{CLUSTER}-{NAME}"
GROUP = f"DgpECS-{CLUSTER}-{NAME}"
ALARM = "5xx-high"
LOG_GROUP = "/ecs/aws-ecs-getting-started"
TAG = "bluegreen:environment"
POLL = {"Delay": 1, "MaxAttempts": 120}


class Hand:
    """One sitting: the clients, and what has been made so far."""

    def __init__(self, region, directory):
        self.region = region
        self.files = pathlib.Path(directory)
        self.client = functools.cache(lambda service: boto3.client(service, region_name=region))
        self.account = self.client("sts").get_caller_identity()["Account"]
        self.bucket = f"{NAME}-artifacts-{self.account}-{region}"

    def arn(self, service, resource):
        return f"arn:aws:{service}:{self.region}:{self.account}:{resource}"

    def role(self, name, service, managed=None, inline=None):
        """A role that a service takes on."""
        iam = self.client("iam")
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(policies.trust(service)), Tags=tags("Key", "Value"))
        if managed:
            iam.attach_role_policy(RoleName=name, PolicyArn=f"arn:aws:iam::aws:policy/{managed}")
        if inline:
            iam.put_role_policy(RoleName=name, PolicyName="bluegreen", PolicyDocument=json.dumps(inline))
        iam.get_waiter("role_exists").wait(RoleName=name, WaiterConfig=POLL)
        return f"arn:aws:iam::{self.account}:role/{name}"


def tags(key, value):
    """The environment's tag, by the names that a service has for key and value."""
    return [{key: TAG, value: NAME}]


def patiently(call, **arguments):
    """A role is unknown to other services for some seconds after it was made."""
    for _ in range(60):
        try:
            return call(**arguments)
        except ClientError as error:
            if "role" not in str(error).lower():
                raise
            time.sleep(0.5)
    return call(**arguments)


def network(hand):
    """Two security groups in the default VPC."""
    ec2 = hand.client("ec2")
    hand.vpc = ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"][0]["VpcId"]
    hand.subnets = [one["SubnetId"] for one in ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [hand.vpc]}])["Subnets"]]
    for_groups = [{"ResourceType": "security-group", "Tags": tags("Key", "Value")}]
    hand.front = ec2.create_security_group(GroupName=f"{NAME}-load-balancer", Description="load balancer", VpcId=hand.vpc, TagSpecifications=for_groups)["GroupId"]
    hand.back = ec2.create_security_group(GroupName=f"{NAME}-tasks", Description="tasks", VpcId=hand.vpc, TagSpecifications=for_groups)["GroupId"]
    for port in (PRODUCTION, TEST):
        ec2.authorize_security_group_ingress(GroupId=hand.front, IpProtocol="tcp", FromPort=port, ToPort=port, CidrIp="0.0.0.0/0")
    pair = {"IpProtocol": "tcp", "FromPort": PORT, "ToPort": PORT, "UserIdGroupPairs": [{"GroupId": hand.front}]}
    ec2.authorize_security_group_ingress(GroupId=hand.back, IpPermissions=[pair])


def ground(hand):
    """Cluster, image repository, log groups and the two roles."""
    hand.client("ecs").create_cluster(clusterName=CLUSTER, tags=tags("key", "value"))
    hand.image = hand.client("ecr").create_repository(repositoryName=NAME, tags=tags("Key", "Value"))["repository"]["repositoryUri"]
    for group in (LOG_GROUP, f"/aws/codebuild/{NAME}"):
        hand.client("logs").create_log_group(logGroupName=group, tags={TAG: NAME})
    hand.execution = hand.role("ecsTaskExecutionRole", "ecs-tasks.amazonaws.com", managed="service-role/AmazonECSTaskExecutionRolePolicy")
    hand.mover = hand.role(f"ecsCodeDeployRole-{NAME}", "codedeploy.amazonaws.com", managed="AWSCodeDeployRoleForECS")


def load_balancer(hand):
    """The load balancer, its target groups and listeners: production on the first group, test on the second."""
    elb = hand.client("elbv2")
    hand.balancer = elb.create_load_balancer(Name=NAME, Subnets=hand.subnets, SecurityGroups=[hand.front], Tags=tags("Key", "Value"))["LoadBalancers"][0]["LoadBalancerArn"]
    hand.targets = [
        elb.create_target_group(Name=f"{NAME}-{i}", Protocol="HTTP", Port=PORT, VpcId=hand.vpc, TargetType="ip", Tags=tags("Key", "Value"))["TargetGroups"][0]["TargetGroupArn"]
        for i in (1, 2)
    ]
    hand.listeners = [
        elb.create_listener(
            LoadBalancerArn=hand.balancer, Protocol="HTTP", Port=port, DefaultActions=[{"Type": "forward", "TargetGroupArn": group}], Tags=tags("Key", "Value")
        )["Listeners"][0]["ListenerArn"]
        for port, group in zip((PRODUCTION, TEST), hand.targets)
    ]
    elb.get_waiter("load_balancer_available").wait(LoadBalancerArns=[hand.balancer], WaiterConfig=POLL)


def alarm(hand):
    """An alarm on answers with 5xx of the targets, above ten in a minute."""
    hand.client("cloudwatch").put_metric_alarm(
        AlarmName=ALARM,
        Namespace="AWS/ApplicationELB",
        MetricName="HTTPCode_Target_5XX_Count",
        Dimensions=[{"Name": "LoadBalancer", "Value": hand.balancer.split("loadbalancer/")[1]}],
        Statistic="Sum",
        Period=60,
        EvaluationPeriods=1,
        Threshold=10,
        ComparisonOperator="GreaterThanThreshold",
        TreatMissingData="notBreaching",
        Tags=tags("Key", "Value"),
    )


def service(hand):
    """The first revision and the service, two tasks of it on Fargate, with CodeDeploy as its controller."""
    ecs = hand.client("ecs")
    text = (hand.files / "taskdef.json").read_text(encoding="utf-8").replace("<IMAGE1_NAME>", f"{hand.image}:v1")
    revision = patiently(ecs.register_task_definition, **json.loads(text), tags=tags("key", "value"))["taskDefinition"]["taskDefinitionArn"]
    addresses = {"subnets": hand.subnets, "securityGroups": [hand.back], "assignPublicIp": "ENABLED"}
    ecs.create_service(
        cluster=CLUSTER,
        serviceName=NAME,
        taskDefinition=revision,
        desiredCount=2,
        launchType="FARGATE",
        deploymentController={"type": "CODE_DEPLOY"},
        loadBalancers=[{"targetGroupArn": hand.targets[0], "containerName": NAME, "containerPort": PORT}],
        networkConfiguration={"awsvpcConfiguration": addresses},
        tags=tags("key", "value"),
    )


def code_deploy(hand):
    """Application and group, with what the ECS console's wizard sets: all at once, no wait, the old tasks for an hour, back on failure or alarm."""
    deploy = hand.client("codedeploy")
    deploy.create_application(applicationName=APPLICATION, computePlatform="ECS", tags=tags("Key", "Value"))
    pair = {
        "targetGroups": [{"name": f"{NAME}-1"}, {"name": f"{NAME}-2"}],
        "prodTrafficRoute": {"listenerArns": [hand.listeners[0]]},
        "testTrafficRoute": {"listenerArns": [hand.listeners[1]]},
    }
    patiently(
        deploy.create_deployment_group,
        applicationName=APPLICATION,
        deploymentGroupName=GROUP,
        serviceRoleArn=hand.mover,
        deploymentConfigName="CodeDeployDefault.ECSAllAtOnce",
        deploymentStyle={"deploymentType": "BLUE_GREEN", "deploymentOption": "WITH_TRAFFIC_CONTROL"},
        ecsServices=[{"clusterName": CLUSTER, "serviceName": NAME}],
        loadBalancerInfo={"targetGroupPairInfoList": [pair]},
        blueGreenDeploymentConfiguration={
            "deploymentReadyOption": {"actionOnTimeout": "CONTINUE_DEPLOYMENT"},
            "terminateBlueInstancesOnDeploymentSuccess": {"action": "TERMINATE", "terminationWaitTimeInMinutes": 60},
        },
        autoRollbackConfiguration={"enabled": True, "events": ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]},
        alarmConfiguration={"enabled": True, "alarms": [{"name": ALARM}]},
        tags=tags("Key", "Value"),
    )


def source(hand):
    """The CodeCommit repository with its first commit, and the bucket of artifacts."""
    commits = hand.client("codecommit")
    commits.create_repository(repositoryName=NAME, tags={TAG: NAME})
    files = sorted(one for one in hand.files.rglob("*") if one.is_file())
    put = [{"filePath": one.relative_to(hand.files).as_posix(), "fileContent": one.read_bytes()} for one in files]
    commits.create_commit(repositoryName=NAME, branchName="main", commitMessage="first", putFiles=put)
    s3 = hand.client("s3")
    s3.create_bucket(Bucket=hand.bucket, CreateBucketConfiguration={"LocationConstraint": hand.region})
    s3.put_bucket_tagging(Bucket=hand.bucket, Tagging={"TagSet": tags("Key", "Value")})
    block = {"BlockPublicAcls": True, "IgnorePublicAcls": True, "BlockPublicPolicy": True, "RestrictPublicBuckets": True}
    s3.put_public_access_block(Bucket=hand.bucket, PublicAccessBlockConfiguration=block)


def build(hand):
    """The build project: Docker in CodeBuild's standard image, the source's buildspec.yml."""
    role = hand.role(f"codebuild-{NAME}-service-role", "codebuild.amazonaws.com", inline=policies.of_builds(hand, NAME))
    patiently(
        hand.client("codebuild").create_project,
        name=NAME,
        source={"type": "CODEPIPELINE"},
        artifacts={"type": "CODEPIPELINE"},
        environment={
            "type": "LINUX_CONTAINER",
            "image": "aws/codebuild/standard:7.0",
            "computeType": "BUILD_GENERAL1_SMALL",
            "privilegedMode": True,
            "environmentVariables": [{"name": "IMAGE_TAG", "value": "v2"}],
        },
        serviceRole=role,
        tags=tags("key", "value"),
    )


def action(name, category, provider, configuration, reads=(), writes=()):
    """An action as the pipeline wizard declares it, with a namespace for its variables."""
    return {
        "name": name,
        "actionTypeId": {"category": category, "owner": "AWS", "provider": provider, "version": "1"},
        "runOrder": 1,
        "namespace": f"{name}Variables",
        "configuration": configuration,
        "inputArtifacts": [{"name": one} for one in reads],
        "outputArtifacts": [{"name": one} for one in writes],
    }


def pipeline(hand):
    """The pipeline, last of all: it starts when it is made. No rule of EventBridge tells it of a push, so it asks."""
    role = hand.role(f"AWSCodePipelineServiceRole-{NAME}", "codepipeline.amazonaws.com", inline=policies.of_pipeline(hand, NAME, APPLICATION))
    watched = {"RepositoryName": NAME, "BranchName": "main", "PollForSourceChanges": "true"}
    deployed = {
        "ApplicationName": APPLICATION,
        "DeploymentGroupName": GROUP,
        "TaskDefinitionTemplateArtifact": "BuildArtifact",
        "AppSpecTemplateArtifact": "BuildArtifact",
        "Image1ArtifactName": "BuildArtifact",
        "Image1ContainerName": "IMAGE1_NAME",
    }
    actions = {
        "Source": action("Source", "Source", "CodeCommit", watched, writes=["SourceArtifact"]),
        "Build": action("Build", "Build", "CodeBuild", {"ProjectName": NAME}, ["SourceArtifact"], ["BuildArtifact"]),
        "Deploy": action("Deploy", "Deploy", "CodeDeployToECS", deployed, ["BuildArtifact"]),
    }
    declaration = {
        "name": NAME,
        "roleArn": role,
        "artifactStore": {"type": "S3", "location": hand.bucket},
        "pipelineType": "V2",
        "stages": [{"name": stage, "actions": [one]} for stage, one in actions.items()],
    }
    patiently(hand.client("codepipeline").create_pipeline, pipeline=declaration, tags=tags("key", "value"))


def main():
    hand = Hand(*sys.argv[1:])
    for step in (network, ground, load_balancer, alarm, service, code_deploy, source, build, pipeline):
        step(hand)


if __name__ == "__main__":
    main()
