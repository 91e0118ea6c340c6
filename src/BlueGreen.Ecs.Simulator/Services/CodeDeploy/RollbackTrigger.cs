using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>The events upon which a group rolls back by itself.</summary>
internal static class RollbackTrigger
{
    public const string Failure = "DEPLOYMENT_FAILURE";
    public const string StopOnAlarm = "DEPLOYMENT_STOP_ON_ALARM";
    public const string StopOnRequest = "DEPLOYMENT_STOP_ON_REQUEST";

    public static bool IsSet(GroupSettings settings, string trigger) =>
        settings.Document.Object("autoRollbackConfiguration") is { } rollback
        && rollback.Flag("enabled") == true
        && rollback.Texts("events").Contains(trigger, StringComparer.Ordinal);
}
