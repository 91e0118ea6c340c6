using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Tests.Unit.Documents;

public sealed class ImageDetailDocumentTests
{
    private const string FromEcr = """{"ImageSizeInBytes":"51200345","ImageDigest":"sha256:ab","Version":"1.0","ImagePushedAt":"Tue Mar 04 09:30:00 UTC 2025","RegistryId":"111122223333","RepositoryName":"web","ImageURI":"111122223333.dkr.ecr.eu-west-1.amazonaws.com/web@sha256:ab","ImageTags":["latest"]}""";

    [Fact]
    public void Parse_TheFormOfTheEcrSourceAction_IsTypedAndWrittenToTheByte()
    {
        var detail = ImageDetailDocument.Parse(FromEcr);

        detail.ImageSizeInBytes.Should().Be(51200345);
        detail.ImagePushedAt.Should().Be(new DateTimeOffset(2025, 3, 4, 9, 30, 0, TimeSpan.Zero));
        detail.ImageTags.Should().Equal("latest");
        detail.Additional.Should().BeEmpty();
        ImageDetailDocument.ToJson(detail).Should().Be(FromEcr);
    }

    [Theory]
    [InlineData("\"Tue Mar 04 09:30:00 UTC 2025\"", "\"Tue Mar 04 10:30:00 CET 2025\"")]
    [InlineData("\"Tue Mar 04 09:30:00 UTC 2025\"", "\"2025-03-04T09:30:00Z\"")]
    [InlineData("\"Tue Mar 04 09:30:00 UTC 2025\"", "\"Mon Mar 04 09:30:00 UTC 2025\"")]
    [InlineData("\"51200345\"", "51200345")]
    [InlineData("\"51200345\"", "\"0051\"")]
    [InlineData("\"ImageTags\"", "\"Later\":{\"a\":1},\"ImageTags\"")]
    public void Parse_AnotherFormOfAMember_IsKeptAsItStands(string old, string replacement)
    {
        var detail = ImageDetailDocument.Parse(FromEcr.Replace(old, replacement, StringComparison.Ordinal));

        detail.Additional.Should().ContainSingle();
        var written = ImageDetailDocument.ToJson(detail);
        written.Should().Contain(replacement.Split(',')[0]);
        ImageDetailDocument.Parse(written).Should().Be(detail);
        ImageDetailDocument.ToJson(ImageDetailDocument.Parse(written)).Should().Be(written);
    }

    [Theory]
    [InlineData("{}", "*\"ImageURI\" is missing*")]
    [InlineData("""{"ImageURI":""}""", "*allowed is an image*")]
    [InlineData("""{"ImageURI":"<IMAGE1_NAME>"}""", "*<IMAGE1_NAME>*allowed is an image*")]
    [InlineData("""{"ImageURI":"a b"}""", "*a b*allowed is an image*")]
    [InlineData("""[{"name":"web","imageUri":"web:1"}]""", "*a list of 1*allowed is an object*")]
    public void Parse_NoImage_SaysSo(string json, string problem) =>
        FluentActions.Invoking(() => ImageDetailDocument.Parse(json)).Should().Throw<DocumentException>().Which.Problem.Should().Match(problem);

    [Fact]
    public void FromImage_AnImage_IsTheFormOfABuild()
    {
        ImageDetailDocument.ToJson(ImageDetailDocument.FromImage("web:v2")).Should().Be("""{"ImageURI":"web:v2"}""");
        FluentActions.Invoking(() => ImageDetailDocument.FromImage("web: v2")).Should().Throw<ArgumentException>().WithMessage("*web: v2*");
        FluentActions.Invoking(() => ImageDetailDocument.FromImage(string.Empty)).Should().Throw<ArgumentException>();
    }
}
