namespace BlueGreen.Ecs;

/// <summary>A member of a document that the typed model does not know, kept so that it survives reading and writing.</summary>
/// <param name="Name">The member's name as the document has it.</param>
/// <param name="Json">Its value as JSON text, without white space.</param>
public sealed record JsonMember(string Name, string Json);
