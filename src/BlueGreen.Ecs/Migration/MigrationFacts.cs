using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Provisioning;
using BlueGreen.Ecs.Provisioning.Import;
using BlueGreen.Ecs.Provisioning.Parts;

namespace BlueGreen.Ecs.Migration;

/// <summary>What a migration rests on.</summary>
internal sealed record MigrationFacts
{
    public required ImportSource Source { get; init; }

    public required MigrationOptions Options { get; init; }

    /// <summary>The infrastructure role, as provisioning makes it.</summary>
    public required RolePart Role { get; init; }

    /// <summary>What is to be done with the role.</summary>
    public required PlannedResource RolePlan { get; init; }

    public required KnownParts Known { get; init; }

    /// <summary>How many targets each of the two target groups has, by ARN.</summary>
    public required IReadOnlyDictionary<string, int> Targets { get; init; }

    /// <summary>The alarms that are in <c>ALARM</c>.</summary>
    public EquatableArray<string> RedAlarms { get; init; }

    /// <summary>How many deployment groups the application has.</summary>
    public int GroupsOfApplication { get; init; }

    public ServiceGroup Group => Source.Group!;

    public ServiceReference Service => Source.Live.Reference;

    public string Serving => Source.Live.TargetGroupArn ?? string.Empty;

    public string Alternate => Pair.First(arn => arn != Serving);

    public IReadOnlyList<string> Pair => [Source.Traffic.Blue.TargetGroupArn, Source.Traffic.Green.TargetGroupArn];

    public string RoleArn => Known.Find(Role.Id)?.Arn ?? Source.Place.RoleArn(Role.Name);

    /// <summary>The rules of the production listener that forward to one of the two; the first is the one that ECS is to move.</summary>
    public IReadOnlyList<Rule> ProductionRules => RulesOf(Source.Traffic.Production);

    /// <summary>The rule with test traffic; none without a test listener.</summary>
    public Rule? TestRule => Source.Traffic.Test is { } test ? RulesOf(test) is [var rule, ..] ? rule : test.Default : null;

    public TrafficShift? Shift => Options.Shift ?? Source.GroupShift;

    private IReadOnlyList<Rule> RulesOf(ImportedListener listener) =>
        [.. listener.Rules.Where(rule => ListenerRules.Weights(rule.Actions).Keys.Intersect(Pair, StringComparer.Ordinal).Any())];
}
