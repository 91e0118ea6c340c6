using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>Lambda: functions as configuration. What a function does is the delegate of its name in <see cref="AwsSimulator.Functions"/>; without one it does nothing.</summary>
internal sealed class LambdaService(World world) : IAwsService
{
    private static readonly OperationTable<LambdaState> Operations = new("lambda")
    {
        ["CreateFunction"] = FunctionOperations.Create,
        ["GetFunction"] = FunctionOperations.Get,
        ["GetFunctionConfiguration"] = FunctionOperations.GetConfiguration,
        ["DeleteFunction"] = FunctionOperations.Delete,
        ["ListFunctions"] = FunctionOperations.List,
        ["UpdateFunctionCode"] = FunctionUpdates.UpdateCode,
        ["UpdateFunctionConfiguration"] = FunctionUpdates.UpdateConfiguration,
        ["Invoke"] = InvokeOperation.Invoke,
        ["PublishVersion"] = VersionOperations.Publish,
        ["ListVersionsByFunction"] = VersionOperations.List,
        ["CreateAlias"] = AliasOperations.Create,
        ["GetAlias"] = AliasOperations.Get,
        ["UpdateAlias"] = AliasOperations.Update,
        ["DeleteAlias"] = AliasOperations.Delete,
        ["ListAliases"] = AliasOperations.List,
        ["AddPermission"] = PermissionOperations.Add,
        ["RemovePermission"] = PermissionOperations.Remove,
        ["GetPolicy"] = PermissionOperations.Get,
        ["TagResource"] = FunctionTags.Tag,
        ["UntagResource"] = FunctionTags.Untag,
        ["ListTags"] = FunctionTags.List,
    };

    public string Name => "lambda";

    public JsonObject Invoke(AwsCall call) => Operations.Invoke(call, LambdaState.Of(world.In(call.Region)));
}
