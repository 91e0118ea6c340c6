using System.Collections.Concurrent;
using System.Reflection;

namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

/// <summary>The members of a model type that both sides have.</summary>
internal static class SharedProperties
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> Found = [];

    public static IReadOnlyList<PropertyInfo> Of(Type type) => Found.GetOrAdd(type, Find);

    private static IReadOnlyList<PropertyInfo> Find(Type type) =>
    [
        .. type.GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true } && Peers.IsModel(property.DeclaringType!) && IsOurs(type, property.Name))
            .OrderBy(property => property.Name, StringComparer.Ordinal),
    ];

    private static bool IsOurs(Type type, string property) => Peers.Ours.GetType(type.FullName!)?.GetProperty(property) is not null;
}
