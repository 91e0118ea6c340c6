namespace BlueGreen.Ecs.Telemetry;

/// <summary>The numbers of log messages. A number is never used again for something else.</summary>
internal static class EventIds
{
    public const int Watching = 1;
    public const int Happened = 2;
    public const int LookFailed = 3;
    public const int GateRolledBack = 4;
    public const int Ended = 5;
    public const int Canceling = 6;
    public const int ListenerFailed = 7;
    public const int NotExplained = 8;
    public const int NoProgress = 9;
    public const int AnotherRuns = 10;
    public const int GoingBackTogether = 11;
    public const int NotRolledBack = 12;
    public const int ScalingSuspended = 13;
    public const int ScalingRestored = 14;
    public const int ScalingNotRestored = 15;
    public const int ScalingNotRead = 16;
    public const int PipelineWatching = 17;
    public const int PipelineHappened = 18;
    public const int PipelineLookFailed = 19;
    public const int PipelineNotJoined = 20;
    public const int PipelineNotExplained = 21;
    public const int PipelineEnded = 22;
}
