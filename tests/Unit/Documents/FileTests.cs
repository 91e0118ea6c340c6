using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Documents;

public sealed class FileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_MissingFile_NamesTheWholePath() =>
        FluentActions.Invoking(() => TaskDefinitionDocument.Load(_folder.PathOf("no.json"))).Should().Throw<DocumentException>()
            .WithMessage($"no.json:1:1*cannot be read*{_folder.PathOf("no.json")}*");

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("folder/")]
    [InlineData("a\0b.json")]
    public void Load_NoFileName_IsADocumentException(string path) =>
        FluentActions.Invoking(() => AppSpecDocument.Load(path)).Should().Throw<DocumentException>();

    [Fact]
    public void Load_Null_IsAnArgumentNullException() =>
        FluentActions.Invoking(() => AppSpecDocument.Load(null!)).Should().Throw<ArgumentNullException>();

    [Fact]
    public void Load_Folder_IsADocumentException() =>
        FluentActions.Invoking(() => AppSpecDocument.Load(_folder.PathOf(string.Empty).TrimEnd('/'))).Should().Throw<DocumentException>().WithMessage("*cannot be read*");

    [Fact]
    public void Load_HugeFile_SaysHowLargeItMayBe()
    {
        var path = _folder.Write("huge.json", new string(' ', (1024 * 1024) + 1));

        FluentActions.Invoking(() => TaskDefinitionDocument.Load(path)).Should().Throw<DocumentException>().WithMessage("*1048577 bytes*1048576*");
    }

    [Fact]
    public void Load_EmptyFile_SaysThatThereIsNothing()
    {
        FluentActions.Invoking(() => TaskDefinitionDocument.Load(_folder.Write("t.json", string.Empty))).Should().Throw<DocumentException>().WithMessage("t.json:1:1*");
        FluentActions.Invoking(() => AppSpecDocument.Load(_folder.Write("a.yaml", string.Empty))).Should().Throw<DocumentException>().WithMessage("a.yaml:1:1*empty*");
    }

    [Fact]
    public void Load_ByteOrderMark_IsNoText()
    {
        var path = _folder.PathOf("a.yaml");
        File.WriteAllText(path, AppSpecText.Minimal, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        AppSpecDocument.Load(path).ContainerName.Should().Be("web");
    }

    [Fact]
    public void Load_JsonInAFileCalledYaml_IsReadAsJson() =>
        AppSpecDocument.Load(_folder.Write("a.yaml", AppSpecDocument.ToJson(new() { ContainerName = "web", ContainerPort = 80 }))).ContainerPort.Should().Be(80);
}
