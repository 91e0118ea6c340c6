using BlueGreen.Ecs.AwsClients.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BlueGreen.Ecs.Tests.Unit.AwsClients;

/// <summary>Models that the clients would not write or read right are errors of the build.</summary>
public sealed class GeneratorTests
{
    private const string Member = "Name* string @uri=Name";

    [Fact]
    public void Model_OfRestJson_GeneratesAClient()
    {
        var result = Generate(Model());

        result.Diagnostics.Should().BeEmpty();
        result.GeneratedTrees.Select(tree => Path.GetFileName(tree.FilePath)).Should().Contain("Amazon.Lambda.Client.g.cs");
    }

    [Theory]
    [InlineData("string @header=X-Name", "", "The member 'More' stands in '@header=X-Name'")]
    [InlineData("{string} @headers=x-meta-", "", "The member 'More' stands in '@headers=x-meta-'")]
    [InlineData("blob @payload=More", "", "The member 'More' stands in '@payload=More'")]
    [InlineData("string", "", "'More' of 'GetRequest' (String, place Body)")]
    [InlineData("int @query=More", "", "'More' of 'GetRequest' (Int, place Query)")]
    [InlineData("[string] @query=More", "", "'More' of 'GetRequest' (String, place Query)")]
    [InlineData("", "string @header=ETag", "The member 'More' stands in '@header=ETag'")]
    [InlineData("", "int @status", "The member 'More' stands in '@status'")]
    [InlineData("", "[blob]", "'More' of 'GetResponse' (Blob, place Body)")]
    [InlineData("", "string @query=More", "'More' of 'GetResponse' (String, place Query)")]
    [InlineData("", "[string] @name=more", "The member 'More' stands in '@name=more'")]
    public void Member_WhereClientsDoNotKnowIt_IsAnError(string request, string response, string message) => Errors(Model(request: request, response: response)).Should().Contain(message);

    [Theory]
    [InlineData("GET /things/{Other}", "The URI '/things/{Other}' of 'Get'")]
    [InlineData("GET /things/{Name}?list", "has a query")]
    [InlineData("GET /things/{Name+}", "no member of the request fills")]
    [InlineData("", "The operation 'Get' lacks its method and URI")]
    public void Route_ThatCannotBeFilled_IsAnError(string route, string message) => Errors(Model(route: route)).Should().Contain(message);

    [Fact]
    public void ErrorMember_InAHeader_IsAnError() => Errors(Model().Replace("error Gone", "error Gone\n  After string @header=Retry-After", StringComparison.Ordinal)).Should().Contain("'After' stands in '@header=Retry-After'");

    [Fact]
    public void Protocol_OfTheSimulatorAlone_IsAnError() => Errors(Model().Replace("rest-json", "rest-xml", StringComparison.Ordinal)).Should().Contain("The protocol 'rest-xml' is not known to clients");

    [Fact]
    public void Place_InAnotherProtocol_IsAnError() =>
        Errors(Model(route: "").Replace("protocol=rest-json", "protocol=json json=1.1 target=T", StringComparison.Ordinal)).Should().Contain("'Name' of 'GetRequest' (String, place Path)");

    private static string Errors(string model)
    {
        var diagnostic = Generate(model).Diagnostics.Should().ContainSingle().Subject;
        diagnostic.Id.Should().Be("BGAWS001");
        diagnostic.Severity.Should().Be(DiagnosticSeverity.Error);
        return diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Model(string route = "GET /things/{Name} 200", string request = "", string response = "") => $"""
        service Lambda client=AmazonLambda id=Lambda version=2015-03-31 protocol=rest-json endpoint=lambda signing=lambda
        op Get {route} ! Gone
        error Gone
        struct GetRequest
          {Member}
        {(request.Length > 0 ? $"  More {request}" : "")}
        struct GetResponse
        {(response.Length > 0 ? $"  More {response}" : "")}
        """;

    private static GeneratorDriverRunResult Generate(string model) => CSharpGeneratorDriver
        .Create([new ClientGenerator().AsSourceGenerator()], [new ModelText(model)])
        .RunGenerators(CSharpCompilation.Create("clients"), TestContext.Current.CancellationToken)
        .GetRunResult();

    private sealed class ModelText(string text) : AdditionalText
    {
        public override string Path => "lambda.awsmodel";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
