namespace BlueGreen.Ecs.Documents.Secrets;

/// <summary>What gives a secret away.</summary>
internal enum SecretSignKind
{
    /// <summary>The name under which it stands.</summary>
    Name,

    /// <summary>The shape that an issuer gives to its secrets.</summary>
    Shape,

    /// <summary>It is long and random.</summary>
    Entropy,
}
