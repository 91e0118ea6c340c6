using System.Text.RegularExpressions;
using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs;

/// <summary>What AWS would refuse of an environment's names and settings. Pure.</summary>
internal static partial class EnvironmentRules
{
    private const int LongestSuffix = 2;
    private const int MostTasks = 5000;
    private const int LongestAlarm = 255;
    private const int MostAlarms = 10;
    private const int LongestCodeDeployName = 100;
    private const string RoleNameText = "at most 64 letters, digits and + = , . @ _ -";

    private static readonly TimeSpan LongestReadyWait = TimeSpan.FromMinutes(7200);
    private static readonly TimeSpan LongestBake = TimeSpan.FromMinutes(2880);

    /// <summary>The names, first the environment's own, from which others follow.</summary>
    public static IEnumerable<DeploymentProblem> CheckNames(EnvironmentDraft draft)
    {
        const string Balancing = "at most 32 letters, digits and hyphens, none of them at its ends";
        (string Call, string? Name, Regex Pattern, string Allowed)[] names =
        [
            ($"For(\"{draft.Name}\")", draft.Name, EnvironmentName, $"2 to {32 - LongestSuffix} lower-case letters, digits and single hyphens between them"),
            ("InCluster(…)", draft.Cluster.Name, EcsName, "at most 255 letters, digits, hyphens and underscores"),
            ("WithService(…)", draft.Service, EcsName, "at most 255 letters, digits, hyphens and underscores"),
            ("WithRepository(…)", draft.Repository?.Name, RepositoryName, "2 to 256 lower-case letters, digits and single . _ - / between them"),
            ("WithImageTag(…)", draft.ImageTag, ImageTag, "at most 128 letters, digits and . _ -, and does not begin with . or -"),
            ("WithLoadBalancer(…)", draft.LoadBalancer is { IsExisting: false } made ? made.Name : null, BalancingName, Balancing),
            ("WithTargetGroups(…)", draft.TargetGroups?.Blue, BalancingName, Balancing),
            ("WithTargetGroups(…)", draft.TargetGroups?.Green, BalancingName, Balancing),
            ("WithExecutionRole(…)", draft.ExecutionRole is { IsExisting: false } execution ? execution.Name : null, RoleName, RoleNameText),
            ("WithTaskRole(…)", draft.TaskRole is { IsExisting: false } task ? task.Name : null, RoleName, RoleNameText),
            ("WithTrafficRole(…)", draft.TrafficRole is { IsExisting: false } traffic ? traffic.Name : null, RoleName, RoleNameText),
        ];
        return names.Where(one => one.Name is not null && !one.Pattern.IsMatch(one.Name)).Select(one => new DeploymentProblem(one.Call, $"'{one.Name}' cannot be the name. It has {one.Allowed}."));
    }

    /// <summary>All else.</summary>
    public static IEnumerable<DeploymentProblem> CheckSettings(EnvironmentDraft draft)
    {
        if (!Enum.IsDefined(draft.Controller))
        {
            yield return new($"DeployedBy({draft.Controller})", $"This is no controller. Allowed is {string.Join(", ", Enum.GetNames<EnvironmentController>())}.");
        }

        if (draft.DesiredCount is < 0 or > MostTasks)
        {
            yield return new(FormattableString.Invariant($"WithDesiredCount({draft.DesiredCount})"), $"A service has 0 to {MostTasks} tasks.");
        }

        foreach (var problem in Unused(draft).Concat(Listeners(draft)).Concat(Groups(draft)).Concat(Alarms(draft)).Concat(Deployments(draft)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<DeploymentProblem> Unused(EnvironmentDraft draft)
    {
        if (draft is { Controller: EnvironmentController.External, TrafficRole: { } role })
        {
            yield return new($"WithTrafficRole(\"{role}\")", "Nobody takes this role on: with the controller EXTERNAL, whoever deploys moves the traffic by its own rights.");
        }

        if (draft.Controller != EnvironmentController.CodeDeploy && (draft.CodeDeploy is not null || draft.Deployments.Configuration is not null || draft.Deployments.ReadyWait != TimeSpan.Zero))
        {
            yield return new($"DeployedBy({draft.Controller})", "A CodeDeploy application, deployment configuration or wait is given, and CodeDeploy does not deploy this service.");
        }
    }

    private static IEnumerable<DeploymentProblem> Listeners(EnvironmentDraft draft)
    {
        foreach (var (call, listener) in new[] { ("WithProductionListener", draft.Production), ("WithTestListener", draft.Test) })
        {
            if (listener?.Port is < 1 or > 65535)
            {
                yield return new(FormattableString.Invariant($"{call}({listener.Port})"), "A port is 1 to 65535.");
            }
        }

        if (draft.Test?.Port == draft.Production.Port)
        {
            yield return new(FormattableString.Invariant($"WithTestListener({draft.Test.Port})"), "The production listener has this port already.");
        }
    }

    private static IEnumerable<DeploymentProblem> Groups(EnvironmentDraft draft)
    {
        if (draft.TargetGroups is not { } groups)
        {
            yield break;
        }

        if (groups.Blue == groups.Green)
        {
            yield return new("WithTargetGroups(…)", $"Both target groups are called '{groups.Blue}'. There must be two.");
        }

        if (groups.HealthCheckInterval < TimeSpan.FromSeconds(5) || groups.HealthCheckInterval > TimeSpan.FromSeconds(300))
        {
            yield return new("WithTargetGroups(…)", $"Health checks are made every 5 to 300 seconds, not every {groups.HealthCheckInterval:c}.");
        }

        if (!groups.HealthCheckPath.StartsWith('/'))
        {
            yield return new("WithTargetGroups(…)", $"The health check's path '{groups.HealthCheckPath}' does not begin with a slash.");
        }

        if (groups.Protocol is not ("HTTP" or "HTTPS"))
        {
            yield return new("WithTargetGroups(…)", $"The protocol '{groups.Protocol}' is not one of HTTP and HTTPS.");
        }
    }

    private static IEnumerable<DeploymentProblem> Alarms(EnvironmentDraft draft)
    {
        foreach (var alarm in draft.Alarms)
        {
            var call = $"WithAlarm(\"{alarm.Name}\")";
            if (alarm.Name.Length is 0 or > LongestAlarm)
            {
                yield return new(call, $"An alarm's name has 1 to {LongestAlarm} characters.");
            }

            if (!(alarm.Period.TotalSeconds is 10 or 20 or 30 || (alarm.Period >= TimeSpan.FromMinutes(1) && alarm.Period.Ticks % TimeSpan.TicksPerMinute == 0)) || alarm.Periods < 1)
            {
                yield return new(call, "A period is 10, 20 or 30 seconds or whole minutes, and there is one at least.");
            }
        }

        if (draft.Alarms.Count > MostAlarms || draft.Alarms.DistinctBy(alarm => alarm.Name, StringComparer.Ordinal).Count() < draft.Alarms.Count)
        {
            yield return new("WithAlarm(…)", $"There are at most {MostAlarms} alarms, each once.");
        }
    }

    private static IEnumerable<DeploymentProblem> Deployments(EnvironmentDraft draft)
    {
        const string Call = "WithDeployments(…)";
        var wanted = draft.Deployments;
        var (limits, bake) = draft.Controller switch
        {
            EnvironmentController.CodeDeploy => (wanted.Configuration is null && DeploymentConfigs.Limitation(wanted.Shift) is { } limit ? [limit] : Array.Empty<string>(), LongestBake),
            EnvironmentController.EcsNative => (NativeStrategy.Limitations(wanted.Shift), NativeStrategy.LongestBake),
            _ => ([], LongestBake),
        };
        foreach (var limit in limits)
        {
            yield return new(Call, limit);
        }

        if (wanted.Bake < TimeSpan.Zero || wanted.Bake > bake || wanted.Bake.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            yield return new(Call, $"The old version is kept for whole minutes, at most {bake.TotalMinutes:0}, not {wanted.Bake:c}.");
        }

        if (wanted.ReadyWait < TimeSpan.Zero || wanted.ReadyWait > LongestReadyWait || wanted.ReadyWait.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            yield return new(Call, $"CodeDeploy waits whole minutes, at most {LongestReadyWait.TotalMinutes:0}, not {wanted.ReadyWait:c}.");
        }

        if (draft.CodeDeploy is { } target && (target.Application.Length is 0 or > LongestCodeDeployName || target.DeploymentGroup.Length is 0 or > LongestCodeDeployName))
        {
            yield return new($"WithCodeDeploy(\"{target.Application}\", \"{target.DeploymentGroup}\")", $"Each name has 1 to {LongestCodeDeployName} characters.");
        }
    }

    [GeneratedRegex(@"\A(?=.{2,30}\z)[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EnvironmentName { get; }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,255}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EcsName { get; }

    [GeneratedRegex(@"\A(?=.{2,256}\z)(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RepositoryName { get; }

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ImageTag { get; }

    [GeneratedRegex(@"\A(?!internal-)[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BalancingName { get; }

    [GeneratedRegex(@"\A[A-Za-z0-9+=,.@_-]{1,64}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    public static partial Regex RoleName { get; }
}
