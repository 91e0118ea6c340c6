using System.Collections;
using System.Globalization;
using Amazon.Runtime;

namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

/// <summary>A graph as text, equal for equal graphs of our and of the official types.</summary>
internal static class Dump
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        DateTime time => time.ToString("o", CultureInfo.InvariantCulture),
        MemoryStream blob => Convert.ToBase64String(blob.ToArray()),
        ConstantClass constant => constant.Value,
        IDictionary map => Join("{", map.Keys.Cast<string>().Order(StringComparer.Ordinal).Select(key => $"{key}:{Of(map[key])}"), "}"),
        IList list => Join("[", list.Cast<object>().Select(Of), "]"),
        ValueType scalar => Convert.ToString(scalar, CultureInfo.InvariantCulture)!,
        _ => Join("(", SharedProperties.Of(value.GetType()).Select(property => $"{property.Name}={Of(property.GetValue(value))}"), ")"),
    };

    /// <summary>The place at which two texts part.</summary>
    public static string Difference(string ours, string official)
    {
        var at = 0;
        while (at < ours.Length && at < official.Length && ours[at] == official[at])
        {
            at++;
        }

        return $"ours …{Near(ours, at)}, official …{Near(official, at)}";
    }

    private static string Near(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 80)];

    private static string Join(string open, IEnumerable<string> parts, string close) => open + string.Join(';', parts) + close;
}
