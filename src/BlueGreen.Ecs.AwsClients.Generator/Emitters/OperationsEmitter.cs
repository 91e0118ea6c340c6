using BlueGreen.Ecs.AwsClients.Generator.Model;

namespace BlueGreen.Ecs.AwsClients.Generator.Emitters;

/// <summary>Emits how each operation is marshalled, read, and fails.</summary>
internal static class OperationsEmitter
{
    private const string ErrorArguments = "error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode";

    public static void Emit(CodeWriter code, ServiceModel model)
    {
        code.Line($"namespace {model.RootNamespace};");
        code.Line();
        code.Line($"using {model.RootNamespace}.Model;");
        code.Line();
        code.Summary($"The operations of {model.ServiceId} on the wire.");
        code.Block($"internal static class {model.Client}Operations", () =>
        {
            EmitService(code, model);
            var kind = model.IsQuery ? "QueryOperation" : model.IsRestJson ? "RestJsonOperation" : "JsonOperation";
            foreach (var operation in model.Operations)
            {
                var codes = operation.Errors.Select(shape => $", \"{model.CodeOf(model.Error(shape))}\"");
                code.Line();
                code.Line($"internal static readonly {kind}<{operation.Request}, {operation.Response}> {operation.Name} =");
                var route = model.IsRestJson ? $"\"{operation.Method}\", \"{operation.Path}\"" : $"\"{operation.Name}\"";
                code.Line($"    new(Service, {route}, {operation.Response}.Read{string.Concat(codes)});");
            }
        });
    }

    private static void EmitService(CodeWriter code, ServiceModel model)
    {
        code.Block("internal static readonly ServiceDescription Service = new()", () =>
        {
            code.Line($"ServiceName = \"{model.RootNamespace}\",");
            code.Line($"ServiceId = \"{model.ServiceId}\",");
            code.Line($"Version = \"{model["version"]}\",");
            if (model.IsJson)
            {
                code.Line($"Target = \"{model["target"]}\",");
                code.Line($"ContentType = \"application/x-amz-json-{model["json"]}\",");
            }

            if (model.IsQueryCompatible)
            {
                code.Line("IsQueryCompatible = true,");
            }

            code.Block("CreateException = static (code, error) => code switch", () =>
            {
                foreach (var error in model.Errors)
                {
                    code.Line($"\"{model.CodeOf(error)}\" => new {error.Name}({ErrorArguments}),");
                }

                code.Line($"_ => new {model.Client}Exception({ErrorArguments}),");
            }, "},");
        }, "};");
    }
}
