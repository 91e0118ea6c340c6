using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Iam;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Sts;

/// <summary>Security Token Service: who calls. Callers that <see cref="SimulatedCallers"/> does not name are the account's root.</summary>
internal sealed class StsService(World world) : IAwsService
{
    public string Name => "sts";

    public JsonObject Invoke(AwsCall call) => call.Operation is "GetCallerIdentity"
        ? Identity(call)
        : throw new AwsErrorException("InvalidAction", $"The simulator's sts has no operation {call.Operation}.");

    private JsonObject Identity(AwsCall call)
    {
        if (world.Callers.Find(call.AccessKeyId) is not { } role)
        {
            return new JsonObject { ["UserId"] = call.Account, ["Account"] = call.Account, ["Arn"] = $"arn:aws:iam::{call.Account}:root" };
        }

        var session = new RoleSession(world, role, call.AccessKeyId);
        return new JsonObject { ["UserId"] = session.UserId, ["Account"] = role.Split(':')[4], ["Arn"] = session.Arn };
    }
}
