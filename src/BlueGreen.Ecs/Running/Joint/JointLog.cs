using BlueGreen.Ecs.Telemetry;
using Microsoft.Extensions.Logging;

namespace BlueGreen.Ecs.Running.Joint;

internal static partial class JointLog
{
    [LoggerMessage(EventIds.ListenerFailed, LogLevel.Warning, "{Service}: the progress listener failed")]
    public static partial void ListenerFailed(ILogger logger, ServiceReference service, Exception exception);

    [LoggerMessage(EventIds.GoingBackTogether, LogLevel.Warning, "{Service} goes back, or is stopped, with the others: {Reason}")]
    public static partial void GoingBack(ILogger logger, ServiceReference service, string reason);

    [LoggerMessage(EventIds.NotRolledBack, LogLevel.Error, "{Service} could not be rolled back")]
    public static partial void NotRolledBack(ILogger logger, ServiceReference service, Exception exception);
}
