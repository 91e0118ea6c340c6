using System.Reflection;
using Amazon.Runtime;
using BlueGreen.Ecs.AwsClients.Generator;

namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

public sealed class EnumTests
{
    [Fact]
    public void Constants_OfOfficialPackages_AreNamedByOurRule()
    {
        var misnamed = Peers.Official
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.BaseType == typeof(ConstantClass))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => !string.Equals(Names.Constant(((ConstantClass)field.GetValue(obj: null)!).Value), field.Name, StringComparison.Ordinal))
            .Select(field => $"{field.DeclaringType}.{field.Name}");

        misnamed.Should().BeEmpty();
    }
}
