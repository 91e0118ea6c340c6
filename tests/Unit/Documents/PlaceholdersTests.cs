using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Tests.Unit.Documents;

public sealed class PlaceholdersTests
{
    [Fact]
    public void Fill_KnownNames_AreReplacedWhereverTheyStand()
    {
        var root = JsonNodes.Parse("""{"image":"<REPO>/web:<TAG>","environment":[{"name":"VERSION","value":"<TAG>"}],"cpu":1}""", "t");

        var unused = Placeholders.Fill(root, [new("REPO", "registry"), new("TAG", "v2"), new("OTHER", "x")]);

        unused.Should().Equal("OTHER");
        root.Descendants().Select(node => node.Text).Where(text => text.Length > 0).Should().Equal("registry/web:v2", "VERSION", "v2", "1");
        Placeholders.Unfilled(root).Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"image":"<IMAGE1_NAME>"}""", "IMAGE1_NAME")]
    [InlineData("""{"image":"registry/web:<TAG>"}""", "TAG")]
    [InlineData("""{"taskRoleArn":"<ROLE>"}""", "ROLE")]
    public void Unfilled_APlaceholder_IsNamed(string json, string name) =>
        Placeholders.Unfilled(JsonNodes.Parse(json, "t")).Select(found => found.Name).Should().Equal(name);

    [Theory]
    [InlineData("""{"value":"<b>bold</b>"}""")]
    [InlineData("""{"value":"a < b > c"}""")]
    [InlineData("""{"image":"web:v2"}""")]
    public void Unfilled_OtherText_IsLeftAlone(string json) => Placeholders.Unfilled(JsonNodes.Parse(json, "t")).Should().BeEmpty();

    [Fact]
    public void Fill_AValueThatLooksLikeAPlaceholder_IsNotFilledAgain()
    {
        var root = JsonNodes.Parse("""{"image":"<A>"}""", "t");

        Placeholders.Fill(root, [new("A", "<B>"), new("B", "x")]).Should().Equal("B");
    }
}
