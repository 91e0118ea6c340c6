using BlueGreen.Ecs.Diagnosis.Course;
using BlueGreen.Ecs.Diagnosis.Serving;
using BlueGreen.Ecs.Diagnosis.Settings;
using BlueGreen.Ecs.Diagnosis.Starting;
using BlueGreen.Ecs.Diagnosis.Texts;

namespace BlueGreen.Ecs.Diagnosis;

/// <summary>
/// Asks all rules and ranks what they say. What only may be comes last; of the others what lies deeper comes first, then what AWS names before what it hints. A cause
/// that another one explains is left out.
/// </summary>
internal static class FailureRules
{
    private const int LongestMessage = 1000;

    // Of equals the more special stands first.
    public static readonly IReadOnlyList<IFailureRule> All =
    [
        new ServiceDeletedRule(), new RoleMissingRule(), new HookDeniedRule(), new RolePermissionRule(), new AppSpecMissingRule(), new ContainerMismatchRule(), new PortMismatchRule(),
        new RevisionNumberRule(), new RevisionInactiveRule(), new TargetPairRule(), new NoBalancerRule(), new OtherBalancerRule(), new GradualBalancerRule(), new ListenerElsewhereRule(), new SettlingRule(),
        new ServiceUnfitRule(), new EcsRefusalRule(), new AlarmFromStartRule(),
        new NoInstanceRule(), new ProcessorLimitRule(), new NoFargateRule(), new NoAddressRule(), new ThrottledRule(),
        new ImageMissingRule(), new PullLimitRule(), new PullDeniedRule(), new UnreachableRule(), new PlatformRule(), new ImagePullRule(),
        new SecretMissingRule(), new SecretDeniedRule(), new UnassumableRoleRule(), new LogDestinationRule(), new StartRule(),
        new MemoryRule(), new ContainerHealthRule(), new ContainerExitRule(),
        new WrongAnswerRule(), new NoAnswerRule(), new UnhealthyTargetsRule(), new SlowStartRule(),
        new HookMissingRule(), new HookSilentRule(), new HookFailedRule(), new AlarmRule(), new ScalingRule(), new ReadyWaitRule(), new SupersededRule(), new StoppedByHandRule(),
    ];

    /// <summary>The causes for which the evidence speaks, the most likely first. Nothing in them holds a secret, however the evidence came by it.</summary>
    public static EquatableArray<FailureCause> Explain(FailureEvidence evidence)
    {
        var found = All.Select(rule => (Rule: rule, Cause: rule.Explain(evidence))).Where(one => one.Cause is not null).ToList();
        var sure = found.Where(one => one.Cause!.Confidence > Confidence.Possible).Select(one => one.Rule.Code).ToHashSet(StringComparer.Ordinal);
        return found
            .Where(one => !one.Rule.ExplainedBy.Any(sure.Contains))
            .OrderBy(one => one.Cause!.Confidence == Confidence.Possible)
            .ThenBy(one => one.Rule.Depth)
            .ThenByDescending(one => one.Cause!.Confidence)
            .Select(one => one.Cause! with { Finding = Clean(one.Cause.Finding) })
            .ToEquatableArray();
    }

    private static Finding Clean(Finding finding) => finding with
    {
        Subject = OutsideText.Clean(finding.Subject),
        Message = OutsideText.Clean(finding.Message, LongestMessage),
        Evidence = finding.Evidence.Select(line => OutsideText.Clean(line)).Where(line => line.Length > 0).ToEquatableArray(),
    };
}
