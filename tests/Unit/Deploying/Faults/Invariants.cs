namespace BlueGreen.Ecs.Tests.Unit.Deploying.Faults;

/// <summary>What must hold when everything has come to rest, whatever went wrong on the way.</summary>
internal static class Invariants
{
    public static async Task<IReadOnlyList<string>> ViolationsAsync(EngineBench bench, DeploymentPath path, Ending ending)
    {
        var violations = new List<string>();
        var serving = bench.Ask();
        Check(serving.Count == 1 && serving.Keys.Single() is "v1" or "v2", $"Production traffic is on {string.Join(" and ", serving.Keys)}.");
        Check(bench.Traffic!.Counts.Failed == 0, $"{bench.Traffic.Counts.Failed} production requests failed.");
        Check(ending.Result == path.Outcome, $"It ended as {ending}, not as {path.Outcome}.");
        Check(serving.ContainsKey(path.Serving), $"{string.Join(" and ", serving.Keys)} serves, not {path.Serving}.");
        var left = await bench.Service.LeftOversAsync(bench);
        Check(left.Count == 0, $"Left over: {string.Join(", ", left)}.");
        var orphans = (await bench.RevisionsAsync()).Except(await bench.Service.DeployedRevisionsAsync(bench), StringComparer.Ordinal).ToList();
        Check(orphans.Count == 0, $"Never deployed: {string.Join(", ", orphans)}.");
        var deployments = await bench.Service.CountAsync(bench);
        Check(deployments == 1, $"There were {deployments} deployments.");
        return violations;

        void Check(bool holds, string violation)
        {
            if (!holds)
            {
                violations.Add(violation);
            }
        }
    }
}
