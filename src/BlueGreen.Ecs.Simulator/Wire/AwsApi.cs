using System.Net;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services;
using BlueGreen.Ecs.Simulator.Services.Iam;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>Every operation of every simulated service, behind one door: checks the request and whether its caller may, performs it under the world's lock, and writes it down.</summary>
internal sealed class AwsApi
{
    private static readonly Lazy<IReadOnlyDictionary<string, ServiceModel>> AllModels = new(ServiceModel.LoadAll);
    private readonly World _world;
    private readonly CallerPermissions _permissions;
    private readonly Dictionary<string, IAwsService> _services;

    public AwsApi(World world, IEnumerable<IAwsService> services)
    {
        _world = world;
        _permissions = new CallerPermissions(world);
        _services = services.ToDictionary(service => service.Name, StringComparer.Ordinal);
    }

    /// <summary>Every model, by name; also of services that are not simulated.</summary>
    public static IReadOnlyDictionary<string, ServiceModel> Models => AllModels.Value;

    /// <summary>The services that are simulated, by name, in order.</summary>
    public IEnumerable<string> Services => _services.Keys.Order(StringComparer.Ordinal);

    /// <returns>The operation, when the model has it and the service is simulated.</returns>
    public Operation? Find(ServiceModel service, string operation) =>
        _services.ContainsKey(service.Name) ? service.Operations.GetValueOrDefault(operation) : null;

    /// <summary>Performs an operation.</summary>
    /// <returns>A copy of the answer in the model's shape, or none where no answer comes; and what goes wrong on its way.</returns>
    /// <exception cref="AwsErrorException">The request is wrong, or the service refuses it.</exception>
    public (JsonObject? Output, Fault? Fault) Invoke(ServiceModel service, Operation operation, JsonObject request, string region, string accessKeyId = "")
    {
        lock (_world.Gate)
        {
            var subject = $"{service.Name}.{operation.Name}";
            try
            {
                var fault = _world.Faults.Meet(service.Name, operation.Name);
                if (fault is not null)
                {
                    _world.History.Record("fault", subject, fault.Told);
                    Refuse(service, fault);
                }

                if (fault is { Kind: FaultKind.TimedOut })
                {
                    return (null, fault);
                }

                if (_world.Options.Throttling)
                {
                    _world.Throttle.Take(service.Name, operation.Name, region);
                }

                var (input, problems) = InputValidator.Check(request, operation.Input);
                if (problems.Count > 0)
                {
                    throw InputError.Of(service, operation, problems);
                }

                var call = new AwsCall(service.Name, operation.Name, _world.Account, region, input) { AccessKeyId = accessKeyId };
                _permissions.Check(service, call);
                var output = _services[service.Name].Invoke(call);
                var shaped = OutputShaper.Structure(output, operation.Output);
                _world.History.Record("call", subject, "ok");
                return (shaped, fault);
            }
            catch (AwsErrorException error)
            {
                _world.History.Record("call", subject, $"{error.Code}: {error.Message}");
                throw;
            }
        }
    }

    private static void Refuse(ServiceModel service, Fault fault)
    {
        if (fault.Kind is FaultKind.Throttled)
        {
            throw Throttle.Error(service.Name);
        }

        if (fault.Kind is FaultKind.Error)
        {
            throw new AwsErrorException(fault.Error.Code, fault.Error.Message, (HttpStatusCode)fault.Error.Status);
        }
    }
}
