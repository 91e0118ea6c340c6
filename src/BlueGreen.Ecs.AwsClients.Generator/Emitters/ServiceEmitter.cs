using BlueGreen.Ecs.AwsClients.Generator.Model;

namespace BlueGreen.Ecs.AwsClients.Generator.Emitters;

/// <summary>Turns the facts of a service into the types that its official package has.</summary>
internal static class ServiceEmitter
{
    /// <summary>The files of the service: name and code.</summary>
    public static IEnumerable<(string Name, string Code)> Emit(ServiceModel model)
    {
        yield return ("Interface", File(model, InterfaceEmitter.Emit));
        yield return ("Client", File(model, ClientEmitter.Emit));
        yield return ("Config", File(model, ConfigEmitter.Emit));
        yield return ("Operations", File(model, OperationsEmitter.Emit));
        yield return ("Enums", File(model, EnumEmitter.Emit));
        yield return ("Errors", File(model, ErrorEmitter.EmitBase));
        yield return ("Model.Structures", File(model, StructureEmitter.Emit));
        yield return ("Model.Errors", File(model, ErrorEmitter.Emit));
        if (model.PagedOperations.Any())
        {
            yield return ("Model.Paginators", File(model, PaginatorEmitter.Emit));
        }
    }

    private static string File(ServiceModel model, Action<CodeWriter, ServiceModel> emit)
    {
        var code = new CodeWriter();
        emit(code, model);
        return code.ToString();
    }
}
