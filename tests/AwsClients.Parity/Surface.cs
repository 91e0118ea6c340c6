using System.Reflection;
using Amazon.Runtime;

namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

/// <summary>Compares types, base types and members: what we have, the official package must have too, and equally.</summary>
internal static class Surface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Lazy<Comparison> Run = new(Compare);

    public static Comparison Comparison => Run.Value;

    /// <summary>Properties and constants that only the official packages have: those are of newer models than ours.</summary>
    public static int OfficialOnly { get; } = Peers.OurTypes.Sum(type => Peers.FindOfficial(type) is { } official
        ? Members(official).Except(Members(type), StringComparer.Ordinal).Count(member => !member.Contains('(', StringComparison.Ordinal))
        : 0);

    private static Comparison Compare()
    {
        var differences = new List<string>();
        var members = 0;
        foreach (var ours in Peers.OurTypes)
        {
            if (Peers.FindOfficial(ours) is not { } official)
            {
                differences.Add($"{ours.FullName}: no such official type");
                continue;
            }

            if (!string.Equals(ours.BaseType?.FullName, official.BaseType?.FullName, StringComparison.Ordinal))
            {
                differences.Add($"{ours.FullName}: base {ours.BaseType?.FullName}, official {official.BaseType?.FullName}");
            }

            var found = Members(ours).ToList();
            members += found.Count;
            differences.AddRange(found.Except(Members(official), StringComparer.Ordinal).Select(member => $"{ours.FullName}: {member}"));
        }

        return new Comparison(Peers.OurTypes.Count, members, differences);
    }

    private static IEnumerable<string> Members(Type type)
    {
        var properties = type.GetProperties(Declared).Select(property => $"{Name(property.PropertyType)} {property.Name}");
        var fields = type.GetFields(Declared).Select(field => $"{Name(field.FieldType)} {field.Name} = {(field.IsStatic ? (field.GetValue(obj: null) as ConstantClass)?.Value : null)}");
        var methods = type.GetMethods(Declared)
            .Where(method => !method.IsSpecialName || method.Name is "op_Implicit")
            .Select(method => $"{Name(method.ReturnType)} {method.Name}({Parameters(method)})");
        var constructors = type.GetConstructors(Declared).Select(constructor => $"new({Parameters(constructor)})");
        return [.. properties, .. fields, .. methods, .. constructors];
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? "?" : string.Empty)}"));

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.FullName ?? type.Name;
}
