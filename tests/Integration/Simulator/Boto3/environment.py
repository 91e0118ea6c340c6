"""The seed's environment, made from nothing: network, roles, images, load balancer, service, CodeDeploy."""

import json
import types

CONTAINER = "labo-terraform-admin"
CLUSTER = "web"
FAMILY = "ecs-admin-test"
PORT = 5000
APPLICATION = f"AppECS-{CLUSTER}-{CONTAINER}"
GROUP = f"DgpECS-{CLUSTER}-{CONTAINER}"
LOG_GROUP = "/ecs/aws-ecs-getting-started"
ALARM = "5xx-high"
POLL = {"Delay": 1, "MaxAttempts": 60}
MANIFEST_TYPE = "application/vnd.docker.distribution.manifest.v2+json"
ROLES = {
    "ecsTaskExecutionRole": ("ecs-tasks.amazonaws.com", "service-role/AmazonECSTaskExecutionRolePolicy"),
    "CodeDeployECSRole": ("codedeploy.amazonaws.com", "AWSCodeDeployRoleForECS"),
}


def create(client, versions=("v1", "v2", "broken"), termination_wait=0, config="CodeDeployDefault.ECSCanary10Percent15Minutes", ports=(80, 8080)):
    """Makes everything, and waits until the first version serves."""
    made = types.SimpleNamespace(client=client)
    network(made)
    roles(made)
    images(made, versions)
    client("logs").create_log_group(logGroupName=LOG_GROUP)
    load_balancer(made, ports)
    made.definitions = {version: register(made, version) for version in versions}
    service(made, versions[0])
    code_deploy(made, termination_wait, config)
    return made


def network(made):
    ec2 = made.client("ec2")
    made.vpc = ec2.create_vpc(CidrBlock="10.20.0.0/16")["Vpc"]["VpcId"]
    ec2.get_waiter("vpc_available").wait(VpcIds=[made.vpc], WaiterConfig=POLL)
    zones = [zone["ZoneName"] for zone in ec2.describe_availability_zones()["AvailabilityZones"]][:2]
    made.subnets = [
        ec2.create_subnet(VpcId=made.vpc, CidrBlock=f"10.20.{i}.0/24", AvailabilityZone=zone)["Subnet"]["SubnetId"] for i, zone in enumerate(zones)
    ]
    ec2.get_waiter("subnet_available").wait(SubnetIds=made.subnets, WaiterConfig=POLL)
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=made.vpc)
    table = ec2.create_route_table(VpcId=made.vpc)["RouteTable"]["RouteTableId"]
    ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
    for subnet in made.subnets:
        ec2.associate_route_table(RouteTableId=table, SubnetId=subnet)
    made.group = ec2.create_security_group(GroupName="web", Description="what the load balancer and its tasks let in", VpcId=made.vpc)["GroupId"]
    for port in (80, 8080, PORT):
        ec2.authorize_security_group_ingress(GroupId=made.group, IpProtocol="tcp", FromPort=port, ToPort=port, CidrIp="0.0.0.0/0")


def roles(made):
    iam = made.client("iam")
    made.roles = {}
    for name, (trusted, policy) in ROLES.items():
        statement = {"Effect": "Allow", "Principal": {"Service": trusted}, "Action": "sts:AssumeRole"}
        trust = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        made.roles[name] = iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust)["Role"]["Arn"]
        iam.attach_role_policy(RoleName=name, PolicyArn=f"arn:aws:iam::aws:policy/{policy}")
        iam.get_waiter("role_exists").wait(RoleName=name, WaiterConfig=POLL)


def images(made, versions):
    ecr = made.client("ecr")
    made.repository = ecr.create_repository(repositoryName=CONTAINER)["repository"]["repositoryUri"]
    for version in versions:
        manifest = {"schemaVersion": 2, "mediaType": MANIFEST_TYPE, "annotations": {"version": version}, "layers": []}
        ecr.put_image(repositoryName=CONTAINER, imageManifest=json.dumps(manifest), imageTag=version)


def load_balancer(made, ports):
    elb = made.client("elbv2")
    made.balancer = elb.create_load_balancer(Name=CONTAINER, Subnets=made.subnets, SecurityGroups=[made.group])["LoadBalancers"][0]["LoadBalancerArn"]
    made.target_groups = [
        elb.create_target_group(Name=f"{CONTAINER}-{i}", Protocol="HTTP", Port=PORT, VpcId=made.vpc, TargetType="ip")["TargetGroups"][0]["TargetGroupArn"]
        for i in (1, 2)
    ]
    made.listeners = [
        elb.create_listener(
            LoadBalancerArn=made.balancer, Protocol="HTTP", Port=port, DefaultActions=[{"Type": "forward", "TargetGroupArn": group}]
        )["Listeners"][0]["ListenerArn"]
        for port, group in zip(ports, made.target_groups)
    ]
    elb.get_waiter("load_balancer_available").wait(LoadBalancerArns=[made.balancer], WaiterConfig=POLL)


def register(made, version):
    """A task definition of one version."""
    ecs = made.client("ecs")
    options = {"awslogs-group": LOG_GROUP, "awslogs-region": ecs.meta.region_name, "awslogs-stream-prefix": "web"}
    container = {
        "name": CONTAINER,
        "image": f"{made.repository}:{version}",
        "essential": True,
        "portMappings": [{"containerPort": PORT, "hostPort": PORT, "protocol": "tcp"}],
        "environment": [{"name": "PORT", "value": str(PORT)}],
        "logConfiguration": {"logDriver": "awslogs", "options": options},
    }
    registered = ecs.register_task_definition(
        family=FAMILY,
        executionRoleArn=made.roles["ecsTaskExecutionRole"],
        requiresCompatibilities=["FARGATE"],
        networkMode="awsvpc",
        cpu="256",
        memory="512",
        containerDefinitions=[container],
    )
    return registered["taskDefinition"]["taskDefinitionArn"]


def service(made, version):
    ecs = made.client("ecs")
    ecs.create_cluster(clusterName=CLUSTER)
    ecs.create_service(
        cluster=CLUSTER,
        serviceName=CONTAINER,
        taskDefinition=made.definitions[version],
        desiredCount=2,
        launchType="FARGATE",
        deploymentController={"type": "CODE_DEPLOY"},
        loadBalancers=[{"targetGroupArn": made.target_groups[0], "containerName": CONTAINER, "containerPort": PORT}],
        networkConfiguration={"awsvpcConfiguration": {"subnets": made.subnets, "securityGroups": [made.group], "assignPublicIp": "ENABLED"}},
    )
    made.client("elbv2").get_waiter("target_in_service").wait(TargetGroupArn=made.target_groups[0], WaiterConfig=POLL)


def code_deploy(made, termination_wait, config):
    made.client("cloudwatch").put_metric_alarm(
        AlarmName=ALARM, Namespace="AWS/ApplicationELB", MetricName="HTTPCode_Target_5XX_Count", Statistic="Sum", Period=60, EvaluationPeriods=1,
        Threshold=10, ComparisonOperator="GreaterThanThreshold", TreatMissingData="notBreaching",
    )
    made.client("cloudwatch").get_waiter("alarm_exists").wait(AlarmNames=[ALARM], WaiterConfig=POLL)
    deploy = made.client("codedeploy")
    deploy.create_application(applicationName=APPLICATION, computePlatform="ECS")
    production, test = made.listeners
    pair = {
        "targetGroups": [{"name": f"{CONTAINER}-1"}, {"name": f"{CONTAINER}-2"}],
        "prodTrafficRoute": {"listenerArns": [production]},
        "testTrafficRoute": {"listenerArns": [test]},
    }
    deploy.create_deployment_group(
        applicationName=APPLICATION,
        deploymentGroupName=GROUP,
        deploymentConfigName=config,
        serviceRoleArn=made.roles["CodeDeployECSRole"],
        deploymentStyle={"deploymentType": "BLUE_GREEN", "deploymentOption": "WITH_TRAFFIC_CONTROL"},
        ecsServices=[{"clusterName": CLUSTER, "serviceName": CONTAINER}],
        loadBalancerInfo={"targetGroupPairInfoList": [pair]},
        blueGreenDeploymentConfiguration={
            "deploymentReadyOption": {"actionOnTimeout": "CONTINUE_DEPLOYMENT", "waitTimeInMinutes": 0},
            "terminateBlueInstancesOnDeploymentSuccess": {"action": "TERMINATE", "terminationWaitTimeInMinutes": termination_wait},
        },
        autoRollbackConfiguration={"enabled": True, "events": ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"]},
        alarmConfiguration={"enabled": True, "alarms": [{"name": ALARM}]},
    )


def revision(definition, hooks=None):
    """An AppSpec as CreateDeployment takes it."""
    properties = {"TaskDefinition": definition, "LoadBalancerInfo": {"ContainerName": CONTAINER, "ContainerPort": PORT}}
    content = {"version": 0.0, "Resources": [{"TargetService": {"Type": "AWS::ECS::Service", "Properties": properties}}], **({"Hooks": hooks} if hooks else {})}
    return {"revisionType": "AppSpecContent", "appSpecContent": {"content": json.dumps(content)}}


def deploy(made, version, **more):
    """Starts the deployment of a version."""
    return made.client("codedeploy").create_deployment(
        applicationName=APPLICATION, deploymentGroupName=GROUP, revision=revision(made.definitions[version]), **more
    )["deploymentId"]


def weights(made):
    """The weights of the production listener's target groups, in the order of made.target_groups."""
    action = made.client("elbv2").describe_listeners(ListenerArns=[made.listeners[0]])["Listeners"][0]["DefaultActions"][0]
    groups = action.get("ForwardConfig", {}).get("TargetGroups") or [{"TargetGroupArn": action["TargetGroupArn"], "Weight": 100}]
    by_group = {group["TargetGroupArn"]: group.get("Weight", 1) for group in groups}
    return [by_group.get(group, 0) for group in made.target_groups]
