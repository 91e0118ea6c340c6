using System.Text;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Documents.BadInput;

public sealed class BadInputTests : IDisposable
{
    private const string Minimal = """{"family":"web","containerDefinitions":[{"name":"web","image":"ü"}]}""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{\n  # the web server\n  \"family\": \"web\"\n}", "t.json:2:3", "*comment begins here with '#'*Remove it*'//'*")]
    [InlineData("{\n  \"family\": \"web\", # name\n}", "t.json:2:20", "*comment begins here with '#'*")]
    [InlineData("""{"family":"web","containerDefinitions":[{"name":""", "t.json:1:49 containerDefinitions[0]", "*no JSON*")]
    [InlineData("""{"family":"web","containerDefinitions":[{"name":"web",}]}""", "t.json:1:55 containerDefinitions[0]", "*no JSON*")]
    public void Read_BrokenJson_SaysWhereUpToTheMember(string json, string place, string problem)
    {
        var exception = FluentActions.Invoking(() => TaskDefinitionDocument.Parse(json, "t.json")).Should().Throw<DocumentException>().Which;

        exception.Position.ToString().Should().Be(place);
        exception.Problem.Should().Match(problem);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Read_TenThousandLevelsOfJson_SaysHowDeepItMayBe(string open, string close) =>
        FluentActions.Invoking(() => TaskDefinitionDocument.Parse(Repeat(open, 10_000) + "1" + Repeat(close, 10_000)))
            .Should().Throw<DocumentException>().WithMessage("*:1:*nested deeper than 64 levels*");

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("- ", "")]
    [InlineData("? ", "")]
    public void Read_TenThousandLevelsOfYaml_IsADocumentException(string open, string close) =>
        FluentActions.Invoking(() => AppSpecDocument.Parse(Repeat(open, 10_000) + "1" + Repeat(close, 10_000))).Should().Throw<DocumentException>();

    [Fact]
    public void Read_ABombOfAliases_SaysHowManyNodesThereMayBe()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        FluentActions.Invoking(() => AppSpecDocument.Parse(bomb.ToString())).Should().Throw<DocumentException>().WithMessage("AppSpec:*more than 10000 members and items*");
    }

    [Fact]
    public void Read_AnAlias_StandsForWhatItsAnchorNames() =>
        AppSpecDocument.Parse(AppSpecText.Minimal.Replace("ContainerName: web", "ContainerName: &name web", StringComparison.Ordinal) + "\nHooks:\n- AfterInstall: *name")
            .Hooks.Should().Equal(new LifecycleHook("AfterInstall", "web"));

    [Fact]
    public void Read_AnAnchorInsideItself_StandsForNothing() =>
        FluentActions.Invoking(() => AppSpecDocument.Parse("version: 0.0\nResources: &r [ *r ]", "a.yaml"))
            .Should().Throw<DocumentException>().WithMessage("a.yaml:2:17 Resources: The alias *r stands for nothing*");

    [Fact]
    public void Read_MoreTextThanAllowed_SaysHowMuchItMayBe() =>
        FluentActions.Invoking(() => TaskDefinitionDocument.Parse(new string(' ', 50_000_000))).Should().Throw<DocumentException>().WithMessage("*50000000 bytes*1048576*");

    [Fact]
    public void Read_MoreNodesThanAllowed_SaysHowManyThereMayBe() =>
        FluentActions.Invoking(() => TaskDefinitionDocument.Parse("[" + Repeat("0,", 25_000) + "0]")).Should().Throw<DocumentException>().WithMessage("*more than 10000 members*");

    [Fact]
    public void Read_ManyMembersOfOneName_SaysWhichStandsTwice()
    {
        var members = string.Join(',', Enumerable.Range(0, 9_000).Select(i => $"\"m{i}\":1")) + ",\"m8000\":2";

        FluentActions.Invoking(() => TaskDefinitionDocument.Parse($"{{{members}}}")).Should().Throw<DocumentException>().WithMessage("*\"m8000\" stands here twice*");
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Load_EveryEncodingWithAMark_IsRead(Encoding encoding)
    {
        var path = _folder.PathOf("t.json");
        File.WriteAllText(path, Minimal.Replace(",", ",\r\n", StringComparison.Ordinal), encoding);

        TaskDefinitionDocument.Load(path).ContainerDefinitions[0].Image.Should().Be("ü");
    }

    [Theory]
    [MemberData(nameof(NoTexts))]
    public void Load_NoText_SaysWhatStandsWhere(byte[] bytes, string message)
    {
        var path = _folder.PathOf("t.json");
        File.WriteAllBytes(path, bytes);

        FluentActions.Invoking(() => TaskDefinitionDocument.Load(path)).Should().Throw<DocumentException>().WithMessage(message);
        FluentActions.Invoking(() => AppSpecDocument.Load(path)).Should().Throw<DocumentException>().WithMessage(message);
    }

    [Fact]
    public void Parse_AMarkInAText_IsNoText() => TaskDefinitionDocument.Parse('\uFEFF' + Minimal).Family.Should().Be("web");

    [Fact]
    public void Load_AFileThatNeverEnds_IsGivenUp()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "This system has no endless file.");

        FluentActions.Invoking(() => TaskDefinitionDocument.Load("/dev/zero")).Should().Throw<DocumentException>().WithMessage("zero:1:1*allowed are 1048576*");
    }

    public static TheoryData<Encoding> Encodings() =>
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Encoding.Unicode,
        Encoding.BigEndianUnicode,
    ];

    public static TheoryData<byte[], string> NoTexts() => new()
    {
        { "{\n \"a\": \"\xff\" }"u8.ToArray().Select(b => b == 0xC3 ? (byte)0xFF : b).ToArray(), "t.json:2:8*no UTF-8*" },
        { [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0], "t.json:1:8*zero byte*" },
        { Encoding.Unicode.GetBytes(Minimal), "t.json:1:2*UTF-16 without a mark*" },
        { [0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], "t.json:1:1*UTF-32*" },
        { [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], "t.json:1:1*no UTF-8*" },
    };

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
