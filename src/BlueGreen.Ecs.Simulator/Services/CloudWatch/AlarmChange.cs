namespace BlueGreen.Ecs.Simulator.Services.CloudWatch;

/// <summary>A change of an alarm's state.</summary>
internal sealed record AlarmChange(DateTimeOffset Time, string Alarm, bool IsComposite, string From, string To);
