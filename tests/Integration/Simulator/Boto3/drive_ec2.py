"""EC2's networks."""

from harness import refused, until

TAGS = [{"Key": "Name", "Value": "driven"}]


def tagged(kind):
    return [{"ResourceType": kind, "Tags": TAGS}]


def only(name, *values):
    return [{"Name": name, "Values": list(values)}]


def drive(harness):
    ec2 = harness.client("ec2")
    zones = [zone["ZoneName"] for zone in ec2.describe_availability_zones(Filters=only("state", "available"))["AvailabilityZones"]]
    ec2.describe_regions(RegionNames=["eu-west-1"])
    vpc = ec2.create_vpc(CidrBlock="10.9.0.0/16", InstanceTenancy="default", TagSpecifications=tagged("vpc"))["Vpc"]["VpcId"]
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})
    for attribute in ("enableDnsHostnames", "enableDnsSupport"):
        ec2.describe_vpc_attribute(VpcId=vpc, Attribute=attribute)
    assert len(ec2.describe_vpcs(Filters=only("tag:Name", "driven"))["Vpcs"]) == 1
    subnets = [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.9.{i}.0/24", AvailabilityZone=zones[i], TagSpecifications=tagged("subnet"))["Subnet"]["SubnetId"]
        for i in (0, 1)
    ]
    ec2.modify_subnet_attribute(SubnetId=subnets[0], MapPublicIpOnLaunch={"Value": True})
    ec2.describe_subnets(SubnetIds=subnets)
    groups(ec2, vpc)
    gateway = routes(ec2, vpc, subnets[0])
    endpoints(ec2, vpc, subnets)
    nat(ec2, subnets[0])
    ec2.describe_network_interfaces(Filters=only("vpc-id", vpc))
    ec2.create_tags(Resources=subnets, Tags=[{"Key": "stage", "Value": "test"}])
    assert len(ec2.describe_tags(Filters=only("resource-id", subnets[0]))["Tags"]) == 2
    ec2.delete_tags(Resources=subnets, Tags=[{"Key": "stage"}])
    with refused("DependencyViolation"):
        ec2.delete_vpc(VpcId=vpc)
    ec2.detach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    ec2.delete_internet_gateway(InternetGatewayId=gateway)
    for subnet in subnets:
        ec2.delete_subnet(SubnetId=subnet)
    ec2.delete_vpc(VpcId=vpc)
    default_vpc(harness)


def groups(ec2, vpc):
    group = ec2.create_security_group(GroupName="driven", Description="driven", VpcId=vpc, TagSpecifications=tagged("security-group"))["GroupId"]
    http = [{"IpProtocol": "tcp", "FromPort": 80, "ToPort": 81, "IpRanges": [{"CidrIp": "0.0.0.0/0", "Description": "all"}], "Ipv6Ranges": [{"CidrIpv6": "::/0"}]}]
    inner = [{"IpProtocol": "tcp", "FromPort": 5000, "ToPort": 5000, "UserIdGroupPairs": [{"GroupId": group}]}]
    ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=http + inner)
    with refused("InvalidPermission.Duplicate"):
        ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=http)
    ec2.authorize_security_group_egress(GroupId=group, IpPermissions=inner)
    assert len(ec2.describe_security_group_rules(Filters=only("group-id", group))["SecurityGroupRules"]) >= 5
    ec2.describe_security_groups(GroupIds=[group])
    ec2.revoke_security_group_ingress(GroupId=group, IpPermissions=http + inner)
    ec2.revoke_security_group_egress(GroupId=group, IpPermissions=inner)
    ec2.delete_security_group(GroupId=group)
    with refused("InvalidGroup.NotFound"):
        ec2.describe_security_groups(GroupIds=[group])


def routes(ec2, vpc, subnet):
    gateway = ec2.create_internet_gateway(TagSpecifications=tagged("internet-gateway"))["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    ec2.describe_internet_gateways(InternetGatewayIds=[gateway])
    table = ec2.create_route_table(VpcId=vpc, TagSpecifications=tagged("route-table"))["RouteTable"]["RouteTableId"]
    ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
    association = ec2.associate_route_table(RouteTableId=table, SubnetId=subnet)["AssociationId"]
    ec2.describe_route_tables(Filters=only("vpc-id", vpc))
    ec2.disassociate_route_table(AssociationId=association)
    ec2.delete_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0")
    ec2.delete_route_table(RouteTableId=table)
    return gateway


def endpoints(ec2, vpc, subnets):
    main = ec2.describe_route_tables(Filters=only("vpc-id", vpc))["RouteTables"][0]["RouteTableId"]
    prefix = "com.amazonaws.eu-west-1."
    made = [
        ec2.create_vpc_endpoint(VpcId=vpc, ServiceName=prefix + "s3", VpcEndpointType="Gateway", RouteTableIds=[main], TagSpecifications=tagged("vpc-endpoint")),
        ec2.create_vpc_endpoint(VpcId=vpc, ServiceName=prefix + "ecr.api", VpcEndpointType="Interface", SubnetIds=subnets, PrivateDnsEnabled=True),
    ]
    ids = [one["VpcEndpoint"]["VpcEndpointId"] for one in made]
    look = lambda: {one["State"] for one in ec2.describe_vpc_endpoints(VpcEndpointIds=ids)["VpcEndpoints"]}
    until(look, {"available"}.__eq__)
    ec2.describe_network_interfaces(Filters=only("vpc-id", vpc))
    ec2.delete_vpc_endpoints(VpcEndpointIds=ids)


def nat(ec2, subnet):
    address = ec2.allocate_address(Domain="vpc", TagSpecifications=tagged("elastic-ip"))["AllocationId"]
    gateway = ec2.create_nat_gateway(SubnetId=subnet, AllocationId=address, TagSpecifications=tagged("natgateway"))["NatGateway"]["NatGatewayId"]
    look = lambda: ec2.describe_nat_gateways(NatGatewayIds=[gateway])["NatGateways"][0]["State"]
    until(look, "available".__eq__)
    ec2.describe_addresses(AllocationIds=[address])
    ec2.delete_nat_gateway(NatGatewayId=gateway)
    until(look, "deleted".__eq__)
    ec2.release_address(AllocationId=address)


def default_vpc(harness):
    """A region gets its default VPC back when it has lost it."""
    ec2 = harness.client("ec2", region_name="eu-north-1")
    vpc = ec2.describe_vpcs(Filters=only("is-default", "true"))["Vpcs"][0]["VpcId"]
    for gateway in ec2.describe_internet_gateways(Filters=only("attachment.vpc-id", vpc))["InternetGateways"]:
        ec2.detach_internet_gateway(InternetGatewayId=gateway["InternetGatewayId"], VpcId=vpc)
    for subnet in ec2.describe_subnets(Filters=only("vpc-id", vpc))["Subnets"]:
        ec2.delete_subnet(SubnetId=subnet["SubnetId"])
    ec2.delete_vpc(VpcId=vpc)
    assert ec2.create_default_vpc()["Vpc"]["IsDefault"]
