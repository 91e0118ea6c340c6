using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Integration.Support;

namespace BlueGreen.Ecs.Tests.Integration.Simulator;

/// <summary>An independent client's opinion of the simulator's wire.</summary>
public sealed class Boto3Tests
{
    [Fact]
    public async Task LoadBalancer_ByBoto3_IsMadeAndSharesByWeight()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var simulator = new AwsSimulator();
        var endpoint = await simulator.ListenAsync(cancellationToken: cancellation);

        var output = await PythonScript.RunWithBoto3Async(
            """
            import boto3
            elb = boto3.client('elbv2')
            lb = elb.create_load_balancer(Name='web', Subnets=['subnet-1', 'subnet-2'], Tags=[{'Key': 'a', 'Value': 'b'}])['LoadBalancers'][0]
            assert lb['State']['Code'] == 'provisioning', lb
            assert lb['CreatedTime'].year == 2026, lb
            assert [z['ZoneName'] for z in lb['AvailabilityZones']] == ['eu-west-1a', 'eu-west-1b'], lb
            groups = [elb.create_target_group(Name=n, Protocol='HTTP', Port=80, VpcId='vpc-1', TargetType='ip')['TargetGroups'][0] for n in ('blue', 'green')]
            blue, green = [g['TargetGroupArn'] for g in groups]
            assert groups[0]['HealthCheckIntervalSeconds'] == 30 and groups[0]['Matcher'] == {'HttpCode': '200'}, groups[0]
            elb.register_targets(TargetGroupArn=blue, Targets=[{'Id': '10.0.0.1', 'Port': 80}])
            health = elb.describe_target_health(TargetGroupArn=blue)['TargetHealthDescriptions'][0]['TargetHealth']
            assert health['Reason'] == 'Target.NotInUse', health
            listener = elb.create_listener(LoadBalancerArn=lb['LoadBalancerArn'], Protocol='HTTP', Port=80, DefaultActions=[{'Type': 'forward', 'ForwardConfig': {
                'TargetGroups': [{'TargetGroupArn': blue, 'Weight': 90}, {'TargetGroupArn': green, 'Weight': 10}]}}])['Listeners'][0]
            weights = listener['DefaultActions'][0]['ForwardConfig']['TargetGroups']
            assert [w['Weight'] for w in weights] == [90, 10], weights
            health = elb.describe_target_health(TargetGroupArn=blue)['TargetHealthDescriptions'][0]['TargetHealth']
            assert health['State'] == 'initial', health
            rules = elb.describe_rules(ListenerArn=listener['ListenerArn'])['Rules']
            assert rules[0]['Priority'] == 'default' and rules[0]['IsDefault'], rules
            tags = elb.describe_tags(ResourceArns=[lb['LoadBalancerArn']])['TagDescriptions'][0]['Tags']
            assert tags == [{'Key': 'a', 'Value': 'b'}], tags
            pages = elb.get_paginator('describe_target_groups').paginate(PaginationConfig={'PageSize': 1})
            assert [g['TargetGroupName'] for p in pages for g in p['TargetGroups']] == ['blue', 'green']
            try:
                elb.delete_target_group(TargetGroupArn=blue)
                assert False
            except elb.exceptions.ResourceInUseException as e:
                assert e.response['Error']['Type'] == 'Sender' and e.response['ResponseMetadata']['RequestId'], e.response
            try:
                elb.describe_trust_stores()
                assert False
            except elb.exceptions.ClientError as e:
                assert e.response['Error']['Code'] == 'InvalidAction', e.response
            print(listener['ListenerArn'])
            """,
            endpoint,
            cancellation);

        output.Trim().Should().StartWith("arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/web/");
    }
}
