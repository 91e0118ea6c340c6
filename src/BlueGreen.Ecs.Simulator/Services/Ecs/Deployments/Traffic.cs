using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>
/// The target groups and listener rules of a service that deploys blue/green. Which of an entry's two target groups a revision serves in alternates from
/// deployment to deployment; a task set's own load balancers say which one it has.
/// </summary>
internal sealed class Traffic(EcsState state)
{
    private const string Production = "productionListenerRule";
    private const string Test = "testListenerRule";

    /// <summary>Gives a new revision's tasks their target groups: those that serve, or the ones beside them.</summary>
    public static void Assign(TaskSet target, TaskSet? serving, bool beside)
    {
        var entries = target.Revision!.Settings.Objects("loadBalancers").Select(entry => entry.Copy()).ToList();
        foreach (var entry in entries.Where(entry => Alternate(entry) is not null))
        {
            var (first, second) = (entry.Text("targetGroupArn")!, Alternate(entry)!);
            entry["targetGroupArn"] = serving?.Targets.Select(one => one.TargetGroupArn).FirstOrDefault(one => one == first || one == second) switch
            {
                null => first,
                var live when beside => live == first ? second : first,
                var live => live,
            };
        }

        target.Settings["loadBalancers"] = entries.ToJson();
        target.Revision.LoadBalancers = target.Settings["loadBalancers"]!.DeepClone().AsArray();
    }

    /// <summary>Shares production traffic between a revision and the one before it.</summary>
    /// <returns>Why that is not possible, or <see langword="null"/>.</returns>
    public string? ShareProduction(TaskSet target, TaskSet? source, double percent)
    {
        var error = Share(Production, target, percent);
        if (error is null)
        {
            target.ProductionWeight = percent;
            source?.ProductionWeight = 100 - percent;
        }

        return error;
    }

    /// <summary>Sends test traffic to a revision, or back to the one before it.</summary>
    /// <returns>Why that is not possible, or <see langword="null"/>.</returns>
    public string? ShareTest(TaskSet target, TaskSet? source, double percent)
    {
        var error = Share(Test, target, percent);
        if (error is null)
        {
            target.TestWeight = percent;
            source?.TestWeight = 100 - percent;
        }

        return error;
    }

    private string? Share(string member, TaskSet target, double percent)
    {
        var asked = target.Revision!.Settings.Objects("loadBalancers");
        foreach (var (entry, index) in target.Settings.Objects("loadBalancers").Select((entry, index) => (entry, index)))
        {
            if (entry.Object("advancedConfiguration")?.Text(member) is not { } rule)
            {
                continue;
            }

            if (state.Region.LoadBalancing.FindRuleWeights(rule) is null)
            {
                return $"The listener rule {rule} does not exist.";
            }

            var (before, after) = Weights(percent);
            var own = entry.Text("targetGroupArn");
            string[] groups = [asked[index].Text("targetGroupArn")!, Alternate(entry)!];
            state.Region.LoadBalancing.SetRuleForward(rule, [.. groups.Select(group => (group, group == own ? after : before))]);
        }

        return null;
    }

    // Percents where they are whole; else tenths of them, because weights are whole numbers up to 999.
    private static (int Before, int After) Weights(double percent)
    {
        var tenths = (int)Math.Round(percent * 10);
        return tenths % 10 == 0 ? (100 - (tenths / 10), tenths / 10) : (1000 - tenths, tenths);
    }

    private static string? Alternate(JsonObject entry) => entry.Object("advancedConfiguration")?.Text("alternateTargetGroupArn");
}
