using BlueGreen.Ecs.AwsClients.Generator.Model;

namespace BlueGreen.Ecs.AwsClients.Generator.Emitters;

/// <summary>Emits how a structure writes its members, in any protocol.</summary>
internal static class WriteEmitter
{
    public static void Emit(CodeWriter code, Structure structure) =>
        code.Block("void IWritableShape.Write(ShapeWriter writer)", () => structure.Members.ForEach(member => EmitMember(code, member)));

    private static void EmitMember(CodeWriter code, Member member)
    {
        var name = member.Name;
        if (member.IsIdempotencyToken)
        {
            code.Line($"writer.Member(\"{member.WireName}\"); writer.Value({name} ?? IdempotencyToken.New());");
            return;
        }

        var isSet = member.Type.Kind switch
        {
            Kind.List or Kind.Map => $"{name} is not null && ({name}.Count > 0 || !AWSConfigs.InitializeCollections)",
            Kind.Document => $"!{name}.IsNull()",
            _ => $"{name} is not null",
        };
        var value = member.Type.IsValueType ? name + ".Value" : name;
        code.Line($"if ({isSet}) {{ writer.Member(\"{member.WireName}\"); {Write("writer", value, member.Type)}; }}");
    }

    private static string Write(string writer, string value, ShapeType type, int depth = 0)
    {
        var (w, v) = ($"w{depth}", $"v{depth}");
        return type.Kind switch
        {
            Kind.List => $"{writer}.List({value}, static ({w}, {v}) => {Write(w, v, type.Element!, depth + 1)})",
            Kind.Map => $"{writer}.Map({value}, static ({w}, {v}) => {Write(w, v, type.Element!, depth + 1)})",
            _ => $"{writer}.Value({value})",
        };
    }
}
