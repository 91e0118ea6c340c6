using BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.ElasticLoadBalancing;

public sealed class SharesTests
{
    [Fact]
    public void Next_AnyWeights_SharesMatchExactlyOverOneRoundAndClosely_InBetween() =>
        Gen.Int[0, 60].Array[1, 5].Where(weights => weights.Sum() > 0).Sample(weights =>
        {
            var groups = weights.Select((weight, i) => new TargetGroupWeight($"group-{i}", weight)).ToList();
            var (shares, total) = (new SmoothShares(), weights.Sum());
            var counts = groups.ToDictionary(group => group.TargetGroupArn, _ => 0, StringComparer.Ordinal);
            for (var turn = 1; turn <= total; turn++)
            {
                counts[shares.Next(groups)!]++;
                foreach (var group in groups)
                {
                    var expected = (double)turn * group.Weight / total;
                    Math.Abs(counts[group.TargetGroupArn] - expected).Should().BeLessThan(groups.Count);
                }
            }

            groups.Should().OnlyContain(group => counts[group.TargetGroupArn] == group.Weight);
        });

    [Fact]
    public void Next_OnlyZeroWeights_IsNobody() =>
        new SmoothShares().Next([new TargetGroupWeight("blue", 0), new TargetGroupWeight("green", 0)]).Should().BeNull();

    [Fact]
    public async Task SendRequest_TenPercent_ShowsWithinTenRequests()
    {
        await using var service = new LoadBalancedService();
        service.Run(service.Blue, "10.0.0.1", "v1");
        service.Run(service.Green, "10.0.0.2", "v2");
        service.SetWeights((service.Blue, 90), (service.Green, 10));

        var versions = Enumerable.Range(0, 10).Select(_ => service.Aws.SendRequest(service.Listener).Version).ToList();

        versions.Count(version => version == "v2").Should().Be(1);
    }
}
