using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services;

/// <summary>One simulated AWS service. Its operations run one at a time, under the world's lock.</summary>
internal interface IAwsService
{
    /// <summary>The model's name: <c>ecs</c>.</summary>
    string Name { get; }

    /// <summary>Performs an operation of the model.</summary>
    /// <returns>The output's members under their wire names; empty where the operation has no output.</returns>
    /// <exception cref="AwsErrorException">The service refuses the call, or does not know the operation.</exception>
    JsonObject Invoke(AwsCall call);
}
