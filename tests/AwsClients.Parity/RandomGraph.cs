using System.Collections;
using System.Reflection;
using Amazon.Runtime;

namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

/// <summary>Fills objects at random: the same seed gives equal graphs of our and of the official type.</summary>
internal static class RandomGraph
{
    private const int Deepest = 4;
    private static readonly string[] Texts = ["plain", "é&<>\"'", "a b=c+d/é~*", string.Empty, "日本"];

    // A token that is left out is made up by each side.
    private static readonly string[] Tokens = ["ClientToken", "ClientRequestToken"];

    public static object Of(Type type, int seed) => Structure(type, new Dice(seed), depth: 0);

    /// <summary>Fills an existing object.</summary>
    public static void Fill(object target, Dice dice, int depth = 0)
    {
        foreach (var property in SharedProperties.Of(target.GetType()))
        {
            var isLeftOut = dice.Roll(5) == 0 && !Tokens.Contains(property.Name, StringComparer.Ordinal);
            if (!isLeftOut && (depth <= Deepest || IsScalar(property.PropertyType)))
            {
                property.SetValue(target, Value(property.PropertyType, dice, depth));
            }
        }
    }

    private static object Structure(Type type, Dice dice, int depth)
    {
        var structure = Activator.CreateInstance(type)!;
        Fill(structure, dice, depth);
        return structure;
    }

    private static bool IsScalar(Type type) =>
        type == typeof(string) || type == typeof(MemoryStream) || type.IsValueType || type.IsSubclassOf(typeof(ConstantClass));

    private static object Value(Type declared, Dice dice, int depth)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type.IsGenericType)
        {
            return typeof(IDictionary).IsAssignableFrom(type) ? Map(type, dice, depth) : List(type, dice, depth);
        }

        if (type.IsSubclassOf(typeof(ConstantClass)))
        {
            return Constant(type, dice);
        }

        return Scalar(type, dice) ?? Structure(type, dice, depth + 1);
    }

    private static object? Scalar(Type type, Dice dice) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => Texts[dice.Roll(Texts.Length)],
        TypeCode.Int32 => dice.Roll(100_000) - 5,
        TypeCode.Int64 => dice.Roll(int.MaxValue) * 1000L,
        TypeCode.Boolean => dice.Roll(2) == 0,
        TypeCode.Double => dice.Roll(1000) / 8.0,
        TypeCode.Single => dice.Roll(1000) / 8f,
        TypeCode.DateTime => DateTime.UnixEpoch.AddSeconds(1_700_000_000 + dice.Roll(1_000_000)),
        _ => type == typeof(MemoryStream) ? new MemoryStream([1, 2, (byte)dice.Roll(256)]) : null,
    };

    private static object Constant(Type type, Dice dice)
    {
        var constants = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == type && Peers.Ours.GetType(type.FullName!)!.GetField(field.Name) is not null)
            .OrderBy(field => field.Name, StringComparer.Ordinal)
            .ToList();
        return constants[dice.Roll(constants.Count)].GetValue(obj: null)!;
    }

    private static IList List(Type type, Dice dice, int depth)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        for (var count = dice.Roll(3); count > 0; count--)
        {
            list.Add(Value(type.GetGenericArguments()[0], dice, depth + 1));
        }

        return list;
    }

    private static IDictionary Map(Type type, Dice dice, int depth)
    {
        var map = (IDictionary)Activator.CreateInstance(type)!;
        for (var count = dice.Roll(3); count > 0; count--)
        {
            map[$"k{count}"] = Value(type.GetGenericArguments()[1], dice, depth + 1);
        }

        return map;
    }
}
