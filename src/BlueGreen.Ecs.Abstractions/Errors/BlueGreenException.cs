namespace BlueGreen.Ecs;

/// <summary>The base of every error that this library reports on its own account. Wrong arguments are <see cref="ArgumentException"/>s, cancellation is <see cref="OperationCanceledException"/>.</summary>
/// <param name="message">What was found, what is allowed, what to do.</param>
/// <param name="innerException">The cause. Default: none.</param>
public abstract class BlueGreenException(string message, Exception? innerException = null) : Exception(message, innerException);
