using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Integration.Support;

namespace BlueGreen.Ecs.Tests.Integration.Simulator;

/// <summary>An independent client's opinion of EC2's wire, and of the services beside it.</summary>
public sealed class Ec2WireTests
{
    private const string Network =
        """
        import boto3
        from botocore.exceptions import ClientError, WaiterError
        ec2 = boto3.client('ec2')
        def refused(call, **arguments):
            try:
                call(**arguments)
            except ClientError as e:
                return e.response['Error']['Code']
            raise AssertionError('not refused')
        tags = lambda kind: [{'ResourceType': kind, 'Tags': [{'Key': 'Name', 'Value': 'web'}]}]
        soon = {'Delay': 1, 'MaxAttempts': 30}
        vpc = ec2.create_vpc(CidrBlock='10.0.0.0/16', TagSpecifications=tags('vpc'))['Vpc']['VpcId']
        ec2.get_waiter('vpc_exists').wait(VpcIds=[vpc], WaiterConfig=soon)
        ec2.get_waiter('vpc_available').wait(VpcIds=[vpc], WaiterConfig=soon)
        ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={'Value': True})
        assert ec2.describe_vpc_attribute(VpcId=vpc, Attribute='enableDnsHostnames')['EnableDnsHostnames'] == {'Value': True}
        zones = [z['ZoneName'] for z in ec2.describe_availability_zones()['AvailabilityZones']]
        subnets = [ec2.create_subnet(VpcId=vpc, CidrBlock=f'10.0.{i}.0/24', AvailabilityZone=zones[i])['Subnet'] for i in (0, 1)]
        ids = [s['SubnetId'] for s in subnets]
        ec2.get_waiter('subnet_available').wait(SubnetIds=ids, WaiterConfig=soon)
        found = ec2.describe_subnets(Filters=[{'Name': 'vpc-id', 'Values': [vpc]}, {'Name': 'availability-zone', 'Values': [zones[1]]}])['Subnets']
        assert [(s['SubnetId'], s['AvailableIpAddressCount'], s['DefaultForAz']) for s in found] == [(ids[1], 251, False)], found
        assert refused(ec2.create_subnet, VpcId=vpc, CidrBlock='10.0.0.0/25') == 'InvalidSubnet.Conflict'
        assert refused(ec2.describe_vpcs, DryRun=True) == 'DryRunOperation'
        pages = ec2.get_paginator('describe_subnets').paginate(PaginationConfig={'PageSize': 5})
        assert len([s for p in pages for s in p['Subnets']]) == 5

        group = ec2.create_security_group(GroupName='web', Description='web', VpcId=vpc)['GroupId']
        ec2.get_waiter('security_group_exists').wait(GroupIds=[group], WaiterConfig=soon)
        rule = {'IpProtocol': 'tcp', 'FromPort': 80, 'ToPort': 80, 'IpRanges': [{'CidrIp': '0.0.0.0/0', 'Description': 'all'}], 'UserIdGroupPairs': [{'GroupId': group}]}
        made = ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[rule])['SecurityGroupRules']
        assert [r.get('CidrIpv4') for r in made] == ['0.0.0.0/0', None] and made[1]['ReferencedGroupInfo']['GroupId'] == group, made
        assert refused(ec2.authorize_security_group_ingress, GroupId=group, IpPermissions=[rule]) == 'InvalidPermission.Duplicate'
        seen = ec2.describe_security_groups(GroupIds=[group])['SecurityGroups'][0]
        assert seen['Description'] == 'web' and seen['IpPermissions'][0]['IpRanges'] == rule['IpRanges'], seen

        gateway = ec2.create_internet_gateway()['InternetGateway']['InternetGatewayId']
        ec2.get_waiter('internet_gateway_exists').wait(InternetGatewayIds=[gateway], WaiterConfig=soon)
        ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
        table = ec2.create_route_table(VpcId=vpc)['RouteTable']['RouteTableId']
        ec2.create_route(RouteTableId=table, DestinationCidrBlock='0.0.0.0/0', GatewayId=gateway)
        association = ec2.associate_route_table(RouteTableId=table, SubnetId=ids[0])['AssociationId']
        address = ec2.allocate_address(Domain='vpc')['AllocationId']
        nat = ec2.create_nat_gateway(SubnetId=ids[0], AllocationId=address)['NatGateway']['NatGatewayId']
        ec2.get_waiter('nat_gateway_available').wait(NatGatewayIds=[nat], WaiterConfig=soon)
        endpoint = ec2.create_vpc_endpoint(VpcId=vpc, ServiceName='com.amazonaws.eu-west-1.s3', RouteTableIds=[table])['VpcEndpoint']
        assert endpoint['State'] == 'available' and endpoint['CreationTimestamp'].year == 2026, endpoint
        try:
            ec2.get_waiter('network_interface_available').wait(NetworkInterfaceIds=['eni-0123456789abcdef0'], WaiterConfig=soon)
            assert False
        except WaiterError as e:
            assert 'InvalidNetworkInterfaceID.NotFound' in str(e), e
        ecs = boto3.client('ecs')
        ecs.create_cluster(clusterName='c')
        ecs.register_task_definition(family='web', networkMode='awsvpc', containerDefinitions=[{'name': 'app', 'image': 'web:v1', 'memory': 128}])
        task = ecs.run_task(cluster='c', taskDefinition='web', networkConfiguration={'awsvpcConfiguration': {'subnets': ids, 'securityGroups': [group]}})['tasks'][0]
        ecs.get_waiter('tasks_running').wait(cluster='c', tasks=[task['taskArn']], WaiterConfig=soon)
        interface = ec2.describe_network_interfaces(Filters=[{'Name': 'group-id', 'Values': [group]}])['NetworkInterfaces'][0]
        assert interface['SubnetId'] == ids[0] and interface['Status'] == 'in-use' and interface['AvailabilityZone'] == task['availabilityZone'], interface
        ecs.stop_task(cluster='c', task=task['taskArn'])
        ecs.get_waiter('tasks_stopped').wait(cluster='c', tasks=[task['taskArn']], WaiterConfig=soon)

        elb = boto3.client('elbv2')
        balancer = elb.create_load_balancer(Name='web', Subnets=ids, SecurityGroups=[group])['LoadBalancers'][0]
        assert balancer['VpcId'] == vpc and [z['ZoneName'] for z in balancer['AvailabilityZones']] == zones[:2], balancer
        assert refused(ec2.delete_security_group, GroupId=group) == 'DependencyViolation'
        elb.delete_load_balancer(LoadBalancerArn=balancer['LoadBalancerArn'])

        ec2.delete_nat_gateway(NatGatewayId=nat)
        ec2.get_waiter('nat_gateway_deleted').wait(NatGatewayIds=[nat], WaiterConfig=soon)
        ec2.release_address(AllocationId=address)
        ec2.delete_vpc_endpoints(VpcEndpointIds=[endpoint['VpcEndpointId']])
        ec2.disassociate_route_table(AssociationId=association)
        ec2.delete_route_table(RouteTableId=table)
        ec2.detach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
        ec2.delete_internet_gateway(InternetGatewayId=gateway)
        ec2.delete_security_group(GroupId=group)
        for subnet in ids:
            ec2.delete_subnet(SubnetId=subnet)
        assert ec2.describe_tags(Filters=[{'Name': 'resource-id', 'Values': [vpc]}])['Tags'][0]['ResourceType'] == 'vpc'
        ec2.delete_vpc(VpcId=vpc)
        assert refused(ec2.describe_vpcs, VpcIds=[vpc]) == 'InvalidVpcID.NotFound'
        print('done')
        """;

    private const string Values =
        """
        import boto3
        ssm, secrets, scaling = boto3.client('ssm'), boto3.client('secretsmanager'), boto3.client('application-autoscaling')
        ssm.put_parameter(Name='/web/token', Type='SecureString', Value='sesame', Tags=[{'Key': 'a', 'Value': 'b'}])
        assert ssm.get_parameter(Name='/web/token', WithDecryption=True)['Parameter']['Value'] == 'sesame'
        assert [p['Name'] for page in ssm.get_paginator('get_parameters_by_path').paginate(Path='/web') for p in page['Parameters']] == ['/web/token']
        assert ssm.list_tags_for_resource(ResourceType='Parameter', ResourceId='/web/token')['TagList'] == [{'Key': 'a', 'Value': 'b'}]
        try:
            ssm.get_parameter(Name='/web/other')
            assert False
        except ssm.exceptions.ParameterNotFound:
            pass
        made = secrets.create_secret(Name='db', SecretString='sesame')
        secrets.put_secret_value(SecretId=made['ARN'], SecretBinary=b'open')
        assert secrets.get_secret_value(SecretId='db')['SecretBinary'] == b'open'
        assert secrets.get_secret_value(SecretId='db', VersionStage='AWSPREVIOUS')['VersionId'] == made['VersionId']
        secrets.delete_secret(SecretId='db', ForceDeleteWithoutRecovery=True)
        try:
            secrets.describe_secret(SecretId='db')
            assert False
        except secrets.exceptions.ResourceNotFoundException:
            pass
        ecs = boto3.client('ecs')
        ecs.create_cluster(clusterName='c')
        ecs.register_task_definition(family='web', containerDefinitions=[{'name': 'app', 'image': 'web:v1', 'memory': 128}])
        ecs.create_service(cluster='c', serviceName='s', taskDefinition='web', desiredCount=1)
        target = {'ServiceNamespace': 'ecs', 'ResourceId': 'service/c/s', 'ScalableDimension': 'ecs:service:DesiredCount'}
        scaling.register_scalable_target(MinCapacity=2, MaxCapacity=4, **target)
        policy = scaling.put_scaling_policy(PolicyName='cpu', PolicyType='TargetTrackingScaling', TargetTrackingScalingPolicyConfiguration={
            'TargetValue': 50.0, 'PredefinedMetricSpecification': {'PredefinedMetricType': 'ECSServiceAverageCPUUtilization'}}, **target)
        alarms = boto3.client('cloudwatch').describe_alarms(AlarmNames=[a['AlarmName'] for a in policy['Alarms']])['MetricAlarms']
        assert sorted(a['Threshold'] for a in alarms) == [45.0, 50.0], alarms
        assert ecs.describe_services(cluster='c', services=['s'])['services'][0]['desiredCount'] == 2
        assert scaling.describe_scaling_activities(ServiceNamespace='ecs')['ScalingActivities'][0]['StatusCode'] == 'Successful'
        scaling.deregister_scalable_target(**target)
        print('done')
        """;

    [Theory]
    [InlineData(Network)]
    [InlineData(Values)]
    public async Task Script_OfBoto3_GoesThrough(string script)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var simulator = new AwsSimulator(new AwsSimulatorOptions { TimeScale = 120, Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        var endpoint = await simulator.ListenAsync(cancellationToken: cancellation);

        var output = await PythonScript.RunWithBoto3Async(script, endpoint, cancellation);

        output.Trim().Should().Be("done");
    }
}
