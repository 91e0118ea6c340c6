using Amazon.CodeDeploy;
using Amazon.ECS;
using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Tests.Integration.BackEnds;

/// <summary>One walk through the library, over real HTTP, on every back end that the machine has.</summary>
public sealed class BackEndTests(ITestOutputHelper output)
{
    private const string Image = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/labo-terraform-admin:";

    [Fact]
    public async Task Deploy_Simulator_GoesAllTheWay() =>
        await DeployAsync(await SimulatorBackEnd.StartAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task Deploy_Moto_RegistersDescribesCreatesAndReadsTheStatus() =>
        await DeployAsync(await MotoBackEnd.StartAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task Deploy_LocalStack_GoesAsFarAsItGoes() =>
        await DeployAsync(await LocalStackBackEnd.StartAsync(output, TestContext.Current.CancellationToken));

    private async Task DeployAsync(IBackEnd backEnd)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var ending = backEnd;
        await using var services = Services(backEnd.Endpoint);
        await ServiceSetUp.CreateAsync(services, backEnd, Image + "v1", cancellationToken);
        var deployer = services.GetRequiredService<IDeployer>();
        var deployment = Deployment
            .For("web/labo-terraform-admin")
            .WithTaskDef("Fixtures/seed/taskdef.json")
            .WithImage("IMAGE1_NAME", Image + "v2")
            .WithAppSpec("Fixtures/seed/appspec.yaml")
            .Shift(TrafficShift.Canary10Percent5Minutes)
            .Build();

        var plan = await deployer.PlanAsync(deployment, cancellationToken);
        await using var run = await deployer.StartAsync(deployment, cancellationToken);

        plan.Service.DeploymentController.Should().Be("CODE_DEPLOY");

        // Where no tasks run no target is registered, which is told rightly (BG315).
        plan.Findings.Where(finding => finding.Severity > FindingSeverity.NotChecked && (backEnd.RunsTasks || finding.Code != "BG315")).Should().BeEmpty("no back end is told a false error");
        output.WriteLine($"preflight on {backEnd.GetType().Name}: 0 false errors or warnings; told: {string.Join(", ", plan.Findings.Select(finding => $"{finding.Code} ({finding.Severity})"))}");
        var codeDeploy = services.GetRequiredService<IAmazonCodeDeploy>();
        var info = (await codeDeploy.GetDeploymentAsync(new() { DeploymentId = run.ResumeToken.DeploymentId }, cancellationToken)).DeploymentInfo;
        info.DeploymentConfigName.Should().Be("CodeDeployDefault.ECSCanary10Percent5Minutes");
        var definition = await services.GetRequiredService<IAmazonECS>().DescribeTaskDefinitionAsync(new() { TaskDefinition = "ecs-admin-test:2" }, cancellationToken);
        definition.TaskDefinition.ContainerDefinitions.Should().ContainSingle().Which.Image.Should().Be(Image + "v2");
        if (backEnd.MovesDeployments)
        {
            (await run.Completion.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, cancellationToken)).Outcome.Should().Be(DeploymentOutcome.Succeeded);
        }
    }

    private static ServiceProvider Services(Uri endpoint)
    {
        var services = new ServiceCollection();
        services.AddDefaultAWSOptions(new AWSOptions
        {
            Credentials = new BasicAWSCredentials("test", "test"),
            DefaultClientConfig = { ServiceURL = endpoint.AbsoluteUri, AuthenticationRegion = "ap-northeast-1" },
        });
        services.AddBlueGreenEcs(options => options.PollInterval = TimeSpan.FromMilliseconds(200));
        return services.BuildServiceProvider();
    }
}
