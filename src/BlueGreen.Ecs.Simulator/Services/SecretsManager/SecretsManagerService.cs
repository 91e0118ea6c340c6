using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.SecretsManager;

/// <summary>AWS Secrets Manager, without rotation and replicas.</summary>
internal sealed class SecretsManagerService(World world) : IAwsService
{
    private static readonly OperationTable<SecretsState> Operations = new("secretsmanager")
    {
        ["CreateSecret"] = SecretOperations.Create,
        ["DescribeSecret"] = SecretOperations.Describe,
        ["UpdateSecret"] = SecretOperations.Update,
        ["DeleteSecret"] = SecretDeletion.Delete,
        ["RestoreSecret"] = SecretDeletion.Restore,
        ["GetSecretValue"] = SecretValueOperations.Get,
        ["PutSecretValue"] = SecretValueOperations.Put,
        ["ListSecrets"] = SecretList.List,
        ["TagResource"] = SecretOperations.Tag,
        ["UntagResource"] = SecretOperations.Untag,
    };

    public string Name => "secretsmanager";

    public JsonObject Invoke(AwsCall call) => Operations.Invoke(call, SecretsState.Of(world.In(call.Region)));
}
