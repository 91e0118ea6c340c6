using System.Collections.Concurrent;
using System.Reflection;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Support;

/// <summary>Random records: every property of every record, so that one that is added later is tested with the rest.</summary>
/// <param name="unknown">Whether records hold members that the model does not know.</param>
internal sealed class RandomModels(bool unknown) : Gen<TaskDefinition>
{
    private const string Letters = "abcXYZ019 -_./:\"\\<>&{}[]'ü√\n\t";

    private static readonly string[] Json = ["1", "\"x\"", "null", "true", "-1.5e3", "[]", "{}", "[{\"a\":[1,2]}]", "\"1\""];

    // Maps in the document, where a name stands once and an entry has no members.
    private static readonly HashSet<string> Maps = ["Options", "DriverOpts", "Labels", "DockerLabels"];

    // An empty text is read as not given.
    private static readonly HashSet<string> NeverEmpty = ["Cpu", "Memory", "TaskRoleArn", "ExecutionRoleArn"];

    private static readonly ConcurrentDictionary<Type, Shape> Shapes = new();
    private static readonly ConcurrentDictionary<Type, Func<object[], object>> Lists = new();
    private static readonly ConcurrentDictionary<Type, (object[] Known, MethodInfo Make)> OpenValues = new();

    public override TaskDefinition Generate(PCG pcg, Size? min, out Size size)
    {
        size = new(0);
        var definition = (TaskDefinition)Record(pcg, typeof(TaskDefinition));
        var containers = definition.ContainerDefinitions.Count > 0 ? definition.ContainerDefinitions : [(ContainerDefinition)Record(pcg, typeof(ContainerDefinition))];
        return definition with { ContainerDefinitions = containers.Select((container, i) => container with { Name = $"container{i}" }).ToEquatableArray() };
    }

    private static bool Chance(PCG pcg, int percent) => pcg.Next(100) < percent;

    private static string Text(PCG pcg, int least) => string.Create(least + (int)pcg.Next(8), pcg, static (span, source) =>
    {
        foreach (ref var c in span)
        {
            c = Letters[(int)source.Next((uint)Letters.Length)];
        }
    });

    private static object OpenValue(PCG pcg, Type type)
    {
        var (known, make) = OpenValues.GetOrAdd(type, static value => (
            [.. value.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)!)],
            value.GetMethod("FromString")!));
        return Chance(pcg, 80) ? known[pcg.Next((uint)known.Length)] : make.Invoke(null, [$"new-{pcg.Next(9)}"])!;
    }

    private static object ListOf(Type item, object[] items) => Lists.GetOrAdd(item, static type =>
        (Func<object[], object>)typeof(RandomModels).GetMethod(nameof(ListMaker), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [])!)(items);

    private static Func<object[], object> ListMaker<T>() => static items => items.Cast<T>().ToEquatableArray();

    private object Record(PCG pcg, Type type)
    {
        var shape = Shapes.GetOrAdd(type, static record => Shape.Of(record));
        var made = shape.Constructor.Invoke([.. shape.Constructor.GetParameters().Select(parameter => Value(pcg, parameter.ParameterType, parameter.Name!)!)]);
        foreach (var property in shape.Properties)
        {
            property.SetValue(made, Property(pcg, property));
        }

        return made;
    }

    private object? Property(PCG pcg, PropertyInfo property)
    {
        var type = property.PropertyType;
        if (property.Name == "Additional")
        {
            return unknown && Chance(pcg, 10) ? new EquatableArray<JsonMember>([new($"unknown{pcg.Next(9)}", Json[pcg.Next((uint)Json.Length)])]) : default;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            return Items(pcg, type.GetGenericArguments()[0], property.Name);
        }

        var isRequired = property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));
        return isRequired || Chance(pcg, 40) ? Value(pcg, Nullable.GetUnderlyingType(type) ?? type, property.Name) : null;
    }

    private object Items(PCG pcg, Type item, string name)
    {
        var items = new object[Chance(pcg, 60) ? 0 : 1 + pcg.Next(2)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Maps.Contains(name) ? new NamedValue($"{i}{Text(pcg, 0)}", Text(pcg, 0)) : Value(pcg, item, name);
        }

        return ListOf(item, items);
    }

    private object Value(PCG pcg, Type type, string name) =>
        type == typeof(string) ? Text(pcg, NeverEmpty.Contains(name) ? 1 : 0)
        : type == typeof(int) ? (int)pcg.Next(uint.MaxValue)
        : type == typeof(bool) ? Chance(pcg, 50)
        : type.IsValueType ? OpenValue(pcg, type)
        : Record(pcg, type);

    private sealed record Shape(ConstructorInfo Constructor, PropertyInfo[] Properties)
    {
        public static Shape Of(Type type)
        {
            var constructor = type.GetConstructors().Single();
            var positional = constructor.GetParameters().Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
            return new(constructor, [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && !positional.Contains(property.Name))]);
        }
    }
}
