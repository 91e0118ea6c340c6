namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class FloatingTagRuleTests
{
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("registry.example.com/web", "*\"web\" has no tag, which means latest*")]
    [InlineData("localhost:5000/web", "*no tag*")]
    [InlineData("web:latest", "*the tag latest*")]
    public void Image_WithoutAVersion_IsAWarning(string image, string message) =>
        RuleBench.Finds("BG133", FindingSeverity.Warning, "containerDefinitions[0].image", message, RuleBench.Task($"\"image\":§\"{image}\""));

    [Theory]
    [InlineData("web:v2")]
    [InlineData("web" + Digest)]
    [InlineData("web:latest" + Digest)]
    [InlineData("<IMAGE1_NAME>")]
    [InlineData("web:<TAG>")]
    [InlineData("web app")]
    public void Image_WithAVersion_IsInOrder(string image) => RuleBench.FindsNothing("BG133", RuleBench.Task($"\"image\":\"{image}\""));

    [Fact]
    public void Image_Missing_IsForAnotherRule() => RuleBench.FindsNothing("BG133", RuleBench.Task("\"cpu\":1"));
}
