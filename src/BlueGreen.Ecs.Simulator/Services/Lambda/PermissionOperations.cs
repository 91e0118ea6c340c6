using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>AddPermission, RemovePermission and GetPolicy. Policies are kept, and not enforced.</summary>
internal static class PermissionOperations
{
    public static JsonObject Add(LambdaState state, JsonObject input)
    {
        var (function, qualifier) = Find(state, input);
        var statements = function.Policies.GetValueOrDefault(qualifier) ?? (function.Policies[qualifier] = []);
        if (statements.Exists(one => one.Text("Sid") == input.Text("StatementId")))
        {
            throw LambdaErrors.Conflict($"The statement id ({input.Text("StatementId")}) provided already exists. Please provide a new statement id, or remove the existing statement.");
        }

        var statement = Statement(input, qualifier.Length == 0 ? function.Arn : $"{function.Arn}:{qualifier}");
        statements.Add(statement);
        return new JsonObject { ["Statement"] = statement.ToJsonString() };
    }

    public static JsonObject Remove(LambdaState state, JsonObject input)
    {
        var (function, qualifier) = Find(state, input);
        var removed = function.Policies.GetValueOrDefault(qualifier)?.RemoveAll(one => one.Text("Sid") == input.Text("StatementId"));
        return removed > 0 ? [] : throw LambdaErrors.NotFound($"Statement {input.Text("StatementId")} is not found in resource policy.");
    }

    public static JsonObject Get(LambdaState state, JsonObject input)
    {
        var (function, qualifier) = Find(state, input);
        if (function.Policies.GetValueOrDefault(qualifier) is not { Count: > 0 } statements)
        {
            throw LambdaErrors.NotFound("The resource you requested does not exist.");
        }

        var policy = new JsonObject { ["Version"] = "2012-10-17", ["Id"] = "default", ["Statement"] = statements.Select(one => one.Copy()).ToJson() };
        return new JsonObject { ["Policy"] = policy.ToJsonString(), ["RevisionId"] = function.Latest.RevisionId };
    }

    private static JsonObject Statement(JsonObject input, string resource)
    {
        var principal = input.Text("Principal")!;
        var statement = new JsonObject
        {
            ["Sid"] = input.Text("StatementId"),
            ["Effect"] = "Allow",
            ["Principal"] = principal switch
            {
                "*" => "*",
                _ when principal.Contains('.', StringComparison.Ordinal) => new JsonObject { ["Service"] = principal },
                _ when principal.All(char.IsAsciiDigit) => new JsonObject { ["AWS"] = $"arn:aws:iam::{principal}:root" },
                _ => new JsonObject { ["AWS"] = principal },
            },
            ["Action"] = input.Text("Action"),
            ["Resource"] = resource,
        };
        var conditions = new JsonObject();
        conditions.SetUnlessNull("StringEquals", input.Text("SourceAccount") is { } source ? new JsonObject { ["AWS:SourceAccount"] = source } : null);
        conditions.SetUnlessNull("ArnLike", input.Text("SourceArn") is { } arn ? new JsonObject { ["AWS:SourceArn"] = arn } : null);
        statement.SetUnlessNull("Condition", conditions.Count == 0 ? null : conditions);
        return statement;
    }

    private static (Function Function, string Qualifier) Find(LambdaState state, JsonObject input)
    {
        var name = FunctionName.Parse(input.Text("FunctionName")!, input.Text("Qualifier"));
        return (state.Find(name).Function, name.Qualifier ?? string.Empty);
    }
}
