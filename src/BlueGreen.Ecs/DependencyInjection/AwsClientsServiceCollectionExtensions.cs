using Amazon.ApplicationAutoScaling;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.CodeBuild;
using Amazon.CodeCommit;
using Amazon.CodeDeploy;
using Amazon.CodePipeline;
using Amazon.EC2;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.IdentityManagement;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecretsManager;
using Amazon.SecurityToken;
using Amazon.SimpleSystemsManagement;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the AWS clients that the host has not registered itself.</summary>
internal static class AwsClientsServiceCollectionExtensions
{
    public static void AddAwsClients(this IServiceCollection services)
    {
        // What deployments need.
        services.TryAddAWSService<IAmazonECS>(UseHttpClientFactory);
        services.TryAddAWSService<IAmazonCodeDeploy>(UseHttpClientFactory);
        services.TryAddAWSService<IAmazonElasticLoadBalancingV2>(UseHttpClientFactory);
        services.TryAddAWSService<IAmazonCloudWatch>(UseHttpClientFactory);
        services.TryAddAWSService<IAmazonApplicationAutoScaling>(UseHttpClientFactory);

        // What is looked at around them, before and after.
        services.TryAddAWSService<IAmazonEC2>(UseHttpClientFactory);
        services.TryAddAWSService<IAmazonECR>(UseHttpClientFactory);
        services.TryAddAWSService<IAmazonIdentityManagementService>(UseHttpClientFactory);
        services.TryAddAWSService<IAmazonSecurityTokenService>(UseHttpClientFactory);
        services.TryAddAWSService<IAmazonCloudWatchLogs>(UseHttpClientFactory);
        services.TryAddAWSService<IAmazonSecretsManager>(UseHttpClientFactory);
        services.TryAddAWSService<IAmazonSimpleSystemsManagement>(UseHttpClientFactory);
        services.TryAddAWSService<IAmazonLambda>(UseHttpClientFactory);
        services.TryAddAWSService<IAmazonS3>(UsePathsAndHttpClientFactory);
        services.TryAddAWSService<IAmazonCodeBuild>(UseHttpClientFactory);
        services.TryAddAWSService<IAmazonCodePipeline>(UseHttpClientFactory);
        services.TryAddAWSService<IAmazonCodeCommit>(UseHttpClientFactory);
    }

    // Buckets are hosts of their own at AWS only: behind a URL they are the first part of the path.
    private static void UsePathsAndHttpClientFactory(ClientConfig config, IServiceProvider provider)
    {
        UseHttpClientFactory(config, provider);
        ((AmazonS3Config)config).ForcePathStyle = config.ServiceURL is not null;
    }

    // A proxy, or a simulator in the process, is the host's choice as AWSOptions are, which have no place for it.
    private static void UseHttpClientFactory(ClientConfig config, IServiceProvider provider) => config.HttpClientFactory = provider.GetService<HttpClientFactory>();
}
