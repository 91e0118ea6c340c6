namespace BlueGreen.Ecs.Tests.Unit.Values;

public sealed class CodeDeployTargetTests
{
    [Fact]
    public void DefaultFor_ShortNames_AreTheConsolesNames()
    {
        var target = CodeDeployTarget.DefaultFor(ServiceReference.Parse("web/shop"));

        target.Should().Be(new CodeDeployTarget("AppECS-web-shop", "DgpECS-web-shop"));
        target.ToString().Should().Be("AppECS-web-shop/DgpECS-web-shop");
    }

    [Fact]
    public void DefaultFor_LongNames_AreCutToStayWithinHundredCharacters()
    {
        var target = CodeDeployTarget.DefaultFor(ServiceReference.Parse($"{new string('c', 200)}/{new string('s', 200)}"));

        target.Application.Should().Be($"AppECS-{new string('c', 46)}-{new string('s', 46)}").And.HaveLength(100);
        target.DeploymentGroup.Should().HaveLength(100);
    }
}
