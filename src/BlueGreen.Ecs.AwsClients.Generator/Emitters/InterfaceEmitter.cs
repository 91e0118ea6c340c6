using BlueGreen.Ecs.AwsClients.Generator.Model;

namespace BlueGreen.Ecs.AwsClients.Generator.Emitters;

/// <summary>Emits the client's interface, by which it is injected.</summary>
internal static class InterfaceEmitter
{
    private const string Analysis = "System.Diagnostics.CodeAnalysis.";

    public static void Emit(CodeWriter code, ServiceModel model)
    {
        var client = model.Client;
        code.Line($"namespace {model.RootNamespace};");
        code.Line();
        code.Line($"using {model.RootNamespace}.Model;");
        code.Line();
        code.Summary($"A client of {model.ServiceId}.");
        code.Block($"public interface I{client} : IAmazonService, IDisposable", () =>
        {
            if (model.PagedOperations.Any())
            {
                code.Summary($"Walks the pages of {model.ServiceId}'s operations.");
                code.Line($"I{PaginatorEmitter.Factory(model)} Paginators {{ get; }}");
                code.Line();
            }

            foreach (var operation in model.Operations)
            {
                code.Summary(Summary(model, operation));
                code.Line(Signature(operation) + ";");
                code.Line();
            }

            code.Summary("The endpoint to which a request would be sent.");
            code.Line("Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);");
            code.Line();
            EmitFactories(code, client);
        });
    }

    public static string Summary(ServiceModel model, Operation operation) => $"Calls `{operation.Name}` of {model.ServiceId}.";

    public static string Signature(Operation operation) =>
        $"System.Threading.Tasks.Task<{operation.Response}> {operation.Name}Async("
        + $"{operation.Request} request, System.Threading.CancellationToken cancellationToken = default)";

    /// <summary>What <c>AddAWSService</c> calls to make a client without reflection.</summary>
    private static void EmitFactories(CodeWriter code, string client)
    {
        code.Line($"[{Analysis}DynamicDependency({Analysis}DynamicallyAccessedMemberTypes.PublicProperties, typeof({client}Config))]");
        code.Line($"static ClientConfig IAmazonService.CreateDefaultClientConfig() => new {client}Config();");
        code.Line();
        code.Line($"[{Analysis}UnconditionalSuppressMessage(\"AssemblyLoadTrimming\", \"IL2026:RequiresUnreferencedCode\", "
            + "Justification = \"The base interface warns about clients found by reflection; this one is named.\")]");
        const string Head = "static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)";
        code.Block(Head, () =>
        {
            code.Line($"var config = clientConfig as {client}Config ?? throw new AmazonClientException(");
            code.Line($"    \"{client}Client is configured by {client}Config, but was given \" + clientConfig?.GetType());");
            code.Line($"return awsCredentials is null ? new {client}Client(config) : new {client}Client(awsCredentials, config);");
        });
    }
}
