using BlueGreen.Ecs.Simulator.Services.Iam;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>The service role with which a build works. One that IAM does not know may do everything.</summary>
internal static class BuildRole
{
    public static RoleSession Of(CodeBuildState state, Build build) => new(state.World, build.ServiceRole, $"AWSCodeBuild-{build.Stream}");
}
