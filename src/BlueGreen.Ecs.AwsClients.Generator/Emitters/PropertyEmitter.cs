using BlueGreen.Ecs.AwsClients.Generator.Model;

namespace BlueGreen.Ecs.AwsClients.Generator.Emitters;

/// <summary>Emits one property for each member.</summary>
internal static class PropertyEmitter
{
    public static void Emit(CodeWriter code, string owner, List<Member> members)
    {
        foreach (var member in members)
        {
            var type = CSharpTypes.OfProperty(member.Type);
            var initializer = member.Type.Element is null ? string.Empty : $" = AWSConfigs.InitializeCollections ? new {type}() : null;";
            code.Summary($"Member `{member.WireName}` of `{owner}`{(member.Required ? "; required" : string.Empty)}.");
            if (member.Required)
            {
                code.Line("[Amazon.Runtime.Internal.AWSProperty(Required = true)]");
            }

            code.Line($"public {type} {member.Name} {{ get; set; }}{initializer}");
            code.Line();
        }
    }
}
