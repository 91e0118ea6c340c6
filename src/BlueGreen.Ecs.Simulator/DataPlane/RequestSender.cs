using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

namespace BlueGreen.Ecs.Simulator.DataPlane;

/// <summary>Sends requests through load balancers in memory, under the world's lock, and counts what is answered.</summary>
internal sealed class RequestSender(World world, TrafficMeter? counts = null)
{
    // The load balancer's idle timeout, after which it answers 504 itself.
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Sends a request that takes as long as its container takes to answer.</summary>
    public void Send(string listenerArn, string path)
    {
        var (route, container, time) = Choose(listenerArn, path);
        if (container is null || time == TimeSpan.Zero)
        {
            End(listenerArn, route, container is null ? BadGateway(route) : Ask(route, path), TimeSpan.Zero);
            return;
        }

        world.Clock.ScheduleUpkeep(time < IdleTimeout ? time : IdleTimeout, "a request is answered", () =>
        {
            // A target that has stopped meanwhile takes its unanswered requests along.
            var isThere = world.DataPlane.Find(container.Ip, container.Port) == container;
            var answer = !isThere ? BadGateway(route) : time > IdleTimeout ? OwnAnswer(504, "504 Gateway Time-out") : Ask(route, path);
            End(listenerArn, route, answer, time);
        });
    }

    /// <returns>The answer to a request, at once whatever its container takes.</returns>
    public SimulatedResponse SendNow(string listenerArn, string path)
    {
        var (route, container, _) = Choose(listenerArn, path);
        return End(listenerArn, route, container is null ? BadGateway(route) : Ask(route, path.Split('?')[0]), TimeSpan.Zero);
    }

    private (Route Route, RunningContainer? Container, TimeSpan Time) Choose(string listenerArn, string path)
    {
        var parts = path.Split('?', 2);
        var route = RequestRouter.Route(BalancingOf(listenerArn), listenerArn, new LoadBalancerRequest("GET", "localhost", parts[0], parts.ElementAtOrDefault(1) ?? "", _ => null));
        var container = route.Ip is null ? null : world.DataPlane.Find(route.Ip, route.Port);
        return (route, container, container is null ? TimeSpan.Zero : world.BehaviorOf(container.Image)?.ResponseTime ?? TimeSpan.Zero);
    }

    private LoadBalancing BalancingOf(string listenerArn) =>
        world.In(listenerArn.Split(':') is [_, _, _, { Length: > 0 } region, ..] ? region : Wire.CredentialScope.DefaultRegion).Get(one => new LoadBalancing(one));

    private SimulatedResponse Ask(Route route, string path) => world.DataPlane.Ask(route.Ip!, route.Port, path.Split('?')[0]) ?? BadGateway(route);

    private SimulatedResponse End(string listenerArn, Route route, SimulatedResponse answer, TimeSpan time)
    {
        counts?.Count(listenerArn, answer.Version, answer.StatusCode);
        world.Traffic.Count(listenerArn, answer.Version, answer.StatusCode);
        if (BalancingOf(listenerArn).ListenerExists(listenerArn))
        {
            world.Traffic.Measure(listenerArn, route.TargetGroupArn, answer.Version, answer.StatusCode, time);
        }

        return answer;
    }

    // A route without a target is the load balancer's own answer; one whose target does not answer ends with 502.
    private static SimulatedResponse BadGateway(Route route) => route.Ip is null ? new SimulatedResponse(route.StatusCode, route.Body) : OwnAnswer(502, "502 Bad Gateway");

    private static SimulatedResponse OwnAnswer(int status, string text) => new(status, $"<h1>{text}</h1>");
}
