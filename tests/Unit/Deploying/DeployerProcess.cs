using Amazon.ApplicationAutoScaling;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.CodeCommit;
using Amazon.CodeDeploy;
using Amazon.EC2;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.Extensions.NETCore.Setup;
using Amazon.IdentityManagement;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecretsManager;
using Amazon.SimpleSystemsManagement;
using BlueGreen.Ecs.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>What one process of a user has: AWS clients and a deployer, in the simulator's time. Its clients do not retry, so that what fails reaches the engine.</summary>
internal sealed class DeployerProcess : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly CancellationTokenSource _killed = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public DeployerProcess(AwsSimulator simulator, string region, bool retries = false, TimeSpan? pollInterval = null, TimeSpan ahead = default, bool checksSurroundings = false, string? accessKey = null, params IEnumerable<IDocumentRule> rules)
    {
        Switch = new(_killed);
        var aws = new AWSOptions
        {
            Credentials = new BasicAWSCredentials(accessKey ?? "test", "test"),
            DefaultClientConfig = { ServiceURL = "http://simulator", AuthenticationRegion = region, MaxErrorRetry = retries ? null : 0 },
        };
        _services = rules.Aggregate((IServiceCollection)new ServiceCollection(), (services, rule) => services.AddSingleton(rule))
            .AddSingleton<TimeProvider>(ahead == TimeSpan.Zero ? simulator.Clock : new SkewedClock(simulator.Clock, ahead))
            .AddSingleton(aws)
            .AddSingleton<HttpClientFactory>(new SwitchedHttpClientFactory(() => Switch.Over(simulator.CreateHandler())))
            .AddBlueGreenEcs(options => (options.PollInterval, options.ChecksSurroundings) = (pollInterval ?? TimeSpan.FromSeconds(10), checksSurroundings))
            .BuildServiceProvider();
    }

    /// <summary>Kills the process.</summary>
    public KillSwitch Switch { get; }

    /// <summary>Is cancelled when the process is killed.</summary>
    public CancellationToken Life => _killed.Token;

    public IDeployer Deployer => _services.GetRequiredService<IDeployer>();

    public IProvisioner Provisioner => _services.GetRequiredService<IProvisioner>();

    public IControllerMigration Migration => _services.GetRequiredService<IControllerMigration>();

    public IPipelines Pipelines => _services.GetRequiredService<IPipelines>();

    public IAmazonECS Ecs => _services.GetRequiredService<IAmazonECS>();

    public IAmazonCodeDeploy CodeDeploy => _services.GetRequiredService<IAmazonCodeDeploy>();

    public IAmazonElasticLoadBalancingV2 Balancing => _services.GetRequiredService<IAmazonElasticLoadBalancingV2>();

    public IAmazonCloudWatch CloudWatch => _services.GetRequiredService<IAmazonCloudWatch>();

    public IAmazonApplicationAutoScaling Scaling => _services.GetRequiredService<IAmazonApplicationAutoScaling>();

    public IAmazonECR Registry => _services.GetRequiredService<IAmazonECR>();

    public IAmazonIdentityManagementService Iam => _services.GetRequiredService<IAmazonIdentityManagementService>();

    public IAmazonSecretsManager Secrets => _services.GetRequiredService<IAmazonSecretsManager>();

    public IAmazonSimpleSystemsManagement Parameters => _services.GetRequiredService<IAmazonSimpleSystemsManagement>();

    public IAmazonLambda Lambda => _services.GetRequiredService<IAmazonLambda>();

    public IAmazonCodeCommit CodeCommit => _services.GetRequiredService<IAmazonCodeCommit>();

    public IAmazonS3 S3 => _services.GetRequiredService<IAmazonS3>();

    public IAmazonEC2 Ec2 => _services.GetRequiredService<IAmazonEC2>();

    public IAmazonCloudWatchLogs Logs => _services.GetRequiredService<IAmazonCloudWatchLogs>();

    /// <summary>Gives a role an inline policy that allows actions.</summary>
    public Task AllowAsync(string role, string name, IEnumerable<string> actions, string resource = "*")
    {
        var all = string.Join(',', actions.Select(action => $"\"{action}\""));
        return Iam.PutRolePolicyAsync(
            new()
            {
                RoleName = role,
                PolicyName = name,
                PolicyDocument = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[{{all}}],"Resource":"{{resource}}"}]}""",
            },
            TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _killed.Dispose();
    }

    private sealed class SwitchedHttpClientFactory(Func<HttpMessageHandler> createHandler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(createHandler(), disposeHandler: true);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;

        public override string? GetConfigUniqueString(IClientConfig clientConfig) => null;
    }
}
