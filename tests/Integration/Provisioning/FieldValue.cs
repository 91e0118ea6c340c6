namespace BlueGreen.Ecs.Tests.Integration.Provisioning;

/// <summary>A field's value.</summary>
/// <param name="Raw">As AWS answered it.</param>
/// <param name="Normal">Without what is by chance.</param>
internal sealed record FieldValue(string Raw, string Normal);
