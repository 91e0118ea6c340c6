namespace BlueGreen.Ecs.Documents.Secrets;

/// <summary>Why a value looks like a secret.</summary>
/// <param name="Kind">What gives it away.</param>
/// <param name="Reason">In words that never hold a part of the value: <c>it has the shape of a GitHub token</c>.</param>
internal sealed record SecretSign(SecretSignKind Kind, string Reason);
