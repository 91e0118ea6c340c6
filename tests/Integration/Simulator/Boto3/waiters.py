"""Ends every waiter that botocore has for the simulated services, against the simulator.

    python3 waiters.py SERVICE…
"""

import io
import json
import sys
import zipfile

import boto3
from botocore import xform_name

import environment

POLL = {"Delay": 1, "MaxAttempts": 60}

# Waiters that ask an operation which the simulator has not, by that operation, with the reason.
EXEMPT = {
    "cloudwatch": {"GetAlarmMuteRule": "mute rules of alarms are no part of a deployment"},
    "ecs": dict.fromkeys(("DescribeDaemon", "DescribeDaemonDeployments", "DescribeDaemonTaskDefinition"), "daemons run on container instances, which the simulator has not"),
    "ec2": dict.fromkeys(
        """DescribeBundleTasks DescribeConversionTasks DescribeCustomerGateways DescribeExportTasks DescribeImages DescribeImageUsageReports
        DescribeInstances DescribeInstanceStatus DescribeKeyPairs GetPasswordData DescribeSecondaryNetworks DescribeSecondarySubnets
        DescribeSecurityGroupVpcAssociations DescribeSnapshots DescribeImportSnapshotTasks DescribeSpotInstanceRequests DescribeStoreImageTasks
        DescribeVolumes DescribeVpcPeeringConnections DescribeVpnConnections""".split(),
        "of EC2 the simulator has the networks of one account, without machines",
    ),
    "iam": dict.fromkeys(("GetInstanceProfile", "GetUser"), "the simulator has roles and policies, no users and no machines"),
    "ssm": {"GetCommandInvocation": "commands run on machines, which the simulator has not"},
}


class Waiters:
    """Waits, and keeps the names of those waiters that have ended."""

    def __init__(self):
        self.ended = set()

    def wait(self, client, name, **arguments):
        client.get_waiter(name).wait(**arguments, WaiterConfig=POLL)
        self.ended.add((client.meta.service_model.service_name, name))


def network(waiters, made):
    ec2 = made.client("ec2")
    waiters.wait(ec2, "vpc_exists", VpcIds=[made.vpc])
    waiters.wait(ec2, "vpc_available", VpcIds=[made.vpc])
    waiters.wait(ec2, "subnet_available", SubnetIds=made.subnets)
    waiters.wait(ec2, "security_group_exists", GroupIds=[made.group])
    gateway = ec2.describe_internet_gateways(Filters=[{"Name": "attachment.vpc-id", "Values": [made.vpc]}])["InternetGateways"][0]["InternetGatewayId"]
    waiters.wait(ec2, "internet_gateway_exists", InternetGatewayIds=[gateway])
    address = ec2.allocate_address(Domain="vpc")["AllocationId"]
    nat = ec2.create_nat_gateway(SubnetId=made.subnets[0], AllocationId=address)["NatGateway"]["NatGatewayId"]
    waiters.wait(ec2, "nat_gateway_available", NatGatewayIds=[nat])
    ec2.delete_nat_gateway(NatGatewayId=nat)
    waiters.wait(ec2, "nat_gateway_deleted", NatGatewayIds=[nat])


def identities(waiters, made):
    iam = made.client("iam")
    waiters.wait(iam, "role_exists", RoleName="ecsTaskExecutionRole")
    statement = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}
    policy = iam.create_policy(PolicyName="read", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))["Policy"]["Arn"]
    waiters.wait(iam, "policy_exists", PolicyArn=policy)


def registry(waiters, made):
    ecr = made.client("ecr")
    image = {"repositoryName": environment.CONTAINER, "imageId": {"imageTag": "v1"}}
    ecr.start_image_scan(**image)
    waiters.wait(ecr, "image_scan_complete", **image)
    selection = {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 1}
    policy = {"rules": [{"rulePriority": 1, "selection": selection, "action": {"type": "expire"}}]}
    ecr.start_lifecycle_policy_preview(repositoryName=environment.CONTAINER, lifecyclePolicyText=json.dumps(policy))
    waiters.wait(ecr, "lifecycle_policy_preview_complete", repositoryName=environment.CONTAINER)


def alarms(waiters, made):
    cloudwatch = made.client("cloudwatch")
    waiters.wait(cloudwatch, "alarm_exists", AlarmNames=[environment.ALARM])
    cloudwatch.put_composite_alarm(AlarmName="any", AlarmRule=f"ALARM({environment.ALARM})")
    waiters.wait(cloudwatch, "composite_alarm_exists", AlarmNames=["any"], AlarmTypes=["CompositeAlarm"])


def functions(waiters, made):
    client, named = made.client("lambda"), {"FunctionName": "waited"}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("index.py", "")
    role = "arn:aws:iam::123456789012:role/function"
    client.create_function(**named, Runtime="python3.13", Role=role, Handler="index.handler", Code={"ZipFile": stream.getvalue()})
    waiters.wait(client, "function_exists", **named)
    waiters.wait(client, "function_active", **named)
    waiters.wait(client, "function_active_v2", **named)
    client.update_function_configuration(**named, Timeout=10)
    waiters.wait(client, "function_updated", **named)
    client.update_function_configuration(**named, Timeout=20)
    waiters.wait(client, "function_updated_v2", **named)
    version = client.publish_version(**named)["Version"]
    waiters.wait(client, "published_version_active", **named, Qualifier=version)


def buckets(waiters, made):
    s3, named = made.client("s3"), {"Bucket": "waited-bucket"}
    waiters.wait(s3, "bucket_not_exists", **named)
    s3.create_bucket(**named, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    waiters.wait(s3, "bucket_exists", **named)
    waiters.wait(s3, "object_not_exists", **named, Key="one")
    s3.put_object(**named, Key="one", Body=b"1")
    waiters.wait(s3, "object_exists", **named, Key="one")


def containers(waiters, made):
    """A deployment by CodeDeploy; a service that ECS deploys, from its tasks' start to its end."""
    codedeploy, ecs = made.client("codedeploy"), made.client("ecs")
    waiters.wait(codedeploy, "deployment_successful", deploymentId=environment.deploy(made, "v2", deploymentConfigName="CodeDeployDefault.ECSAllAtOnce"))
    named = {"cluster": environment.CLUSTER}
    place = {"awsvpcConfiguration": {"subnets": made.subnets, "securityGroups": [made.group], "assignPublicIp": "ENABLED"}}
    ecs.create_service(**named, serviceName="rolled", taskDefinition=made.definitions["v1"], desiredCount=1, launchType="FARGATE", networkConfiguration=place)
    waiters.wait(ecs, "services_stable", **named, services=["rolled"])
    tasks = ecs.list_tasks(**named, serviceName="rolled")["taskArns"]
    waiters.wait(ecs, "tasks_running", **named, tasks=tasks)
    ecs.delete_service(**named, service="rolled", force=True)
    waiters.wait(ecs, "services_inactive", **named, services=["rolled"])
    waiters.wait(ecs, "tasks_stopped", **named, tasks=tasks)


def load_balancers(waiters, made):
    elb = made.client("elbv2")
    named = {"LoadBalancerArns": [made.balancer]}
    waiters.wait(elb, "load_balancer_exists", **named)
    waiters.wait(elb, "load_balancer_available", **named)
    serving = made.target_groups[environment.weights(made).index(100)]
    waiters.wait(elb, "target_in_service", TargetGroupArn=serving)
    target = elb.describe_target_health(TargetGroupArn=serving)["TargetHealthDescriptions"][0]["Target"]
    elb.deregister_targets(TargetGroupArn=serving, Targets=[target])
    waiters.wait(elb, "target_deregistered", TargetGroupArn=serving, Targets=[target])
    elb.delete_load_balancer(LoadBalancerArn=made.balancer)
    waiters.wait(elb, "load_balancers_deleted", **named)


def interfaces(waiters, made):
    """The interface of a task, which is available until it is attached."""
    ec2, ecs = made.client("ec2"), made.client("ecs")
    place = {"awsvpcConfiguration": {"subnets": made.subnets, "securityGroups": [made.group], "assignPublicIp": "ENABLED"}}
    task = ecs.run_task(cluster=environment.CLUSTER, taskDefinition=made.definitions["v1"], launchType="FARGATE", networkConfiguration=place)["tasks"][0]
    details = {detail["name"]: detail["value"] for attachment in task["attachments"] for detail in attachment["details"]}
    waiters.wait(ec2, "network_interface_available", NetworkInterfaceIds=[details["networkInterfaceId"]])


def report(services, ended):
    """Compares the waiters that have ended with those that botocore has."""
    total, exempt, missed = 0, {}, []
    for service in services:
        model = boto3.client(service).meta.service_model
        waiters = boto3.client(service)._get_waiter_config().get("waiters", {})
        for name, waiter in waiters.items():
            total += 1
            reason = EXEMPT.get(service, {}).get(waiter["operation"])
            if reason is not None:
                exempt.setdefault(f"{service}: {reason}", []).append(name)
            elif (service, xform_name(name)) not in ended:
                missed.append(f"{service}.{name} ({model.service_id})")
    told = "; ".join(f"{len(names)} of {reason}" for reason, names in exempt.items())
    print(f"waiters: {len(ended)} of {total} ended; exempt: {told or 'none'}")
    return missed


def main():
    waiters = Waiters()
    made = environment.create(boto3.client)
    for step in (network, identities, registry, alarms, functions, buckets, containers, load_balancers, interfaces):
        step(waiters, made)
    missed = report(sys.argv[1:], waiters.ended)
    sys.exit("\n".join(f"did not end: {name}" for name in missed) if missed else 0)


if __name__ == "__main__":
    main()
