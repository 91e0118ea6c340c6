using System.Reflection;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Documents;

/// <summary>The typed model beside AWS's own: nothing that RegisterTaskDefinition takes is missing.</summary>
public sealed class ModelCoverageTests(ITestOutputHelper output)
{
    // What is called otherwise than AWS calls it, capitals aside.
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["RegisterTaskDefinitionRequest"] = "TaskDefinition",
        ["KeyValuePair"] = "NamedValue",
        ["OSFamily"] = "OperatingSystemFamily",
        ["Scope"] = "DockerVolumeScope",
        ["DeviceCgroupPermission"] = "DeviceAccess",
    };

    private static readonly Dictionary<string, Type> Types = typeof(TaskDefinition).Assembly.GetExportedTypes()
        .Where(type => type.Namespace == "BlueGreen.Ecs" && !type.IsGenericType)
        .ToDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);

    private readonly AwsModel _model = AwsModel.Load("ecs");

    [Fact]
    public void EveryMember_HasAPropertyOfItsType()
    {
        var structures = Reachable();
        var missing =
            from structure in structures
            from member in _model.Structures[structure]
            let property = TypeOf(structure).GetProperty(member.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)
            where property is null || !Fits(member, property.PropertyType)
            select $"{structure}.{member.Name} ({member.Type}): {property?.PropertyType.ToString() ?? "none"}";

        missing.Should().BeEmpty();
        structures.Should().AllSatisfy(structure => TypeOf(structure).GetProperty("Additional")!.PropertyType.Should().Be<EquatableArray<JsonMember>>());
        output.WriteLine($"RegisterTaskDefinition: {structures.Sum(structure => _model.Structures[structure].Count)} members of {structures.Count} structures, 0 without a property");
    }

    [Fact]
    public void EveryValueOfAnEnumeration_HasAName()
    {
        var enumerations = Reachable().SelectMany(structure => _model.Structures[structure]).Select(member => member.Item).Where(_model.Enumerations.ContainsKey).Distinct(StringComparer.Ordinal).ToList();
        foreach (var enumeration in enumerations)
        {
            var type = TypeOf(enumeration);
            type.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)!.ToString())
                .Should().BeEquivalentTo(_model.Enumerations[enumeration], "{0} has the values of {1}", type.Name, enumeration);
        }

        enumerations.Should().NotBeEmpty();
        output.WriteLine($"{enumerations.Sum(enumeration => _model.Enumerations[enumeration].Length)} values of {enumerations.Count} enumerations");
    }

    private static Type TypeOf(string name) => Types[Renamed.GetValueOrDefault(name, name)];

    private static bool Fits(AwsModel.Member member, Type property)
    {
        var item = member.Item switch
        {
            "string" => typeof(string),
            "int" => typeof(int),
            "bool" => typeof(bool),
            var name => TypeOf(name),
        };
        return member.Kind switch
        {
            AwsModel.Shape.List => property == typeof(EquatableArray<>).MakeGenericType(item),
            AwsModel.Shape.Map => property == typeof(EquatableArray<NamedValue>) && item == typeof(string),
            _ => (Nullable.GetUnderlyingType(property) ?? property) == item,
        };
    }

    private List<string> Reachable()
    {
        var found = new List<string> { "RegisterTaskDefinitionRequest" };
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(_model.Structures[found[i]].Select(member => member.Item).Where(_model.Structures.ContainsKey).Except(found, StringComparer.Ordinal));
        }

        return found;
    }
}
