using Amazon.CodeDeploy;
using BlueGreen.Ecs.Engines.CodeDeploy;

namespace BlueGreen.Ecs.Preflight;

/// <summary>BG410: the deployment group's application is of the ECS compute platform.</summary>
internal sealed class PlatformCheck : ICodeDeployCheck
{
    public IEnumerable<Finding> Check(CodeDeployFacts facts)
    {
        if (facts.Group.ComputePlatform is { } platform && platform != ComputePlatform.ECS)
        {
            yield return new("BG410", FindingSeverity.Error, facts.Target.ToString(), $"The application is of the compute platform {platform}; it cannot deploy an ECS service.", "Create an application of the compute platform ECS; the platform of one that exists cannot be changed.");
        }
    }
}
