using BlueGreen.Ecs.AwsClients.Generator.Model;

namespace BlueGreen.Ecs.AwsClients.Generator.Emitters;

/// <summary>Emits how a request writes its members into its URI and its query.</summary>
internal static class RouteEmitter
{
    public static void Emit(CodeWriter code, Structure structure) => code.Block("void IRoutedShape.Write(RestRoute route)", () =>
    {
        foreach (var member in structure.Members)
        {
            code.Line(member.Place == Place.Path
                ? $"route.Path(\"{member.PlaceName}\", {member.Name});"
                : $"route.Query(\"{member.PlaceName}\", {member.Name});");
        }
    });
}
