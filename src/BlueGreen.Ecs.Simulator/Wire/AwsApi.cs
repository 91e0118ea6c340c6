using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>Every operation of every simulated service, behind one door: checks the request, performs it under the world's lock, and writes it down.</summary>
internal sealed class AwsApi
{
    private static readonly Lazy<IReadOnlyDictionary<string, ServiceModel>> AllModels = new(ServiceModel.LoadAll);
    private readonly World _world;
    private readonly Dictionary<string, IAwsService> _services;

    public AwsApi(World world, IEnumerable<IAwsService> services)
    {
        _world = world;
        _services = services.ToDictionary(service => service.Name, StringComparer.Ordinal);
    }

    /// <summary>Every model, by name; also of services that are not simulated.</summary>
    public static IReadOnlyDictionary<string, ServiceModel> Models => AllModels.Value;

    /// <returns>The operation, when the model has it and the service is simulated.</returns>
    public Operation? Find(ServiceModel service, string operation) =>
        _services.ContainsKey(service.Name) ? service.Operations.GetValueOrDefault(operation) : null;

    /// <summary>Performs an operation.</summary>
    /// <returns>A copy of the answer, in the model's shape.</returns>
    /// <exception cref="AwsErrorException">The request is wrong, or the service refuses it.</exception>
    public JsonObject Invoke(ServiceModel service, Operation operation, JsonObject request, string region)
    {
        lock (_world.Gate)
        {
            var subject = $"{service.Name}.{operation.Name}";
            try
            {
                var (input, problems) = InputValidator.Check(request, operation.Input);
                if (problems.Count > 0)
                {
                    throw InputError.Of(service, operation, problems);
                }

                var output = _services[service.Name].Invoke(new AwsCall(service.Name, operation.Name, _world.Account, region, input));
                var shaped = OutputShaper.Structure(output, operation.Output);
                _world.History.Record("call", subject, "ok");
                return shaped;
            }
            catch (AwsErrorException error)
            {
                _world.History.Record("call", subject, $"{error.Code}: {error.Message}");
                throw;
            }
        }
    }
}
