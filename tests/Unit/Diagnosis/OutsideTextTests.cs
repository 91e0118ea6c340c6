using BlueGreen.Ecs.Diagnosis.Texts;
using BlueGreen.Ecs.Documents.Secrets;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Diagnosis;

/// <summary>What others wrote, made fit to be quoted.</summary>
public sealed class OutsideTextTests
{
    // What a password is made of: no quotes, spaces or separators, by which text ends it.
    private static readonly Gen<string> Secret = Gen.String[Gen.Char["abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789$!%+/"], 12, 40].Where(text => text.Distinct().Count() > 6);

    private static readonly Gen<string> Frame = OneOf(
        "password={0}", "PASSWORD: {0}", "\"password\": \"{0}\"", "{{\\\"dbPassword\\\":\\\"{0}\\\",\\\"x\\\":1}}", "Server=db;User Id=sa;Password={0};Encrypt=true", "Pwd={0};Server=db", "postgres://app:{0}@db:5432/x",
        "Authorization: Bearer {0}", "authorization=Basic {0}", "\"Authorization\": \"token {0}\"", "curl --token {0} https://x", "run --password={0}", "AWS_SECRET_ACCESS_KEY={0}", "api_key={0}", "X-Api-Key: {0}",
        "https://b.s3.amazonaws.com/l?X-Amz-Security-Token={0}&X-Amz-Signature={0}", "Cookie: session={0}", "AccountKey={0};EndpointSuffix=core", "client-secret = '{0}'", "token:{0}");

    private static readonly Gen<string> Noise = Gen.String[Gen.OneOf(Gen.Char[" \t\n\e[31m;,=:\"'"], Gen.Char['a', 'z'], Gen.Char['\0', '\uFFFF']), 0, 60];

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Theory]
    [InlineData("\e[31mred\e[0m text", "red text")]
    [InlineData("\e]0;title\aafter", "after")]
    [InlineData("a\0b\u200b\u202ec\r\n\td", "abc d")]
    [InlineData("kept 😀 ü", "kept 😀 ü")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Clean_CodesAndControls_AreGone(string? text, string clean) => OutsideText.Clean(text).Should().Be(clean);

    [Theory]
    [InlineData("The container does not exist in the task definition. (Service: AmazonECS; Status Code: 400; Error Code: InvalidParameterException; Request ID: 7f0c2c3e-8a3f-4c43-9a1e-3e1f2a7f0b11; Proxy: null). Check your ECS service status.")]
    [InlineData("(service shop) (task 0123456789abcdef0123456789abcdef) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/green/73e2d6bc24d8a067) due to (reason Health checks failed with these codes: [502])")]
    [InlineData("ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db-AbCdEf from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret.")]
    [InlineData("CannotPullContainerError: failed to resolve ref 123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855: not found")]
    public void Clean_WordsOfAws_StayAsTheyAre(string text) => OutsideText.Clean(text).Should().Be(text);

    [Theory]
    [InlineData("key AKIAIOSFODNN7EXAMPLE used", "key *** used")]
    [InlineData("connecting to postgres://app:hunter2@db/x", "connecting to postgres://app:***@db/x")]
    [InlineData("Server=db;Password=a b,c;Encrypt=true", "Server=db;Password=***;Encrypt=true")]
    [InlineData("GET / Authorization: Bearer abc.def ghi", "GET / Authorization: ***")]
    [InlineData("{\"user\":\"a\",\"password\":\"p w\",\"x\":1}", "{\"user\":\"a\",\"password\":\"***\",\"x\":1}")]
    public void Clean_Secrets_AreMasked(string text, string clean) => OutsideText.Clean(text).Should().Be(clean);

    [Fact]
    public void Clean_AnySecretInAnyFrame_IsNotQuoted() => Gen.Select(Noise, Frame, Secret, Noise).Sample((before, frame, secret, after) =>
        !OutsideText.Clean($"{before} {string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, secret)} {after}").Contains(secret, StringComparison.Ordinal));

    [Fact]
    public void Clean_AnyText_IsOneBoundedLineWithoutSecretsAndStaysAsItIs() => Gen.OneOf(Noise, Gen.String, Gen.String[Gen.Char, 0, 20_000]).Sample(text =>
    {
        var clean = OutsideText.Clean(text);
        return clean.Length <= OutsideText.Longest && !clean.Any(char.IsControl) && SecretDetector.FindInText(clean) is null && OutsideText.Clean(clean) == clean;
    });

    [Fact]
    public void Clean_ALineOfAMegabyte_IsCut()
    {
        OutsideText.Clean(new string('x', 1_000_000)).Should().HaveLength(OutsideText.Longest).And.EndWith("[…]");
        OutsideText.Clean(string.Concat(Enumerable.Repeat("password=hunter2 ", 60_000))).Should().NotContain("hunter");
    }

    [Fact]
    public void CleanLines_OfAPrivateKey_AreMasked()
    {
        string[] lines = ["begin", "-----BEGIN RSA PRIVATE KEY-----", "MIIEowIBAAKCAQEA0m59", "-----END RSA PRIVATE KEY-----", "end"];

        OutsideText.CleanLines(lines).Should().Equal("begin", "***", "***", "***", "end");
    }
}
