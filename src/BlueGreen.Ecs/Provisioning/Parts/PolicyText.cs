using System.Text;
using System.Text.Json;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>Policy documents of IAM.</summary>
internal static class PolicyText
{
    private const string Version = "2012-10-17";

    /// <summary>Who may take on a role.</summary>
    public static string Trust(string service) => Write(json =>
    {
        json.WriteString("Effect", "Allow");
        json.WriteStartObject("Principal");
        json.WriteString("Service", service);
        json.WriteEndObject();
        json.WriteString("Action", "sts:AssumeRole");
    });

    /// <summary>What a role may do; nothing where there is nothing.</summary>
    public static string? Of(IReadOnlyList<PolicyStatement> statements) => statements.Count == 0 ? null : Write([.. statements.Select(one => (Action<Utf8JsonWriter>)(json => Write(json, one)))]);

    private static void Write(Utf8JsonWriter json, PolicyStatement statement)
    {
        json.WriteString("Effect", "Allow");
        Write(json, "Action", statement.Actions);
        Write(json, "Resource", statement.Resources);
        if (statement.PassedTo.Count > 0)
        {
            WriteCondition(json, "StringLike", "iam:PassedToService", statement.PassedTo);
        }
        else if (statement.CreateAction is { } create)
        {
            WriteCondition(json, "StringEquals", "ecs:CreateAction", [create]);
        }
    }

    private static void WriteCondition(Utf8JsonWriter json, string test, string key, IReadOnlyList<string> values)
    {
        json.WriteStartObject("Condition");
        json.WriteStartObject(test);
        if (values is [var only])
        {
            json.WriteString(key, only);
        }
        else
        {
            Write(json, key, values);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string member, IEnumerable<string> values)
    {
        json.WriteStartArray(member);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static string Write(params IReadOnlyList<Action<Utf8JsonWriter>> statements)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("Version", Version);
            json.WriteStartArray("Statement");
            foreach (var statement in statements)
            {
                json.WriteStartObject();
                statement(json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
