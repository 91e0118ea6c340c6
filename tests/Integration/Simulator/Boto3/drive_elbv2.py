"""Elastic Load Balancing v2."""

from harness import refused, until

TAGS = [{"Key": "team", "Value": "web"}]


def forward(blue, green, share=10):
    groups = [{"TargetGroupArn": blue, "Weight": 100 - share}, {"TargetGroupArn": green, "Weight": share}]
    return {"Type": "forward", "ForwardConfig": {"TargetGroups": groups, "TargetGroupStickinessConfig": {"Enabled": True, "DurationSeconds": 60}}}


def network(harness):
    """The default VPC, two of its subnets and its security group."""
    ec2 = harness.client("ec2")
    subnets = ec2.describe_subnets(Filters=[{"Name": "default-for-az", "Values": ["true"]}])["Subnets"]
    vpc = subnets[0]["VpcId"]
    group = ec2.describe_security_groups(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["SecurityGroups"][0]["GroupId"]
    return vpc, [subnet["SubnetId"] for subnet in subnets[:2]], group


def target_groups(elb, vpc, *names):
    return [
        elb.create_target_group(
            Name=name, Protocol="HTTP", Port=80, VpcId=vpc, TargetType="ip", HealthCheckPath="/health", HealthCheckIntervalSeconds=10,
            HealthyThresholdCount=2, UnhealthyThresholdCount=2, Matcher={"HttpCode": "200-299"}, Tags=TAGS,
        )["TargetGroups"][0]["TargetGroupArn"]
        for name in names
    ]


def drive(harness):
    elb = harness.client("elbv2")
    vpc, subnets, group = network(harness)
    elb.describe_account_limits(PageSize=5)
    balancer = elb.create_load_balancer(
        Name="driven", Subnets=subnets, SecurityGroups=[group], Scheme="internet-facing", Type="application", IpAddressType="ipv4", Tags=TAGS
    )["LoadBalancers"][0]["LoadBalancerArn"]
    with refused("DuplicateLoadBalancerName"):
        elb.create_load_balancer(Name="driven", Subnets=subnets, Scheme="internal")
    elb.set_subnets(LoadBalancerArn=balancer, Subnets=subnets)
    elb.set_security_groups(LoadBalancerArn=balancer, SecurityGroups=[group])
    elb.modify_load_balancer_attributes(LoadBalancerArn=balancer, Attributes=[{"Key": "idle_timeout.timeout_seconds", "Value": "30"}])
    elb.describe_load_balancer_attributes(LoadBalancerArn=balancer)
    look = lambda: elb.describe_load_balancers(LoadBalancerArns=[balancer])["LoadBalancers"][0]["State"]["Code"]
    until(look, "active".__eq__)
    blue, green = target_groups(elb, vpc, "driven-blue", "driven-green")
    listener = listeners(elb, balancer, blue, green)
    targets(elb, blue)
    rules(elb, listener, blue, green)
    groups(elb, blue)
    tags(elb, balancer, blue, listener)
    with refused("ResourceInUse"):
        elb.delete_target_group(TargetGroupArn=blue)
    elb.delete_listener(ListenerArn=listener)
    elb.delete_load_balancer(LoadBalancerArn=balancer)
    for target_group in (blue, green):
        elb.delete_target_group(TargetGroupArn=target_group)
    with refused("LoadBalancerNotFound"):
        elb.describe_load_balancers(Names=["driven"])


def listeners(elb, balancer, blue, green):
    listener = elb.create_listener(LoadBalancerArn=balancer, Protocol="HTTP", Port=80, DefaultActions=[forward(blue, green)], Tags=TAGS)["Listeners"][0]["ListenerArn"]
    with refused("DuplicateListener"):
        elb.create_listener(LoadBalancerArn=balancer, Protocol="HTTP", Port=80, DefaultActions=[forward(blue, green)])
    elb.modify_listener(ListenerArn=listener, DefaultActions=[forward(blue, green, 50)])
    elb.describe_listeners(LoadBalancerArn=balancer)
    elb.modify_listener_attributes(ListenerArn=listener, Attributes=[{"Key": "routing.http.response.server.enabled", "Value": "false"}])
    elb.describe_listener_attributes(ListenerArn=listener)
    return listener


def targets(elb, blue):
    elb.register_targets(TargetGroupArn=blue, Targets=[{"Id": "10.0.0.9", "Port": 80}, {"Id": "10.0.1.9", "Port": 80, "AvailabilityZone": "all"}])
    elb.describe_target_health(TargetGroupArn=blue, Include=["AnomalyDetection"])
    look = lambda: {one["TargetHealth"]["State"] for one in elb.describe_target_health(TargetGroupArn=blue)["TargetHealthDescriptions"]}
    until(look, {"unhealthy"}.__eq__)
    elb.deregister_targets(TargetGroupArn=blue, Targets=[{"Id": "10.0.0.9", "Port": 80}])
    elb.describe_target_health(TargetGroupArn=blue, Targets=[{"Id": "10.0.0.9", "Port": 80}])


def rules(elb, listener, blue, green):
    conditions = [
        {"Field": "path-pattern", "PathPatternConfig": {"Values": ["/api/*"]}},
        {"Field": "host-header", "HostHeaderConfig": {"Values": ["web.example.com"]}},
        {"Field": "http-header", "HttpHeaderConfig": {"HttpHeaderName": "x-stage", "Values": ["test"]}},
        {"Field": "query-string", "QueryStringConfig": {"Values": [{"Key": "a", "Value": "b"}]}},
    ]
    rule = elb.create_rule(ListenerArn=listener, Priority=10, Conditions=conditions, Actions=[forward(blue, green)], Tags=TAGS)["Rules"][0]["RuleArn"]
    fixed = {"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "503", "ContentType": "text/plain", "MessageBody": "later"}}
    redirect = {"Type": "redirect", "RedirectConfig": {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}}
    method = [{"Field": "http-request-method", "HttpRequestMethodConfig": {"Values": ["GET"]}}, {"Field": "source-ip", "SourceIpConfig": {"Values": ["10.0.0.0/8"]}}]
    other = elb.create_rule(ListenerArn=listener, Priority=20, Conditions=method, Actions=[fixed])["Rules"][0]["RuleArn"]
    elb.modify_rule(RuleArn=other, Actions=[redirect])
    with refused("PriorityInUse"):
        elb.create_rule(ListenerArn=listener, Priority=10, Conditions=method, Actions=[fixed])
    elb.set_rule_priorities(RulePriorities=[{"RuleArn": rule, "Priority": 30}])
    assert [one["Priority"] for one in elb.describe_rules(ListenerArn=listener)["Rules"]] == ["20", "30", "default"]
    elb.delete_rule(RuleArn=rule)


def groups(elb, blue):
    elb.describe_target_groups(Names=["driven-blue"])
    elb.modify_target_group(TargetGroupArn=blue, HealthCheckPath="/", Matcher={"HttpCode": "200"})
    elb.modify_target_group_attributes(TargetGroupArn=blue, Attributes=[{"Key": "deregistration_delay.timeout_seconds", "Value": "5"}])
    elb.describe_target_group_attributes(TargetGroupArn=blue)


def tags(elb, *arns):
    elb.add_tags(ResourceArns=list(arns), Tags=[{"Key": "stage", "Value": "test"}])
    assert [len(one["Tags"]) for one in elb.describe_tags(ResourceArns=list(arns))["TagDescriptions"]] == [2] * len(arns)
    elb.remove_tags(ResourceArns=list(arns), TagKeys=["stage"])
