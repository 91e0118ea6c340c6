using System.Text.Json;
using System.Text.Json.Serialization;
using BlueGreen.Ecs.Simulator.Environments;

namespace BlueGreen.Cli;

/// <summary>The line of JSON that says that the simulator is ready, and where.</summary>
/// <param name="Endpoint">Answers AWS calls.</param>
/// <param name="Production">The production listener; none without the seed environment.</param>
/// <param name="Test">The test listener; none without the seed environment.</param>
/// <param name="Region">Where the seed environment is; without it a suggestion, for every region is served.</param>
/// <param name="Account">The account that owns everything.</param>
internal sealed partial record SimulatorReady(string Endpoint, string? Production, string? Test, string Region, string Account)
{
    private const string DefaultRegion = "ap-northeast-1";

    public static SimulatorReady Of(Uri endpoint, string account, SeedEnvironment? seed) => new(
        Address(endpoint)!,
        Address(seed?.ProductionAddress),
        Address(seed?.TestAddress),
        seed?.Region ?? DefaultRegion,
        account);

    public string ToJson() => JsonSerializer.Serialize(this, Json.Default.SimulatorReady);

    private static string? Address(Uri? uri) => uri?.GetLeftPart(UriPartial.Authority);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(SimulatorReady))]
    private sealed partial class Json : JsonSerializerContext;
}
