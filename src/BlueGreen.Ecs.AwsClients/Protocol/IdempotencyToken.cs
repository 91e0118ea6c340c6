namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>Tokens by which a service knows a retried request again.</summary>
internal static class IdempotencyToken
{
#pragma warning disable RS0030 // As in the official clients: who wants to know the token sets it.
    public static string New() => Guid.NewGuid().ToString();
#pragma warning restore RS0030
}
