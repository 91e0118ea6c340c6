using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Integration.Support;

namespace BlueGreen.Ecs.Tests.Integration.Simulator;

/// <summary>An independent client's opinion of the simulator's wire.</summary>
public sealed class Boto3Tests
{
    private const string NativeBlueGreen =
        """
        import boto3, time
        elb, ecs = boto3.client('elbv2'), boto3.client('ecs')
        lb = elb.create_load_balancer(Name='web', Subnets=['subnet-1', 'subnet-2'])['LoadBalancers'][0]['LoadBalancerArn']
        blue, green = [elb.create_target_group(Name=n, Protocol='HTTP', Port=80, VpcId='vpc-1', TargetType='ip')['TargetGroups'][0]['TargetGroupArn'] for n in ('blue', 'green')]
        for group in (blue, green):
            elb.modify_target_group_attributes(TargetGroupArn=group, Attributes=[{'Key': 'deregistration_delay.timeout_seconds', 'Value': '10'}])
        listener = elb.create_listener(LoadBalancerArn=lb, Protocol='HTTP', Port=80, DefaultActions=[{'Type': 'forward', 'ForwardConfig': {
            'TargetGroups': [{'TargetGroupArn': blue, 'Weight': 1}, {'TargetGroupArn': green, 'Weight': 0}]}}])['Listeners'][0]['ListenerArn']
        rule = elb.describe_rules(ListenerArn=listener)['Rules'][0]['RuleArn']
        role = 'arn:aws:iam::123456789012:role/ecs'
        ecs.create_cluster(clusterName='c')
        for tag in ('v1', 'v2'):
            ecs.register_task_definition(family='web', containerDefinitions=[{'name': 'app', 'image': 'web:' + tag, 'memory': 128, 'portMappings': [{'containerPort': 80}]}])
        service = ecs.create_service(cluster='c', serviceName='s', taskDefinition='web:1', desiredCount=2,
            deploymentConfiguration={'strategy': 'BLUE_GREEN', 'bakeTimeInMinutes': 1, 'lifecycleHooks': [
                {'targetType': 'PAUSE', 'lifecycleStages': ['POST_TEST_TRAFFIC_SHIFT']},
                {'hookTargetArn': 'arn:aws:lambda:eu-west-1:123456789012:function:smoke', 'roleArn': role, 'lifecycleStages': ['POST_SCALE_UP'], 'hookDetails': {'a': 1}}]},
            loadBalancers=[{'targetGroupArn': blue, 'containerName': 'app', 'containerPort': 80, 'advancedConfiguration': {
                'alternateTargetGroupArn': green, 'productionListenerRule': rule, 'roleArn': role}}])['service']
        assert service['deployments'][0]['rolloutState'] == 'IN_PROGRESS', service
        wait = {'Delay': 1, 'MaxAttempts': 60}
        ecs.get_waiter('services_stable').wait(cluster='c', services=['s'], WaiterConfig=wait)
        tasks = ecs.list_tasks(cluster='c', serviceName='s')['taskArns']
        ecs.get_waiter('tasks_running').wait(cluster='c', tasks=tasks, WaiterConfig=wait)
        updated = ecs.update_service(cluster='c', service='s', taskDefinition='web:2')['service']
        arn = updated['currentServiceDeployment']
        describe = lambda: ecs.describe_service_deployments(serviceDeploymentArns=[arn])['serviceDeployments'][0]
        hooks = lambda: [h for h in describe().get('lifecycleHookDetails', []) if h['status'] == 'AWAITING_ACTION']
        for _ in range(240):
            if hooks(): break
            time.sleep(0.25)
        assert describe()['lifecycleStage'] == 'POST_TEST_TRAFFIC_SHIFT', describe()
        try:
            ecs.continue_service_deployment(serviceDeploymentArn=arn, hookId='other')
            assert False
        except ecs.exceptions.InvalidParameterException:
            pass
        ecs.continue_service_deployment(serviceDeploymentArn=arn, hookId=hooks()[0]['hookId'], action='CONTINUE')
        ecs.get_waiter('services_stable').wait(cluster='c', services=['s'], WaiterConfig=wait)
        done = describe()
        assert done['status'] == 'SUCCESSFUL' and done['finishedAt'] > done['startedAt'], done
        assert done['targetServiceRevision']['requestedProductionTrafficWeight'] == 100.0, done
        revision = ecs.describe_service_revisions(serviceRevisionArns=[done['targetServiceRevision']['arn']])['serviceRevisions'][0]
        assert revision['containerImages'][0]['image'] == 'web:v2', revision
        weights = elb.describe_rules(ListenerArn=listener)['Rules'][0]['Actions'][0]['ForwardConfig']['TargetGroups']
        assert [w['Weight'] for w in weights] == [0, 100], weights
        try:
            ecs.stop_service_deployment(serviceDeploymentArn=arn)
            assert False
        except ecs.exceptions.ConflictException as e:
            assert e.response['resourceIds'] == [arn], e.response
        ecs.delete_service(cluster='c', service='s', force=True)
        ecs.get_waiter('services_inactive').wait(cluster='c', services=['s'], WaiterConfig=wait)
        ecs.get_waiter('tasks_stopped').wait(cluster='c', tasks=ecs.list_tasks(cluster='c', desiredStatus='STOPPED')['taskArns'], WaiterConfig=wait)
        print(done['status'])
        """;

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

    [Fact]
    public async Task NativeBlueGreen_ByBoto3_IsUpdatedPausedContinuedAndWaitedFor()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var simulator = new AwsSimulator(new AwsSimulatorOptions { TimeScale = 120 });
        simulator.Functions["smoke"] = call => call.Payload["lifecycleStage"]!.GetValue<string>() == "POST_SCALE_UP" ? HookReply.Succeeded() : HookReply.Failed();
        var endpoint = await simulator.ListenAsync(cancellationToken: cancellation);

        var output = await PythonScript.RunWithBoto3Async(
            NativeBlueGreen,
            endpoint,
            cancellation);

        output.Trim().Should().Be("SUCCESSFUL");
    }
}
