using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services;

/// <summary>A service's operations by name, each a function of the service's state and the request.</summary>
internal sealed class OperationTable<TState>(string service) : Dictionary<string, Func<TState, JsonObject, JsonObject>>(StringComparer.Ordinal)
{
    /// <exception cref="AwsErrorException">The service refuses the call, or does not know the operation.</exception>
    public JsonObject Invoke(AwsCall call, TState state) => TryGetValue(call.Operation, out var operation)
        ? operation(state, call.Input)
        : throw new AwsErrorException(service is "elbv2" or "iam" or "sts" or "ec2" ? "InvalidAction" : "UnknownOperationException",
            $"The simulator's {service} has no operation {call.Operation}.");
}
