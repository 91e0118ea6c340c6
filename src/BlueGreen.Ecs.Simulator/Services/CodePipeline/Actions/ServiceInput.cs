using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline.Actions;

/// <summary>Checks what an action sends to another service as that service's wire would.</summary>
internal static class ServiceInput
{
    /// <returns>The request without what the service does not know.</returns>
    /// <exception cref="AwsErrorException">The service would refuse it.</exception>
    public static JsonObject Check(string service, string operation, JsonObject request)
    {
        var model = AwsApi.Models[service];
        var (input, problems) = InputValidator.Check(request, model.Operations[operation].Input);
        return problems.Count == 0 ? input : throw InputError.Of(model, model.Operations[operation], problems);
    }
}
