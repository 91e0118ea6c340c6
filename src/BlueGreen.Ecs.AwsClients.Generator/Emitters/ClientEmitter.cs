using BlueGreen.Ecs.AwsClients.Generator.Model;

namespace BlueGreen.Ecs.AwsClients.Generator.Emitters;

/// <summary>Emits the client and the common base of its requests.</summary>
internal static class ClientEmitter
{
    private static readonly (string Parameters, string Arguments)[] Credentials =
    [
        (string.Empty, string.Empty),
        ("AWSCredentials credentials", "credentials"),
        ("string awsAccessKeyId, string awsSecretAccessKey", "awsAccessKeyId, awsSecretAccessKey"),
        (
            "string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken",
            "awsAccessKeyId, awsSecretAccessKey, awsSessionToken"),
    ];

    public static void Emit(CodeWriter code, ServiceModel model)
    {
        var client = model.Client;
        code.Line($"namespace {model.RootNamespace};");
        code.Line();
        code.Line($"using {model.RootNamespace}.Model;");
        code.Line();
        code.Summary($"A client of {model.ServiceId} that signs, sends and retries.");
        code.Block($"public class {client}Client : AmazonServiceClient, I{client}", () =>
        {
            EmitConstructors(code, client);
            EmitPipeline(code, model);
            foreach (var operation in model.Operations)
            {
                code.Line();
                code.Summary(InterfaceEmitter.Summary(model, operation));
                code.Line($"public virtual {InterfaceEmitter.Signature(operation)} =>");
                code.Line($"    InvokeAsync<{operation.Response}>(request, {client}Operations.{operation.Name}.Options, cancellationToken);");
            }
        });
        code.Line();
        code.Summary($"What all requests to {model.ServiceId} share.");
        code.Line($"public class {client}Request : AmazonWebServiceRequest {{ }}");
    }

    private static void EmitConstructors(CodeWriter code, string client)
    {
        foreach (var (parameters, arguments) in Credentials)
        {
            var source = parameters.Length == 0 ? "the environment's credentials" : "the given credentials";
            code.Summary($"A client with {source}, for the environment's region.");
            code.Line($"public {client}Client({parameters}) : this({Join(arguments, $"new {client}Config()")}) {{ }}");
            code.Line();
            code.Summary($"A client with {source}, for a region.");
            code.Line($"public {client}Client({Join(parameters, "RegionEndpoint region")}) : "
                + $"this({Join(arguments, $"new {client}Config {{ RegionEndpoint = region }}")}) {{ }}");
            code.Line();
            code.Summary($"A client with {source}, configured in full.");
            var config = parameters.Length == 0 ? "config" : "clientConfig";
            code.Line($"public {client}Client({Join(parameters, $"{client}Config {config}")}) : base({Join(arguments, config)}) {{ }}");
            code.Line();
        }
    }

    private static void EmitPipeline(CodeWriter code, ServiceModel model)
    {
        if (model.PagedOperations.Any())
        {
            var factory = PaginatorEmitter.Factory(model);
            code.Inherited();
            code.Line($"public I{factory} Paginators => field ??= new {factory}(this);");
            code.Line();
        }

        code.Inherited();
        code.Line($"protected override Amazon.Runtime.Internal.IServiceMetadata ServiceMetadata => {model.Client}Operations.Service;");
        code.Line();
        code.Inherited();
        code.Line("public Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>");
        code.Line("    Config.DetermineServiceOperationEndpoint(new Amazon.Runtime.Endpoints.ServiceOperationEndpointParameters(request));");
        code.Line();
        code.Inherited();
        code.Line("protected override void CustomizeRuntimePipeline(Amazon.Runtime.Internal.RuntimePipeline pipeline) =>");
        code.Line("    ClientPipeline.Customize(pipeline);");
    }

    private static string Join(string left, string right) => left.Length == 0 ? right : left + ", " + right;
}
