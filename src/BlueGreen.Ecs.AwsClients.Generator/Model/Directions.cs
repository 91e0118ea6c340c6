namespace BlueGreen.Ecs.AwsClients.Generator.Model;

/// <summary>Finds out which structures travel to the service, and which come back.</summary>
internal static class Directions
{
    public static void Mark(ServiceModel model)
    {
        foreach (var operation in model.Operations)
        {
            var request = model.Structures[operation.Request];
            var response = model.Structures[operation.Response];
            request.IsRequest = true;
            response.IsResponse = true;
            Mark(model, request, structure => structure.IsWritten, structure => structure.IsWritten = true);
            Mark(model, response, structure => structure.IsRead, structure => structure.IsRead = true);
        }

        foreach (var type in model.Errors.SelectMany(error => error.Members).Select(member => member.Type.Innermost))
        {
            Mark(model, type, structure => structure.IsRead, structure => structure.IsRead = true);
        }
    }

    private static void Mark(ServiceModel model, Structure structure, Func<Structure, bool> isMarked, Action<Structure> mark)
    {
        if (isMarked(structure))
        {
            return;
        }

        mark(structure);
        foreach (var member in structure.Members)
        {
            Mark(model, member.Type.Innermost, isMarked, mark);
        }
    }

    private static void Mark(ServiceModel model, ShapeType type, Func<Structure, bool> isMarked, Action<Structure> mark)
    {
        if (type.Kind != Kind.Structure)
        {
            return;
        }

        if (!model.Structures.TryGetValue(type.Name, out var structure))
        {
            throw new FormatException($"The shape '{type.Name}' is not described.");
        }

        Mark(model, structure, isMarked, mark);
    }
}
