namespace BlueGreen.Ecs.Tests.Unit.Deploying.EcsNative;

public sealed class SuccessTests
{
    public static TheoryData<string> Names() => [.. TrafficShift.Predefined.Select(shift => shift.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Deploy_EveryPredefinedShift_ShowsItsStepsAndSucceeds(string name)
    {
        await using var bench = await NativeService.CreateAsync();
        var shift = TrafficShift.FindPredefined(name)!;

        var (result, events) = await bench.RunAsync(bench.Service.Deploy().Shift(shift));

        result.EnsureSucceeded();
        result.TaskDefinitionArn.Should().EndWith("task-definition/ecs-admin-test:2");
        result.DeploymentId.Should().Contain(":service-deployment/web/labo-terraform-admin/");
        events.Select(e => e.GreenPercent).Distinct().Should().Equal(shift.Steps.Select(step => step.GreenPercent).Prepend(0));
        events.Select(e => e.Stage).Should().BeInAscendingOrder();
        events.Select(e => e.Time).Should().BeInAscendingOrder();
        bench.Ask().Should().ContainKey("v2").And.HaveCount(1);
    }
}
