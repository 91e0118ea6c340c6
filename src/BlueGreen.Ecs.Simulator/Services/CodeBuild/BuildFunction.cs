namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>Calls a build function of a user.</summary>
internal static class BuildFunction
{
    /// <returns>Its result; what it throws is a failed BUILD.</returns>
    public static async Task<SimulatedBuildResult> CallAsync(Func<SimulatedBuild, ValueTask<SimulatedBuildResult>> function, SimulatedBuild build)
    {
        try
        {
            return await function(build).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The function is the user's code: what it throws is a command of the build that failed.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return SimulatedBuildResult.Failed(BuildPhases.Build, $"{error.GetType().Name}: {error.Message}");
        }
    }
}
