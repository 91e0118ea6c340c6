using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;
using BlueGreen.Ecs.Tests.Integration.Support;

namespace BlueGreen.Ecs.Tests.Integration.Simulator;

/// <summary>The seed's pipeline from the outside: made, pushed to and watched by boto3, in scaled time.</summary>
public sealed class PipelineTests
{
    [Fact]
    public async Task Pipeline_ByBoto3_DeploysWhatIsPushed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var simulator = new AwsSimulator(new AwsSimulatorOptions { TimeScale = 200 });
        var seed = await SeedEnvironment.CreateAsync(simulator, new SeedEnvironmentOptions { TerminationWait = TimeSpan.Zero }, cancellation);
        var endpoint = await simulator.ListenAsync(cancellationToken: cancellation);

        var output = await PythonScript.RunWithBoto3Async(
            Script(seed),
            endpoint,
            cancellation);

        output.Trim().Should().Be("Succeeded");
        simulator.SendRequest(seed.ProductionListenerArn).Version.Should().Be("boto3");
    }

    // One shell session's worth of calls: repository, project, pipeline, two pushes.
    private static string Script(SeedEnvironment seed) =>
        $$$"""
        import boto3, json, time
        def client(name): return boto3.client(name, region_name='{{{seed.Region}}}')
        commit, build, pipeline, logs = client('codecommit'), client('codebuild'), client('codepipeline'), client('logs')
        url = commit.create_repository(repositoryName='web')['repositoryMetadata']['cloneUrlHttp']
        assert url == 'https://git-codecommit.{{{seed.Region}}}.amazonaws.com/v1/repos/web', url
        image = '{{{seed.ImageV1}}}'.rsplit(':', 1)[0]
        spec = '\n'.join(['version: 0.2', 'phases:', '  build:', '    commands:',
            '      - aws ecr get-login-password | docker login --username AWS --password-stdin ' + image.split('/')[0],
            '      - docker build -t ' + image + ':$TAG .', '      - docker push ' + image + ':$TAG',
            '''      - printf '{"ImageURI":"%s"}' ''' + image + ':$TAG > imageDetail.json', 'artifacts:', "  files: ['*.json', '*.yaml']", ''])
        ecs = client('ecs')
        task = ecs.describe_task_definition(taskDefinition='{{{seed.TaskDefinitionArn}}}')['taskDefinition']
        kept = {k: task[k] for k in ('family', 'executionRoleArn', 'networkMode', 'cpu', 'memory', 'requiresCompatibilities', 'containerDefinitions')}
        kept['containerDefinitions'][0]['image'] = '<IMAGE1_NAME>'
        appspec = {'version': 0.0, 'Resources': [{'TargetService': {'Type': 'AWS::ECS::Service', 'Properties': {'TaskDefinition': '<TASK_DEFINITION>',
            'LoadBalancerInfo': {'ContainerName': '{{{seed.ServiceName}}}', 'ContainerPort': {{{seed.ContainerPort}}} } } } }]}
        files = {'buildspec.yml': spec, 'taskdef.json': json.dumps(kept), 'appspec.yaml': json.dumps(appspec)}
        first = commit.create_commit(repositoryName='web', branchName='main', commitMessage='one',
            putFiles=[{'filePath': p, 'fileContent': c.encode()} for p, c in files.items()])
        assert len(first['filesAdded']) == 3, first
        build.create_project(name='web', source={'type': 'CODEPIPELINE'}, artifacts={'type': 'CODEPIPELINE'}, serviceRole='arn:aws:iam::123456789012:role/build',
            environment={'type': 'LINUX_CONTAINER', 'image': 'aws/codebuild/standard:7.0', 'computeType': 'BUILD_GENERAL1_SMALL', 'privilegedMode': True,
                'environmentVariables': [{'name': 'TAG', 'value': 'boto3'}]})
        def action(category, provider, configuration, inputs=(), outputs=()):
            return {'name': provider, 'actionTypeId': {'category': category, 'owner': 'AWS', 'provider': provider, 'version': '1'}, 'configuration': configuration,
                'inputArtifacts': [{'name': n} for n in inputs], 'outputArtifacts': [{'name': n} for n in outputs]}
        made = pipeline.create_pipeline(pipeline={'name': 'web', 'roleArn': 'arn:aws:iam::123456789012:role/pipeline', 'artifactStore': {'type': 'S3', 'location': 'artifacts'}, 'stages': [
            {'name': 'Source', 'actions': [action('Source', 'CodeCommit', {'RepositoryName': 'web', 'BranchName': 'main'}, outputs=['S'])]},
            {'name': 'Build', 'actions': [action('Build', 'CodeBuild', {'ProjectName': 'web'}, ['S'], ['B'])]},
            {'name': 'Deploy', 'actions': [action('Deploy', 'CodeDeployToECS', {'ApplicationName': '{{{seed.ApplicationName}}}', 'DeploymentGroupName': '{{{seed.DeploymentGroupName}}}',
                'TaskDefinitionTemplateArtifact': 'B', 'AppSpecTemplateArtifact': 'B', 'Image1ArtifactName': 'B', 'Image1ContainerName': 'IMAGE1_NAME'}, ['B'])]}]})
        assert made['pipeline']['version'] == 1, made
        def wait(count):
            for _ in range(600):
                runs = pipeline.list_pipeline_executions(pipelineName='web')['pipelineExecutionSummaries']
                if len(runs) >= count and runs[0]['status'] != 'InProgress': return runs
                time.sleep(0.1)
            raise Exception(pipeline.get_pipeline_state(name='web'))
        wait(1)
        commit.put_file(repositoryName='web', branchName='main', filePath='page.html', fileContent=b'<h1>2</h1>', parentCommitId=first['commitId'])
        runs = wait(2)
        states = pipeline.get_pipeline_state(name='web')['stageStates']
        assert [r['status'] for r in runs] == ['Succeeded', 'Succeeded'], states
        assert runs[0]['trigger']['triggerType'] == 'PollForSourceChanges', runs
        ids = build.list_builds_for_project(projectName='web')['ids']
        last = build.batch_get_builds(ids=ids)['builds'][0]
        assert last['buildStatus'] == 'SUCCEEDED' and last['phases'][-1]['phaseType'] == 'COMPLETED', last
        lines = [e['message'] for e in logs.get_log_events(logGroupName=last['logs']['groupName'], logStreamName=last['logs']['streamName'], startFromHead=True)['events']]
        assert any('Phase complete: POST_BUILD' in l for l in lines), lines
        print(states[2]['latestExecution']['status'])
        """;
}
