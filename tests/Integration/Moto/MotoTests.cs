using Amazon.CodeDeploy;
using Amazon.ECS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Tests.Integration.Moto;

/// <summary>The library's calls against moto, an independent opinion on the wire format. moto never moves a deployment, so the calls end there.</summary>
public sealed class MotoTests
{
    private const string Image = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/labo-terraform-admin:";

    [Fact]
    public async Task Deploy_AgainstMoto_RegistersDescribesCreatesAndReadsTheStatus()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var moto = await MotoServer.StartAsync(cancellationToken);
        await using var services = Services(moto.Endpoint);
        await MotoEnvironment.CreateAsync(services, moto.Endpoint, Image + "v1", cancellationToken);
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
        plan.CanStart.Should().BeTrue();
        var codeDeploy = services.GetRequiredService<IAmazonCodeDeploy>();
        var info = (await codeDeploy.GetDeploymentAsync(new() { DeploymentId = run.ResumeToken.DeploymentId }, cancellationToken)).DeploymentInfo;
        info.Status.Should().Be(Amazon.CodeDeploy.DeploymentStatus.Created);
        info.DeploymentConfigName.Should().Be("CodeDeployDefault.ECSCanary10Percent5Minutes");
        var definition = await services.GetRequiredService<IAmazonECS>().DescribeTaskDefinitionAsync(new() { TaskDefinition = "ecs-admin-test:2" }, cancellationToken);
        definition.TaskDefinition.ContainerDefinitions.Should().ContainSingle().Which.Image.Should().Be(Image + "v2");
    }

    private static ServiceProvider Services(Uri endpoint)
    {
        var services = new ServiceCollection();
        services.AddDefaultAWSOptions(new AWSOptions
        {
            Credentials = new BasicAWSCredentials("test", "test"),
            DefaultClientConfig = { ServiceURL = endpoint.AbsoluteUri, AuthenticationRegion = "ap-northeast-1" },
        });
        services.AddAWSService<IAmazonECS>();
        services.AddAWSService<IAmazonCodeDeploy>();
        services.AddAWSService<IAmazonElasticLoadBalancingV2>();
        services.AddBlueGreenEcs();
        return services.BuildServiceProvider();
    }
}
