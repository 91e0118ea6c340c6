namespace BlueGreen.Ecs.AwsClients.Generator.Model;

/// <summary>Stops at layouts of HTTP messages that the clients would not write or read right.</summary>
internal static class RestLayout
{
    /// <exception cref="FormatException">The model is laid out in a way that the clients do not know.</exception>
    public static void Check(ServiceModel model)
    {
        if (!model.IsJson && !model.IsQuery && !model.IsRestJson)
        {
            throw new FormatException($"The protocol '{model["protocol"]}' is not known to clients; those speak json, query and rest-json.");
        }

        model.Operations.ForEach(operation => CheckRoute(model, operation));
        foreach (var (owner, member) in Members(model))
        {
            if (!IsKnown(model, owner, member))
            {
                throw new FormatException(
                    $"The member '{member.WireName}' of '{owner}' ({member.Type.Innermost.Kind}, place {member.Place}) is not laid out as clients know it: "
                    + "in rest-json, requests have strings in the URI and in the query, all else stands in JSON bodies, and there are no blobs; other protocols have no places.");
            }
        }
    }

    private static void CheckRoute(ServiceModel model, Operation operation)
    {
        if (operation.IsRouted != model.IsRestJson)
        {
            throw new FormatException($"The operation '{operation.Name}' {(model.IsRestJson ? "lacks its method and URI" : "has a method and URI, which only rest-json knows")}.");
        }

        var labels = model.Structures[operation.Request].Members.Where(member => member.Place == Place.Path).Select(member => $"{{{member.PlaceName}}}").ToList();
        if (operation.IsRouted && (operation.Path.Contains('?') || labels.Aggregate(operation.Path, (path, label) => path.Replace(label, string.Empty)).Contains('{')))
        {
            throw new FormatException($"The URI '{operation.Path}' of '{operation.Name}' has a query, or a part that no member of the request fills.");
        }
    }

    private static bool IsKnown(ServiceModel model, string owner, Member member)
    {
        var isRequest = model.Structures.TryGetValue(owner, out var structure) && structure.IsRequest;
        return model.IsRestJson && isRequest
            ? member.Place != Place.Body && member.Type.Kind == Kind.String && !member.IsIdempotencyToken
            : member.Place == Place.Body && !(model.IsRestJson && member.Type.Innermost.Kind == Kind.Blob);
    }

    private static IEnumerable<(string Owner, Member Member)> Members(ServiceModel model) =>
        model.Structures.Values.SelectMany(structure => structure.Members.Select(member => (structure.Name, member)))
            .Concat(model.Errors.SelectMany(error => error.Members.Select(member => (error.Shape, member))));
}
