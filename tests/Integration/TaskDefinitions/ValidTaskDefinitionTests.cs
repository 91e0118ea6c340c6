using Amazon.ECS;
using Amazon.Runtime;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Integration.Support;
using BlueGreen.Ecs.Tests.Unit.Support.Valid;

namespace BlueGreen.Ecs.Tests.Integration.TaskDefinitions;

/// <summary>Random valid task definitions before two independent judges: the parameter validation of botocore, and the simulator's ECS.</summary>
public sealed class ValidTaskDefinitionTests(ITestOutputHelper output)
{
    private const int Count = 200;
    private const uint Seed = 20;

    [Fact]
    public async Task Written_ByBoto3_AreAllAccepted()
    {
        var folder = Directory.CreateTempSubdirectory("bluegreen-taskdefs-");
        try
        {
            foreach (var definition in ValidTaskDefinitions.Take(Count, Seed))
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{definition.Family}.json"), TaskDefinitionDocument.ToJson(definition), TestContext.Current.CancellationToken);
            }

            var answer = await PythonScript.RunWithBoto3Async(
                """
                import glob, json, sys
                from botocore.session import get_session
                from botocore.validate import ParamValidator
                shape = get_session().get_service_model('ecs').operation_model('RegisterTaskDefinition').input_shape
                files = sorted(glob.glob(sys.argv[1] + '/*.json'))
                for file in files:
                    report = ParamValidator().validate(json.load(open(file, encoding='utf-8')), shape)
                    if report.has_errors():
                        print(file, report.generate_report())
                print(len(files), 'validated')
                """,
                endpoint: null,
                TestContext.Current.CancellationToken,
                folder.FullName);

            answer.Trim().Should().Be($"{Count} validated");
            output.WriteLine($"valid definitions: {Count} of {Count} accepted by botocore");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Registered_InTheSimulator_AreReadBackAsTheyWere()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var simulator = new AwsSimulator();
        var endpoint = await simulator.ListenAsync(cancellationToken: cancellationToken);
        using var ecs = new AmazonECSClient(new BasicAWSCredentials("test", "test"), new AmazonECSConfig { ServiceURL = endpoint.AbsoluteUri, AuthenticationRegion = "eu-west-1" });
        var registry = new TaskDefinitionRegistry(ecs);

        foreach (var definition in ValidTaskDefinitions.Take(Count, Seed))
        {
            var arn = await registry.RegisterAsync(definition, cancellationToken);

            var read = await registry.ReadAsync(arn, cancellationToken);
            definition.DiffTo(read).Changes.Should().BeEmpty();
            read.Tags.Should().Equal(definition.Tags);
            (await registry.ReadRevisionsAsync(definition.Family, arn, running: null, cancellationToken)).FindEqual(definition).Should().Be(arn);
        }

        output.WriteLine($"valid definitions: {Count} of {Count} registered in the simulator and read back the same");
    }
}
