using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Building;

/// <summary>Findings that are accepted.</summary>
public sealed class SuppressionTests
{
    private static readonly DeploymentBuilder Web = Deployment.For("web/shop").WithTaskDef(running => running);

    [Fact]
    public void Build_CodesWithReasons_AreKeptInTheirOrder()
    {
        var before = Web.Suppress("BG133", because: "the image is rebuilt nightly");

        var deployment = before.Suppress("BG404", because: "it ends in a minute").Build();

        deployment.Suppressions.Should().Equal(new Suppression("BG133", "the image is rebuilt nightly"), new Suppression("BG404", "it ends in a minute"));
        deployment.Suppressions[0].ToString().Should().Be("BG133: the image is rebuilt nightly");
        before.Build().Suppressions.Should().ContainSingle();
    }

    [Theory]
    [InlineData("BG13", "This is no code.")]
    [InlineData("bg133", "This is no code.")]
    [InlineData("BG1333", "This is no code.")]
    [InlineData("BG13３", "This is no code.")]
    [InlineData("", "This is no code.")]
    [InlineData("BG901", "tell why something has failed")]
    [InlineData("BG701", "tell why something has failed")]
    public void Build_OtherThanACodeOfAPlan_IsAProblem(string code, string problem) =>
        Problem(Web.Suppress(code, "why")).Should().Match<DeploymentProblem>(found => found.Call == $"Suppress(\"{code}\", …)" && found.Message.Contains(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("two\nlines")]
    public void Build_NoReason_IsAProblem(string reason) => Problem(Web.Suppress("BG133", reason)).Message.Should().StartWith("The reason has ");

    [Fact]
    public void Build_ACodeTwice_IsAProblem() => Problem(Web.Suppress("BG133", "one").Suppress("BG133", "two")).Message.Should().Be("The code is suppressed 2 times. Suppress it once.");

    [Fact]
    public void Build_ErrorOfADocument_IsAProblemUnlessItIsAccepted()
    {
        using var folder = new TempFolder();
        var wrong = folder.Write("appspec.yaml", File.ReadAllText(Seed.AppSpec).Replace("ContainerName: labo-terraform-admin", "ContainerName: staging", StringComparison.Ordinal));
        var builder = Deployment.For("web/shop").WithTaskDef(Seed.TaskDef).WithImage("IMAGE1_NAME", Seed.Image).WithAppSpec(wrong);

        Problem(builder).Message.Should().EndWith("(BG201)");
        builder.Suppress("BG201", "to see what CodeDeploy says").Build().Suppressions.Should().ContainSingle();
    }

    private static DeploymentProblem Problem(DeploymentBuilder builder) =>
        builder.Invoking(one => one.Build()).Should().Throw<DeploymentValidationException>().Which.Problems.Should().ContainSingle().Subject;
}
