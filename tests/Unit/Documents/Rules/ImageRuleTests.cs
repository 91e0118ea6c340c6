namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class ImageRuleTests
{
    private const string Digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("web app:1", "*no U+0020 (space)*")]
    [InlineData("web:1\u00A0", "*no U+00A0 (no-break space)*")]
    [InlineData("registry.example.com/Web:1", "*small letters*no 'W'*")]
    [InlineData("https://registry.example.com/web:1", "*empty*")]
    [InlineData("registry.example.com/team//web:1", "*empty*")]
    [InlineData("registry.example.com/:1", "*empty*")]
    [InlineData("web:", "*a tag has 1 to 128*")]
    [InlineData("web:-1", "*begins with*")]
    [InlineData("web:a b", "*a tag has*no U+0020*")]
    [InlineData("web@sha256:0123", "*a digest is*64*")]
    [InlineData("web@md5:" + Digest, "*a digest is*")]
    public void Image_ThatCanBeNone_IsAnErrorThatSaysWhy(string image, string message) =>
        RuleBench.Finds("BG116", FindingSeverity.Error, "containerDefinitions[0].image", message, RuleBench.Task($"\n\"image\": §\"{image}\""));

    [Theory]
    [InlineData("{\"family\":\"f\",\"containerDefinitions\":[§{\"name\":\"web\"}]}", "containerDefinitions[0]")]
    [InlineData("{\"family\":\"f\",\"containerDefinitions\":[{\"name\":\"web\",\"image\":§\"\"}]}", "containerDefinitions[0].image")]
    public void Image_Missing_IsAnErrorOfTheContainer(string marked, string path) => RuleBench.Finds("BG116", FindingSeverity.Error, path, "*\"web\" has no image*", marked);

    [Fact]
    public void Image_TooLong_IsAnErrorWithItsLength() =>
        RuleBench.Finds("BG116", FindingSeverity.Error, "containerDefinitions[0].image", "*256 characters*255*", RuleBench.Task($"\"image\":§\"{new string('a', 256)}\""));

    [Theory]
    [InlineData("nginx")]
    [InlineData("library/nginx:1.27_a-b")]
    [InlineData("localhost:5000/web")]
    [InlineData("123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/team/web:v2")]
    [InlineData("registry.example.com:443/web:v2@sha256:" + Digest)]
    [InlineData("public.ecr.aws/nginx/nginx:1.27")]
    [InlineData("<IMAGE1_NAME>")]
    [InlineData("registry.example.com/Web:<TAG>")]
    public void Image_NameOrPlaceholder_IsInOrder(string image) => RuleBench.FindsNothing("BG116", RuleBench.Task($"\"image\":\"{image}\""));
}
