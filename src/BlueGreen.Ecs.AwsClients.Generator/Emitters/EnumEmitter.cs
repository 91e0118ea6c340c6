using BlueGreen.Ecs.AwsClients.Generator.Model;

namespace BlueGreen.Ecs.AwsClients.Generator.Emitters;

/// <summary>Emits the enumerations: open sets of strings with known constants.</summary>
internal static class EnumEmitter
{
    public static void Emit(CodeWriter code, ServiceModel model)
    {
        code.Line($"namespace {model.RootNamespace};");
        foreach (var pair in model.Enums)
        {
            code.Line();
            EmitEnum(code, pair.Key, pair.Value);
        }
    }

    private static void EmitEnum(CodeWriter code, string name, string[] values)
    {
        code.Summary($"Values of `{name}`.");
        code.Block($"public class {name} : ConstantClass", () =>
        {
            foreach (var value in values)
            {
                code.Summary($"The value `{value}`.");
                code.Line($"public static readonly {name} {Names.Constant(value)} = new {name}(\"{value}\");");
                code.Line();
            }

            code.Summary("A value, known or new.");
            code.Line($"public {name}(string value) : base(value) {{ }}");
            code.Line();
            code.Summary("The constant of a value; for a new value a new constant.");
            code.Line($"public static {name} FindValue(string value) => FindValue<{name}>(value);");
            code.Line();
            code.Summary("The constant of a value; for a new value a new constant.");
            code.Line($"public static implicit operator {name}(string value) => FindValue(value);");
        });
    }
}
