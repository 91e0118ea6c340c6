using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Wire;

public sealed class RestWireTests
{
    private const string Functions = "/2015-03-31/functions";
    private static readonly byte[] CreateWeb = """<CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>"""u8.ToArray();

    [Fact]
    public async Task RestJson_Invoke_TakesTheWholeBodyAndTellsErrorsInAHeader()
    {
        await using var simulator = new AwsSimulator();
        simulator.Functions["echo"] = call => call.Payload["fail"] is null ? call.Payload.DeepClone().AsObject() : throw new InvalidOperationException("no");

        var (status, body, response) = await simulator.RestAsync("lambda", $"POST {Functions}/echo/invocations", """{"a":1}"""u8.ToArray());
        var (failed, error, reply) = await simulator.RestAsync("lambda", $"POST {Functions}/echo/invocations", """{"fail":1}"""u8.ToArray(), [("X-Amz-Log-Type", "Tail")]);

        (status, body).Should().Be((200, """{"a":1}"""));
        response.Headers.GetValues("X-Amz-Executed-Version").Should().Equal("$LATEST");
        response.Headers.Contains("X-Amz-Function-Error").Should().BeFalse();
        failed.Should().Be(200);
        JsonNode.Parse(error)!["errorType"]!.GetValue<string>().Should().Be("InvalidOperationException");
        reply.Headers.GetValues("X-Amz-Function-Error").Should().Equal("Unhandled");
        Encoding.UTF8.GetString(Convert.FromBase64String(reply.Headers.GetValues("X-Amz-Log-Result").Single())).Should().Contain("REPORT RequestId");
    }

    [Theory]
    [InlineData("GET " + Functions + "/nobody", null, 404, "ResourceNotFoundException")]
    [InlineData("GET /2018-10-31/layers", null, 404, "UnknownOperationException")]
    [InlineData("PATCH " + Functions, null, 404, "UnknownOperationException")]
    [InlineData("GET " + Functions + "?MaxItems=many", null, 400, "SerializationException")]
    [InlineData("GET " + Functions + "?MaxItems=0", null, 400, "ValidationException")]
    [InlineData("POST " + Functions, "{}", 400, "ValidationException")]
    [InlineData("POST " + Functions, "[", 400, "SerializationException")]
    [InlineData("DELETE /2017-03-31/tags/arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3Ax?tagKeys=a&tagKeys=b", null, 404, "ResourceNotFoundException")]
    public async Task RestJson_Mistake_IsAnsweredAsAwsWould(string call, string? body, int status, string code)
    {
        await using var simulator = new AwsSimulator();

        var (answered, text, response) = await simulator.RestAsync("lambda", call, body is null ? null : Encoding.UTF8.GetBytes(body));

        answered.Should().Be(status, text);
        response.Headers.GetValues("x-amzn-ErrorType").Should().Equal(code);
        JsonNode.Parse(text)!["Message"]!.GetValue<string>().Should().NotBeEmpty();
    }

    [Fact]
    public async Task RestXml_PutAndGet_CarryBodyAndHeaders()
    {
        await using var simulator = await BucketAsync();

        var (put, _, stored) = await simulator.RestAsync("s3", "PUT /web/a%20b/c%252F.txt?x-id=PutObject", "hello"u8.ToArray(), [("x-amz-meta-Owner", "me"), ("Content-Type", "text/plain; charset=utf-8")]);
        var (got, body, response) = await simulator.RestAsync("s3", "GET /web/a%20b/c%252F.txt");
        var (_, listed, _) = await simulator.RestAsync("s3", "GET /web?list-type=2");
        var (head, nothing, told) = await simulator.RestAsync("s3", "HEAD /web/a%20b/c%252F.txt");

        (put, got, head).Should().Be((200, 200, 200));
        (body, nothing).Should().Be(("hello", ""));
        stored.Headers.ETag!.Tag.Should().Be("\"5d41402abc4b2a76b9719d911017c592\"");
        response.Headers.GetValues("x-amz-meta-owner").Should().Equal("me");
        response.Content.Headers.ContentType!.ToString().Should().Be("text/plain; charset=utf-8");
        response.Content.Headers.LastModified.Should().Be(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        told.Content.Headers.GetValues("Content-Length").Should().Equal("5");
        XDocument.Parse(listed).Root!.Name.LocalName.Should().Be("ListBucketResult");
        XDocument.Parse(listed).Descendants().Single(one => one.Name.LocalName == "Key").Value.Should().Be("a b/c%2F.txt");
    }

    [Theory]
    [InlineData("web.localhost:4566")]
    [InlineData("web.s3.eu-west-1.amazonaws.com")]
    [InlineData("web.s3.amazonaws.com")]
    [InlineData("web.s3.localhost.localstack.cloud:4566")]
    public async Task RestXml_BucketBeforeTheHost_IsTheSameBucket(string host)
    {
        await using var simulator = await BucketAsync();

        await simulator.RestAsync("s3", "PUT /key", "x"u8.ToArray(), host: host);

        (await simulator.RestAsync("s3", "GET /web/key")).Body.Should().Be("x");
        (await simulator.RestAsync("s3", "GET /?list-type=2", host: host)).Body.Should().Contain("<Key>key</Key>");
    }

    [Fact]
    public async Task RestXml_ChunkedBody_IsUnpackedAndItsTrailerChecked()
    {
        await using var simulator = await BucketAsync();
        (string, string)[] headers = [("Content-Encoding", "aws-chunked"), ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"), ("x-amz-trailer", "x-amz-checksum-crc32")];

        var (status, text, _) = await simulator.RestAsync("s3", "PUT /web/k", "5\r\n12345\r\n4;chunk-signature=00\r\n6789\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n"u8.ToArray(), headers);
        var (bad, error, _) = await simulator.RestAsync("s3", "PUT /web/bad", "1\r\n1\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n"u8.ToArray(), headers);
        var (cut, incomplete, _) = await simulator.RestAsync("s3", "PUT /web/cut", "ff\r\n1"u8.ToArray(), headers);

        status.Should().Be(200, text);
        var (_, body, response) = await simulator.RestAsync("s3", "GET /web/k", headers: [("x-amz-checksum-mode", "ENABLED")]);
        body.Should().Be("123456789");
        response.Content.Headers.ContentEncoding.Should().BeEmpty();
        response.Headers.GetValues("x-amz-checksum-crc32").Should().Equal("y/Q5Jg==");
        (bad, Code(error)).Should().Be((400, "BadDigest"));
        (cut, Code(incomplete)).Should().Be((400, "IncompleteBody"));
    }

    [Theory]
    [InlineData("GET /nobody/key", null, 404, "NoSuchBucket")]
    [InlineData("GET /web/key", null, 404, "NoSuchKey")]
    [InlineData("GET /web?cors", null, 405, "MethodNotAllowed")]
    [InlineData("PUT /web/key?partNumber=1&uploadId=x", "x", 405, "MethodNotAllowed")]
    [InlineData("PATCH /web", null, 405, "MethodNotAllowed")]
    [InlineData("PUT /web?versioning", "<VersioningConfiguration", 400, "MalformedXML")]
    [InlineData("PUT /web?versioning", "<!DOCTYPE a [<!ENTITY b \"c\">]><VersioningConfiguration><Status>&b;</Status></VersioningConfiguration>", 400, "MalformedXML")]
    [InlineData("PUT /web?versioning", "<VersioningConfiguration><Status>Sometimes</Status></VersioningConfiguration>", 400, "InvalidArgument")]
    [InlineData("PUT /other", "<CreateBucketConfiguration><LocationConstraint>moon</LocationConstraint></CreateBucketConfiguration>", 400, "InvalidLocationConstraint")]
    public async Task RestXml_Mistake_IsAnsweredAsAwsWould(string call, string? body, int status, string code)
    {
        await using var simulator = await BucketAsync();

        var (answered, text, response) = await simulator.RestAsync("s3", call, body is null ? null : Encoding.UTF8.GetBytes(body));

        (answered, Code(text)).Should().Be((status, code));
        XDocument.Parse(text).Root!.Element("RequestId")!.Value.Should().Be(response.Headers.GetValues("x-amz-request-id").Single());
    }

    [Fact]
    public async Task RestXml_HeadOfWhatIsNotThere_HasAStatusAndNoBody()
    {
        await using var simulator = await BucketAsync();

        var (status, body, _) = await simulator.RestAsync("s3", "HEAD /web/key");

        (status, body).Should().Be((404, ""));
    }

    [Fact]
    public async Task RestXml_SignedUrl_NeedsNoHeader()
    {
        await using var simulator = await BucketAsync();
        await simulator.RestAsync("s3", "PUT /web/key", "x"u8.ToArray());
        using var client = new HttpClient(simulator.CreateHandler());

        foreach (var query in (string[])["X-Amz-Credential=test%2F20260101%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Expires=60", "AWSAccessKeyId=test&Signature=x&Expires=1"])
        {
            (await client.GetStringAsync(new Uri($"https://aws.invalid/web/key?{query}"), TestContext.Current.CancellationToken)).Should().Be("x");
        }
    }

    private static async Task<AwsSimulator> BucketAsync()
    {
        var simulator = new AwsSimulator();
        var (status, body, _) = await simulator.RestAsync("s3", "PUT /web", CreateWeb);
        status.Should().Be(200, body);
        return simulator;
    }

    private static string Code(string xml) => XDocument.Parse(xml).Root!.Element("Code")!.Value;
}
