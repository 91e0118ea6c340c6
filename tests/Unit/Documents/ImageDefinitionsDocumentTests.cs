using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Documents;

public sealed class ImageDefinitionsDocumentTests
{
    [Fact]
    public void Parse_AList_IsReadAndWrittenToTheByte()
    {
        const string Json = """[{"name":"web","imageUri":"web@sha256:ab"},{"name":"proxy","imageUri":"proxy:1","later":[1.0]}]""";

        var definitions = ImageDefinitionsDocument.Parse(Json);

        definitions.Should().Equal(new ImageDefinition("web", "web@sha256:ab"), new ImageDefinition("proxy", "proxy:1") { Additional = [new("later", "[1.0]")] });
        ImageDefinitionsDocument.ToJson(definitions).Should().Be(Json);
    }

    [Theory]
    [InlineData("""{"ImageURI":"web:1"}""", "*an object*allowed is a list*imageDetail.json*")]
    [InlineData("""[{"name":"web"}]""", "*\"imageUri\" is missing*")]
    [InlineData("""[{"name":"web","imageUri":"a"},{"name":"web","imageUri":"b"}]""", "*\"web\"*twice*")]
    public void Parse_NoDefinitions_SaysWhatIsAllowed(string json, string problem) =>
        FluentActions.Invoking(() => ImageDefinitionsDocument.Parse(json)).Should().Throw<DocumentException>().Which.Problem.Should().Match(problem);

    [Fact]
    public void TooManyBytes_AreRefused_WhereverTheyComeFrom()
    {
        using var folder = new TempFolder();
        var large = new ImageDefinition("web", new string('a', 100 * 1024));
        var json = $$"""[{"name":"web","imageUri":"{{large.Image}}"}]""";

        FluentActions.Invoking(() => ImageDefinitionsDocument.ToJson([large])).Should().Throw<DocumentException>().WithMessage("*allowed are 102400*");
        FluentActions.Invoking(() => ImageDefinitionsDocument.Parse(json)).Should().Throw<DocumentException>().WithMessage("*allowed are 102400*");
        FluentActions.Invoking(() => ImageDefinitionsDocument.Load(folder.Write("imagedefinitions.json", json))).Should().Throw<DocumentException>().WithMessage("*allowed are 102400*");
    }
}
