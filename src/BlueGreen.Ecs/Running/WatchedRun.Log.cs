using BlueGreen.Ecs.Telemetry;
using Microsoft.Extensions.Logging;

namespace BlueGreen.Ecs.Running;

internal sealed partial class WatchedRun
{
    private static partial class Log
    {
        [LoggerMessage(EventIds.Watching, LogLevel.Information, "Watching deployment {DeploymentId} of {Service}")]
        public static partial void Watching(ILogger logger, string deploymentId, string service);

        [LoggerMessage(EventIds.Happened, LogLevel.Information, "Deployment {DeploymentId}, {Stage}: {Message}")]
        public static partial void Happened(ILogger logger, string deploymentId, Stage stage, string message);

        [LoggerMessage(EventIds.LookFailed, LogLevel.Warning, "Deployment {DeploymentId} could not be looked at: {Message}")]
        public static partial void LookFailed(ILogger logger, string deploymentId, string message);

        [LoggerMessage(EventIds.ListenerFailed, LogLevel.Warning, "Deployment {DeploymentId}: the progress listener failed")]
        public static partial void ListenerFailed(ILogger logger, string deploymentId, Exception exception);

        [LoggerMessage(EventIds.GateRolledBack, LogLevel.Warning, "Deployment {DeploymentId} is rolled back by a gate: {Reason}")]
        public static partial void GateRolledBack(ILogger logger, string deploymentId, string reason);

        [LoggerMessage(EventIds.NoProgress, LogLevel.Warning, "Deployment {DeploymentId} is given up and rolled back: {Complaint}")]
        public static partial void NoProgress(ILogger logger, string deploymentId, string complaint);

        [LoggerMessage(EventIds.NotExplained, LogLevel.Warning, "The cause of deployment {DeploymentId} could not be looked for: {Message}")]
        public static partial void NotExplained(ILogger logger, string deploymentId, string message);

        [LoggerMessage(EventIds.Ended, LogLevel.Information, "Deployment {DeploymentId} ended as {Outcome}: {Reason}")]
        public static partial void Ended(ILogger logger, string deploymentId, DeploymentOutcome outcome, string? reason);
    }
}
