using BlueGreen.Ecs.Running;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Running;

public sealed class ProgressWatchTests : IAsyncDisposable
{
    private readonly AwsSimulator _simulator = new();

    private SimulatorClock Clock => _simulator.Clock;

    [Fact]
    public void Complaint_TasksComeAndGo_IsMadeOnceAfterTheLimit()
    {
        var watch = new ProgressWatch(TimeSpan.FromMinutes(15), Clock);
        var complaints = Enumerable.Range(0, 40).Select(minute =>
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            var complaint = watch.Complaint(Installing(running: minute % 3));
            if (complaint is not null)
            {
                watch.Heard();
            }

            return complaint;
        }).ToList();

        complaints.Should().ContainSingle(complaint => complaint != null).Which.Should().Contain("00:15:00");
        complaints.FindIndex(complaint => complaint is not null).Should().BeInRange(15, 18);
    }

    [Fact]
    public void Complaint_NotHeard_IsMadeAgain()
    {
        var watch = new ProgressWatch(TimeSpan.FromMinutes(15), Clock);
        watch.Complaint(Installing(1)).Should().BeNull();
        Clock.Advance(TimeSpan.FromMinutes(16));

        watch.Complaint(Installing(1)).Should().NotBeNull();
        watch.Complaint(Installing(1)).Should().NotBeNull();
    }

    [Fact]
    public void Complaint_OneMoreTaskNowAndThen_IsNotMade()
    {
        var watch = new ProgressWatch(TimeSpan.FromMinutes(15), Clock);
        for (var running = 0; running < 10; running++)
        {
            Clock.Advance(TimeSpan.FromMinutes(14));
            watch.Complaint(Installing(running)).Should().BeNull();
        }
    }

    [Fact]
    public void Complaint_SomethingElseHoldsTheDeployment_IsNotMadeUntilTheTasksAreWaitedForAgain()
    {
        var watch = new ProgressWatch(TimeSpan.FromMinutes(15), Clock);
        for (var hour = 0; hour < 5; hour++)
        {
            Clock.Advance(TimeSpan.FromHours(1));
            watch.Complaint(Installing(2) with { AwaitsTasks = false }).Should().BeNull();
        }

        watch.Complaint(Installing(2)).Should().BeNull();
        Clock.Advance(TimeSpan.FromMinutes(16));
        watch.Complaint(Installing(2)).Should().NotBeNull();
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private static Observation Installing(int running) =>
        new() { Status = DeploymentStatus.InProgress, Stage = Stage.Install, AwaitsTasks = true, GreenTasks = new(4, running, 4 - running) };
}
