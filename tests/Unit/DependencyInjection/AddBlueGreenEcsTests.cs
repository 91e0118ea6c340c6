using Amazon.CodeDeploy;
using Amazon.ECS;
using Amazon.ElasticLoadBalancingV2;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace BlueGreen.Ecs.Tests.Unit.DependencyInjection;

public sealed class AddBlueGreenEcsTests
{
    [Fact]
    public void Add_OnlyClientsBeside_GivesOneDeployer()
    {
        using var provider = Clients(new ServiceCollection()).AddBlueGreenEcs().BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        provider.GetRequiredService<IDeployer>().Should().BeSameAs(provider.GetRequiredService<IDeployer>());
        provider.GetServices<IDeploymentEngine>().Select(engine => engine.DeploymentController).Should().Equal("CODE_DEPLOY", "ECS", "EXTERNAL");
        provider.GetRequiredService<TimeProvider>().Should().BeSameAs(TimeProvider.System);
    }

    [Fact]
    public void Add_TheHostsOwnBefore_IsUsed()
    {
        var clock = Substitute.For<TimeProvider>();
        var engine = Substitute.For<IDeploymentEngine>();
        var deployer = Substitute.For<IDeployer>();
        var ecs = Substitute.For<IAmazonECS>();
        using var provider = new ServiceCollection().AddSingleton(clock).AddSingleton(engine).AddSingleton(deployer).AddSingleton(ecs).AddBlueGreenEcs().BuildServiceProvider();

        provider.GetRequiredService<TimeProvider>().Should().BeSameAs(clock);
        provider.GetRequiredService<IDeployer>().Should().BeSameAs(deployer);
        provider.GetRequiredService<IAmazonECS>().Should().BeSameAs(ecs);
        Clients(new ServiceCollection()).AddSingleton(engine).AddBlueGreenEcs().BuildServiceProvider().GetServices<IDeploymentEngine>().First().Should().BeSameAs(engine);
    }

    [Fact]
    public void Add_LoggingAddedAfterwards_IsNotSilenced()
    {
        using var provider = Clients(new ServiceCollection()).AddBlueGreenEcs().AddLogging().BuildServiceProvider();

        provider.GetRequiredService<ILogger<AddBlueGreenEcsTests>>().Should().NotBeOfType<NullLogger<AddBlueGreenEcsTests>>();
    }

    [Fact]
    public void Add_Twice_RegistersOnceAndConfiguresBoth()
    {
        using var provider = Clients(new ServiceCollection())
            .AddBlueGreenEcs(options => options.ToleratedOutage = TimeSpan.FromMinutes(1))
            .AddBlueGreenEcs(options => options.PollInterval = TimeSpan.FromSeconds(2))
            .BuildServiceProvider();

        provider.GetServices<IDeployer>().Should().ContainSingle();
        provider.GetServices<IDeploymentEngine>().Should().OnlyHaveUniqueItems(engine => engine.Name);
        var options = provider.GetRequiredService<IOptions<DeployerOptions>>().Value;
        (options.ToleratedOutage, options.PollInterval, options.CancelBudget).Should().Be((TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public void Options_AllOutOfBounds_EachMessageNamesValueAndBounds()
    {
        using var provider = Clients(new ServiceCollection()).AddBlueGreenEcs(options =>
        {
            options.PollInterval = TimeSpan.Zero;
            options.CancelBudget = TimeSpan.FromHours(3);
            options.ToleratedOutage = TimeSpan.FromSeconds(-1);
            options.LongestPause = TimeSpan.FromHours(1);
        }).BuildServiceProvider();

        var failures = provider.Invoking(p => p.GetRequiredService<IOptions<DeployerOptions>>().Value).Should().Throw<OptionsValidationException>().Which.Failures;

        failures.Should().HaveCount(4)
            .And.ContainMatch("*PollInterval is 00:00:00; allowed is 00:00:00.1000000 to 00:05:00*")
            .And.ContainMatch("*CancelBudget is 03:00:00; allowed is 00:00:01 to 02:00:00*")
            .And.ContainMatch("*ToleratedOutage is -00:00:01; allowed is 00:00:00 to 7.00:00:00*")
            .And.ContainMatch("*LongestPause is 01:00:00; allowed is 00:00:00.1000000 to 00:05:00*");
    }

    [Fact]
    public void Add_Null_IsAnArgumentNullException() =>
        FluentActions.Invoking(() => BlueGreenEcsServiceCollectionExtensions.AddBlueGreenEcs(null!)).Should().Throw<ArgumentNullException>();

    private static IServiceCollection Clients(IServiceCollection services) => services
        .AddSingleton(Substitute.For<IAmazonECS>())
        .AddSingleton(Substitute.For<IAmazonCodeDeploy>())
        .AddSingleton(Substitute.For<IAmazonElasticLoadBalancingV2>());
}
