using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Sts;

/// <summary>Security Token Service: who calls. Every caller is the account's root.</summary>
internal sealed class StsService : IAwsService
{
    public string Name => "sts";

    public JsonObject Invoke(AwsCall call) => call.Operation is "GetCallerIdentity"
        ? new JsonObject { ["UserId"] = call.Account, ["Account"] = call.Account, ["Arn"] = $"arn:aws:iam::{call.Account}:root" }
        : throw new AwsErrorException("InvalidAction", $"The simulator's sts has no operation {call.Operation}.");
}
