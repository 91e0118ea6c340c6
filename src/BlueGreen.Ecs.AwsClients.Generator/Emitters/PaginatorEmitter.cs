using BlueGreen.Ecs.AwsClients.Generator.Model;

namespace BlueGreen.Ecs.AwsClients.Generator.Emitters;

/// <summary>Emits the paginators: one for each operation with pages, and the factory behind <c>client.Paginators</c>.</summary>
internal static class PaginatorEmitter
{
    /// <summary>The name of the factory.</summary>
    public static string Factory(ServiceModel model) =>
        (model.Client.StartsWith("Amazon", StringComparison.Ordinal) ? model.Client.Substring("Amazon".Length) : model.Client) + "PaginatorFactory";

    public static void Emit(CodeWriter code, ServiceModel model)
    {
        code.Line($"namespace {model.RootNamespace}.Model;");
        code.Line();
        EmitFactory(code, model);
        foreach (var operation in model.PagedOperations)
        {
            var response = model.Structures[operation.Response];
            var results = operation.Page!.Results
                .Select(name => response.Members.Find(member => string.Equals(member.WireName, name, StringComparison.Ordinal)))
                .Where(member => member?.Type.Kind == Kind.List)
                .ToList();
            code.Line();
            EmitInterface(code, operation, results!);
            code.Line();
            EmitPaginator(code, model, operation, results!);
        }
    }

    private static void EmitFactory(CodeWriter code, ServiceModel model)
    {
        var factory = Factory(model);
        code.Summary($"Walks the pages of {model.ServiceId}'s operations.");
        code.Block($"public interface I{factory}", () =>
        {
            foreach (var operation in model.PagedOperations)
            {
                code.Summary($"The pages of `{operation.Name}`.");
                code.Line($"I{operation.Name}Paginator {operation.Name}({operation.Request} request);");
            }
        });
        code.Line();
        code.Block($"internal sealed class {factory}(I{model.Client} client) : I{factory}", () =>
        {
            foreach (var operation in model.PagedOperations)
            {
                code.Line($"public I{operation.Name}Paginator {operation.Name}({operation.Request} request) =>");
                code.Line($"    new {operation.Name}Paginator(client, request);");
            }
        });
    }

    private static void EmitInterface(CodeWriter code, Operation operation, List<Member> results)
    {
        code.Summary($"The pages of `{operation.Name}`, walked once.");
        code.Block($"public interface I{operation.Name}Paginator", () =>
        {
            code.Summary("The responses, one for each page.");
            code.Line($"IPaginatedEnumerable<{operation.Response}> Responses {{ get; }}");
            foreach (var result in results)
            {
                code.Summary($"The elements of `{result.WireName}` of all pages.");
                code.Line($"IPaginatedEnumerable<{CSharpTypes.OfElement(result.Type.Element!)}> {result.Name} {{ get; }}");
            }
        });
    }

    private static void EmitPaginator(CodeWriter code, ServiceModel model, Operation operation, List<Member> results)
    {
        var page = operation.Page!;
        code.Line($"internal sealed class {operation.Name}Paginator(I{model.Client} client, {operation.Request} request)");
        code.Line($"    : PageWalk<{operation.Request}, {operation.Response}>(request, client.{operation.Name}Async),");
        code.Block($"    I{operation.Name}Paginator", () =>
        {
            foreach (var result in results)
            {
                var element = CSharpTypes.OfElement(result.Type.Element!);
                code.Line($"public IPaginatedEnumerable<{element}> {result.Name} => Elements(static response => response.{result.Name});");
            }

            code.Line($"protected override string Token {{ get => Request.{page.InputToken}; set => Request.{page.InputToken} = value; }}");
            code.Line($"protected override string TokenAfter({operation.Response} response) => response.{page.OutputToken};");
        });
    }
}
