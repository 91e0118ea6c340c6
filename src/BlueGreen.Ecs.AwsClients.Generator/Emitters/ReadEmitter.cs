using BlueGreen.Ecs.AwsClients.Generator.Model;

namespace BlueGreen.Ecs.AwsClients.Generator.Emitters;

/// <summary>Emits how a structure is read, from any protocol.</summary>
internal static class ReadEmitter
{
    public static void Emit(CodeWriter code, ServiceModel model, Structure structure)
    {
        var name = structure.Name;
        code.Line();
        code.Block($"internal static {name} Read<TReader>(ref TReader reader) where TReader : struct, IShapeReader, allows ref struct", () =>
        {
            code.Line($"var shape = new {name}();");
            EmitLoop(code, model, "shape", structure.Members);
            code.Line("return shape;");
        });
    }

    /// <summary>The loop over the members that a reader offers; those that the model does not know are skipped.</summary>
    public static void EmitLoop(CodeWriter code, ServiceModel model, string target, List<Member> members)
    {
        code.Line("var scope = reader.BeginStructure();");
        code.Block("while (reader.NextMember(scope, out var member))", () =>
        {
            if (members.Count == 0)
            {
                code.Line("reader.Skip();");
                return;
            }

            code.Block("switch (member)", () =>
            {
                foreach (var member in members)
                {
                    code.Line($"case \"{member.WireName}\": {target}.{member.Name} = {Read("reader", model, member.Type)}; break;");
                }

                code.Line("default: reader.Skip(); break;");
            });
        });
    }

    private static string Read(string reader, ServiceModel model, ShapeType type) => type.Kind switch
    {
        Kind.String or Kind.Enum => reader + ".ReadString()",
        Kind.Int => reader + ".ReadInteger()",
        Kind.Long => reader + ".ReadLong()",
        Kind.Bool => reader + ".ReadBoolean()",
        Kind.Double => reader + ".ReadDouble()",
        Kind.Float => $"(float){reader}.ReadDouble()",
        Kind.Time => reader + ".ReadTimestamp()",
        Kind.Blob => reader + ".ReadBlob()",
        Kind.Document => reader + ".ReadDocument()",
        Kind.List => $"{reader}.ReadList({ReadElement(model, type.Element!)})",
        Kind.Map => $"{reader}.ReadMap({ReadElement(model, type.Element!)})",

        // Named in full: a property may be called as its type.
        Kind.Structure => $"{model.RootNamespace}.Model.{type.Name}.Read(ref {reader})",
        _ => throw new InvalidOperationException($"No reader for {type.Kind}."),
    };

    private static string ReadElement(ServiceModel model, ShapeType type) => type.Kind == Kind.Structure
        ? $"{model.RootNamespace}.Model.{type.Name}.Read"
        : $"static (ref reader) => {Read("reader", model, type)}";
}
