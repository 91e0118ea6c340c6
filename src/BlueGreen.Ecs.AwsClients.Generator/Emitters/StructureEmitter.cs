using BlueGreen.Ecs.AwsClients.Generator.Model;

namespace BlueGreen.Ecs.AwsClients.Generator.Emitters;

/// <summary>Emits the structures, requests and responses among them, with what writes and reads them.</summary>
internal static class StructureEmitter
{
    public static void Emit(CodeWriter code, ServiceModel model)
    {
        code.Line($"namespace {model.RootNamespace}.Model;");
        foreach (var structure in model.Structures.Values)
        {
            string[] bases =
            [
                structure.IsRequest ? model.Client + "Request" : string.Empty,
                structure.IsResponse ? "AmazonWebServiceResponse" : string.Empty,
                structure.IsWritten ? model.IsRestJson ? "IRoutedShape" : "IWritableShape" : string.Empty,
            ];
            var list = string.Join(", ", bases.Where(name => name.Length > 0));
            code.Line();
            code.Summary($"The structure `{structure.Name}` of {model.ServiceId}.");
            code.Block($"public class {structure.Name}{(list.Length > 0 ? " : " + list : string.Empty)}", () =>
            {
                PropertyEmitter.Emit(code, structure.Name, structure.Members);
                if (structure.IsWritten && model.IsRestJson)
                {
                    RouteEmitter.Emit(code, structure);
                }
                else if (structure.IsWritten)
                {
                    WriteEmitter.Emit(code, structure);
                }

                if (structure.IsRead)
                {
                    ReadEmitter.Emit(code, model, structure);
                }
            });
        }
    }
}
