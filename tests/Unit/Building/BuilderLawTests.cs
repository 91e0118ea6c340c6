using BlueGreen.Ecs.Tests.Unit.Support;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Building;

/// <summary>What holds for every chain of calls.</summary>
public sealed class BuilderLawTests
{
    private static readonly TaskDefinition Web = new()
    {
        Family = "web",
        ContainerDefinitions = [new() { Name = "web", Image = "<A>", Memory = 512, PortMappings = [new() { ContainerPort = 80 }] }],
    };

    private static readonly DeploymentBuilder Start = Deployment.For("web/shop").WithTaskDef(Web).WithImage("A", "web:v2");

    // Kinds of calls that set different things, so that their order means nothing. Some are right and some are wrong.
    private static readonly Gen<Func<DeploymentBuilder, DeploymentBuilder>>[] Independent =
    [
        Samples.Shift.Select(shift => Call(builder => builder.Shift(shift))),
        Gen.Int[1, 90].Select(port => Call(builder => builder.WithAppSpec(new AppSpec { ContainerName = "web", ContainerPort = port }))),
        Gen.Enum<CancelPolicy>().Select(policy => Call(builder => builder.OnCancel(policy))),
        Samples.Name.Select(name => Call(builder => builder.WithCodeDeploy(name, name))),
        Gen.Int[250, 260].Select(length => Call(builder => builder.WithDescription(new('d', length)))),
        Samples.Name.Select(name => Call(builder => builder.RollBackOn(RollBackTrigger.Alarm(name)))),
        Gen.OneOf("B", "<B>").Select(name => Call(builder => builder.WithImage(name, "web:v3"))),
        Gen.OneOf("BG133", "133").Select(code => Call(builder => builder.Suppress(code, "why"))),
    ];

    private static readonly Gen<Func<DeploymentBuilder, DeploymentBuilder>[]> Chain =
        Gen.OneOf([.. Independent]).Array[0, 6];

    [Fact]
    public void Chain_AnyCalls_LeaveEarlierBuildersAsTheyWere() => Gen.Select(Chain, Chain).Sample((first, more) =>
    {
        var builder = Apply(Start, first);
        var before = Outcome(builder);
        Outcome(Apply(builder, more));
        Outcome(builder).Should().Be(before);
    }, iter: 200);

    [Fact]
    public void Chain_IndependentCallsInAnyOrder_BuildTheSame() =>
        Gen.Select(Gen.Select(Independent[0], Independent[1], Independent[2], Independent[3], Independent[4], Independent[5], Independent[6], Independent[7]), Gen.Shuffle(Enumerable.Range(0, 8).ToArray()))
            .Sample((calls, order) =>
            {
                Func<DeploymentBuilder, DeploymentBuilder>[] chain = [calls.Item1, calls.Item2, calls.Item3, calls.Item4, calls.Item5, calls.Item6, calls.Item7, calls.Item8];
                Outcome(Apply(Start, order.Select(place => chain[place]))).Should().Be(Outcome(Apply(Start, chain)));
            }, iter: 200);

    private static Func<DeploymentBuilder, DeploymentBuilder> Call(Func<DeploymentBuilder, DeploymentBuilder> call) => call;

    private static DeploymentBuilder Apply(DeploymentBuilder builder, IEnumerable<Func<DeploymentBuilder, DeploymentBuilder>> calls) =>
        calls.Aggregate(builder, (current, call) => call(current));

    // Both compare by value: a deployment, or the problems why there is none.
    private static object Outcome(DeploymentBuilder builder)
    {
        try
        {
            return builder.Build();
        }
        catch (DeploymentValidationException exception)
        {
            return exception.Problems;
        }
    }
}
