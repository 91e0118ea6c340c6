namespace BlueGreen.Ecs.Tests.Integration.Provisioning;

/// <summary>The differences that are meant, all of them.</summary>
internal static class Explanations
{
    public static readonly IReadOnlyList<Explanation> All = [];
}
