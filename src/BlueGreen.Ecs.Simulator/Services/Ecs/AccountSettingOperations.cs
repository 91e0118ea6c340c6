using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>PutAccountSetting, PutAccountSettingDefault, DeleteAccountSetting and ListAccountSettings. The simulator keeps settings, and does nothing by them.</summary>
internal static class AccountSettingOperations
{
    private const int PageSize = 10;

    /// <summary>What holds where nothing was set.</summary>
    private static readonly (string Name, string Value)[] Defaults =
    [
        ("awsvpcTrunking", "disabled"), ("containerInsights", "disabled"), ("containerInstanceLongArnFormat", "enabled"),
        ("defaultLogDriverMode", "non-blocking"), ("fargateFIPSMode", "disabled"), ("fargateTaskRetirementWaitPeriod", "7"),
        ("guardDutyActivate", "off"), ("serviceLongArnFormat", "enabled"), ("tagResourceAuthorization", "on"), ("taskLongArnFormat", "enabled"),
    ];

    public static JsonObject Put(EcsState state, JsonObject input)
    {
        var key = (input.Text("name", ""), Principal(state, input));
        state.AccountSettings[key] = input.Text("value", "");
        return Answer(state, key);
    }

    public static JsonObject Delete(EcsState state, JsonObject input)
    {
        var key = (input.Text("name", ""), Principal(state, input));
        var answer = Answer(state, key);
        state.AccountSettings.Remove(key);
        return answer;
    }

    public static JsonObject List(EcsState state, JsonObject input)
    {
        var principal = Principal(state, input);
        var keys = input.Flag("effectiveSettings") == true
            ? Defaults.Select(one => (one.Name, principal))
            : state.AccountSettings.Keys.Where(key => key.Principal == principal);
        var found = keys.Select(key => View(state, key))
            .Where(one => input.Text("name") is not { } name || one.Text("name") == name)
            .Where(one => input.Text("value") is not { } value || one.Text("value") == value);
        var (page, next) = TokenPaging.Take(found, input.Text("nextToken"), input.Int("maxResults") ?? PageSize, "InvalidParameterException");
        var output = new JsonObject { ["settings"] = page.ToJson() };
        output.SetUnlessNull("nextToken", next);
        return output;
    }

    private static JsonObject Answer(EcsState state, (string Name, string Principal) key) => new() { ["setting"] = View(state, key) };

    // What was set for a principal comes before what was set for the account, and that before what AWS begins with.
    private static JsonObject View(EcsState state, (string Name, string Principal) key) => new()
    {
        ["name"] = key.Name,
        ["value"] = state.AccountSettings.GetValueOrDefault(key)
            ?? state.AccountSettings.GetValueOrDefault((key.Name, Root(state)))
            ?? Array.Find(Defaults, one => one.Name == key.Name).Value,
        ["principalArn"] = key.Principal,
        ["type"] = "user",
    };

    private static string Principal(EcsState state, JsonObject input) => input.Text("principalArn") ?? Root(state);

    private static string Root(EcsState state) => $"arn:aws:iam::{state.World.Account}:root";
}
