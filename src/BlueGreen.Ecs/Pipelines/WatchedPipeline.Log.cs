using BlueGreen.Ecs.Telemetry;
using Microsoft.Extensions.Logging;

namespace BlueGreen.Ecs.Pipelines;

internal sealed partial class WatchedPipeline
{
    private static partial class Log
    {
        [LoggerMessage(EventIds.PipelineWatching, LogLevel.Information, "Following execution {ExecutionId} of pipeline {Pipeline}")]
        public static partial void Watching(ILogger logger, string executionId, string pipeline);

        [LoggerMessage(EventIds.PipelineHappened, LogLevel.Information, "Execution {ExecutionId}, {Stage}: {Message}")]
        public static partial void Happened(ILogger logger, string executionId, string? stage, string message);

        [LoggerMessage(EventIds.PipelineLookFailed, LogLevel.Warning, "Execution {ExecutionId} could not be looked at: {Message}")]
        public static partial void LookFailed(ILogger logger, string executionId, string message);

        [LoggerMessage(EventIds.PipelineNotJoined, LogLevel.Warning, "Execution {ExecutionId}: the deployment of {Action} could not be looked at: {Message}")]
        public static partial void NotJoined(ILogger logger, string executionId, string action, string message);

        [LoggerMessage(EventIds.PipelineNotExplained, LogLevel.Warning, "Execution {ExecutionId}: a cause could not be looked for: {Message}")]
        public static partial void NotExplained(ILogger logger, string executionId, string message);

        [LoggerMessage(EventIds.PipelineEnded, LogLevel.Information, "Execution {ExecutionId} ended as {Status}: {Reason}")]
        public static partial void Ended(ILogger logger, string executionId, PipelineStatus status, string? reason);
    }
}
