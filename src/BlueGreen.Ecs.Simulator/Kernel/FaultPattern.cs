using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>Which calls are meant: <c>codedeploy:CreateDeployment</c>, <c>ecs:Describe*</c> or <c>*</c>.</summary>
internal sealed record FaultPattern(string? Service, string Operation)
{
    /// <exception cref="ArgumentException">There is no such service or operation.</exception>
    public static FaultPattern Parse(string call)
    {
        if (call == "*")
        {
            return new FaultPattern(null, "*");
        }

        if (call.Split(':') is not [var prefix, { Length: > 0 } operation])
        {
            throw new ArgumentException($"'{call}' does not name a call. Write service:Operation, such as codedeploy:CreateDeployment, ecs:Describe* or *.", nameof(call));
        }

        // AWS knows a service by several names: in policies, in credential scopes, in botocore.
        var service = AwsApi.Models.Values.FirstOrDefault(model => model.Name == prefix || model.SigningName == prefix || (prefix == "cloudwatch" && model.SigningName == "monitoring"))
            ?? throw new ArgumentException($"There is no service '{prefix}'. There are {string.Join(", ", AwsApi.Models.Keys.Order(StringComparer.Ordinal))}.", nameof(call));
        var pattern = new FaultPattern(service.Name, operation);
        return service.Operations.Keys.Any(name => pattern.Names(service.Name, name))
            ? pattern
            : throw new ArgumentException($"The simulator's {service.Name} has no operation '{operation}'. Operations are named as in AWS's API, such as {service.Operations.Keys.Order(StringComparer.Ordinal).First()}.", nameof(call));
    }

    public bool Names(string service, string operation) =>
        (Service is null || service == Service)
        && (Operation.EndsWith('*') ? operation.StartsWith(Operation[..^1], StringComparison.Ordinal) : operation == Operation);
}
