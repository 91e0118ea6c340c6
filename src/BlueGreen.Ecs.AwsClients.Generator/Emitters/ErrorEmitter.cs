using BlueGreen.Ecs.AwsClients.Generator.Model;

namespace BlueGreen.Ecs.AwsClients.Generator.Emitters;

/// <summary>Emits the exceptions: the service's base, and one for each error.</summary>
internal static class ErrorEmitter
{
    private const string Details = "ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode";
    private const string DetailArguments = "errorType, errorCode, requestId, statusCode";

    public static void EmitBase(CodeWriter code, ServiceModel model)
    {
        var name = model.Client + "Exception";
        code.Line($"namespace {model.RootNamespace};");
        code.Line();
        code.Summary($"An error that {model.ServiceId} answered with.");
        code.Block($"public class {name} : AmazonServiceException", () =>
        {
            code.Summary("An error without a message.");
            code.Line($"public {name}() {{ }}");
            code.Line();
            EmitConstructors(code, name);
        });
    }

    public static void Emit(CodeWriter code, ServiceModel model)
    {
        code.Line($"namespace {model.RootNamespace}.Model;");

        // Two shapes may share an exception (ResourceNotFound and ResourceNotFoundException): it has the members of the richer one.
        var exceptions = model.Errors
            .GroupBy(error => error.Name, StringComparer.Ordinal)
            .Select(same => same.OrderByDescending(error => error.Members.Count).First());
        foreach (var error in exceptions)
        {
            var bases = model.Client + "Exception" + (error.Members.Count > 0 ? ", IErrorShape" : string.Empty);
            code.Line();
            code.Summary($"The error `{error.Shape}` of {model.ServiceId}.");
            code.Block($"public class {error.Name} : {bases}", () =>
            {
                EmitConstructors(code, error.Name);
                if (error.Members.Count > 0)
                {
                    EmitMembers(code, model, error);
                }
            });
        }
    }

    private static void EmitConstructors(CodeWriter code, string name)
    {
        List<(string Summary, string Parameters, string Arguments)> constructors =
        [
            ("An error with a message.", "string message", "message"),
            ("An error with a message and its cause.", "string message, Exception innerException", "message, innerException"),
            ("An error with its cause.", "Exception innerException", "innerException"),
            (
                "An error as the service answered it, with its cause.",
                $"string message, Exception innerException, {Details}",
                $"message, innerException, {DetailArguments}"),
            ("An error as the service answered it.", $"string message, {Details}", $"message, {DetailArguments}"),
        ];
        foreach (var (summary, parameters, arguments) in constructors)
        {
            code.Summary(summary);
            code.Line($"public {name}({parameters}) : base({arguments}) {{ }}");
            code.Line();
        }
    }

    private static void EmitMembers(CodeWriter code, ServiceModel model, ModelledError error)
    {
        PropertyEmitter.Emit(code, error.Shape, error.Members);
        code.Block("void IErrorShape.Read<TReader>(ref TReader reader)", () => ReadEmitter.EmitLoop(code, model, "this", error.Members));
    }
}
