using BlueGreen.Ecs.Diagnosis;
using BlueGreen.Ecs.Diagnosis.Evidence;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Diagnosis;

/// <summary>What holds of any evidence.</summary>
public sealed class EvidenceLawTests
{
    private const string Password = "Zq7vXw2pLk9sTb4n";

    private static readonly Gen<string> Line = Gen.OneOf(
        Gen.String,
        OneOf(
            "CannotPullContainerError: manifest unknown", "CannotPull", "ResourceInitializationError: secret", "OutOfMemoryError", "Task failed container health checks", "is unhealthy in (target-group ", "(reason ",
            "is unhealthy in (target-group x) due to (reason y)", "HOOK_EXECUTION_FAILURE", "status callback", "ALARM_ACTIVE", "MANUAL_STOP", "is not authorized to perform", "must be behind listener", "ECS was unable to assume the role 'x",
            $"password={Password}", $"postgres://a:{Password}@b", string.Empty));

    private static readonly Gen<string?> Maybe = Gen.OneOf(Gen.Const((string?)null), Line.Select(line => (string?)line));

    private static readonly Gen<ContainerSeen> Container = Gen.Select(Line, Maybe, Gen.Int.Nullable(), Maybe, OneOf<string>("HEALTHY", "UNHEALTHY", null!))
        .Select((name, image, exit, reason, health) => new ContainerSeen(name, image, exit, reason, health));

    private static readonly Gen<TaskSeen> Task = Gen.Select(Gen.Int.Select(i => $"arn:aws:ecs:eu-west-1:123456789012:task/web/{i:x}"), Gen.Bool, OneOf<string>("TaskFailedToStart", "EssentialContainerExited", "ServiceSchedulerInitiated", null!), Maybe, Gen.DateTime.Nullable(), Gen.DateTime.Nullable(), Container.Array[0, 3])
        .Select((arn, stops, code, reason, started, stopped, containers) => new TaskSeen { Arn = arn, IsStopping = stops, StopCode = code, StoppedReason = reason, StartedAt = started, StoppedAt = stopped, Containers = containers });

    private static readonly Gen<FailureEvidence> Evidence = Gen.Select(
        Gen.Select(Maybe, Maybe, Gen.Bool, Gen.DateTime),
        Gen.Select(Line, OneOf("Failed", "Succeeded", "InProgress", ""), Maybe).Select((name, status, told) => new LifecycleSeen(name, status, told)).Array[0, 3],
        Task.Array[0, 4],
        Gen.Select(OneOf("ACTIVE", "INACTIVE", "MISSING"), Line.Array[0, 4], Gen.Int[0, 10_000]).Select((status, events, grace) => new ServiceSeen(status, events, grace)),
        Gen.Select(Line, Line, OneOf("unhealthy", "healthy", "unused", ""), Maybe, Maybe, Maybe).Select((group, target, state, reason, text, check) => new TargetSeen(group, target, state, reason, text, check)).Array[0, 3],
        Gen.Select(Line, OneOf("OK", "ALARM"), Maybe, Gen.DateTime.Nullable()).Select((name, state, reason, at) => new AlarmSeen(name, state, reason, at)).Array[0, 3],
        Gen.Select(Line, Gen.Bool.Nullable(), Line.Array[0, 3]).Select((function, log, lines) => new HookSeen(function, log, lines)),
        Gen.Select(Line, Line, Line.Array[0, 3]).Select((stream, container, lines) => new LogSeen(stream, container, lines)).Array[0, 2])
        .Select((told, lifecycle, tasks, live, targets, alarms, hook, logs) => new FailureEvidence
        {
            Service = "web/shop",
            ErrorCode = told.Item1,
            Reason = told.Item2,
            IsStoppedHere = told.Item3,
            Since = told.Item4,
            Lifecycle = lifecycle,
            Tasks = tasks,
            Live = live,
            Targets = targets,
            Alarms = alarms,
            Hook = hook,
            Logs = logs,
            Listeners = [new(live.Status, [.. lifecycle.Select(one => one.Name)], told.Item3)],
        });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void Explain_AnyEvidence_IsExplainedWithoutExceptionsSecretsAndBounds() => Evidence.Sample(evidence =>
    {
        var causes = FailureRules.Explain(evidence);
        Exclusions.Of(evidence).Count.Should().BeLessThanOrEqualTo(7);
        causes.Select(cause => cause.Finding.Code).Should().OnlyHaveUniqueItems();
        foreach (var finding in causes.Select(cause => cause.Finding))
        {
            finding.Message.Length.Should().BeLessThanOrEqualTo(1000);
            finding.Evidence.Count.Should().BeLessThanOrEqualTo(10);
            finding.Evidence.Should().OnlyContain(line => line.Length <= 500);
            $"{finding} {string.Join('\n', finding.Evidence)}".Should().NotContain(Password);
        }
    });

    [Fact]
    public void Explain_FullEvidence_IsBounded()
    {
        var line = $"CannotPullContainerError: manifest unknown {new string('x', 1_000_000)}";
        var evidence = Seen.Nothing with
        {
            Tasks = [.. Enumerable.Range(0, 500).Select(i => Seen.Task(i % 100 == 0 ? line : $"CannotPullContainerError: manifest unknown {i}", "TaskFailedToStart"))],
            Live = new("ACTIVE", [.. Enumerable.Range(0, 10_000).Select(i => $"(service shop) (task {i}) is unhealthy in (target-group {Seen.Group}) due to (reason Health checks failed with these codes: [502])")]),
        };

        var causes = FailureRules.Explain(evidence);

        causes.Select(cause => cause.Finding.Code).Should().Equal("BG904", "BG916");
        causes.Sum(cause => cause.Finding.Message.Length + cause.Finding.Evidence.Sum(one => one.Length)).Should().BeLessThan(20_000);
    }
}
