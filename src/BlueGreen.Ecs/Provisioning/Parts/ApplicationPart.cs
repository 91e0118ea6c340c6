using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The CodeDeploy application.</summary>
internal sealed class ApplicationPart(BlueGreenEnvironment environment, CodeDeployTarget target, IAmazonCodeDeploy codeDeploy) : EnvironmentPart(environment, ResourceKind.Application, target.Application)
{
    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var response = await PartCalls.FindAsync("codedeploy:GetApplication", codeDeploy.GetApplicationAsync(new() { ApplicationName = Name }, cancellationToken), "ApplicationDoesNotExist").ConfigureAwait(false);
        return response?.Application is { } found ? await CodeDeployTags.ReadAsync(codeDeploy, known.Place.Arn("codedeploy", $"application:{Name}"), found, cancellationToken).ConfigureAwait(false) : null;
    }

    public override IEnumerable<Difference> Compare(FoundPart found, KnownParts known) =>
        found.As<ApplicationInfo>().ComputePlatform is { } platform && platform != ComputePlatform.ECS ? [new($"It is for the compute platform {platform}, not ECS; that cannot be changed.", IsForGood: true)] : [];

    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new CreateApplicationRequest { ApplicationName = Name, ComputePlatform = ComputePlatform.ECS, Tags = CodeDeployTags.Of(Environment) };
        await AwsCalls.CallAsync("codedeploy:CreateApplication", codeDeploy.CreateApplicationAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) =>
        await AwsCalls.CallAsync("codedeploy:DeleteApplication", codeDeploy.DeleteApplicationAsync(new() { ApplicationName = Name }, cancellationToken)).ConfigureAwait(false);
}
