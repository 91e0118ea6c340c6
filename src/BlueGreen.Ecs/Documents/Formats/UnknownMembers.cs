using System.Globalization;
using System.Text;

namespace BlueGreen.Ecs.Documents;

/// <summary>Collects the members of a task definition that the model does not know, each with its path. Builds no path where there is none.</summary>
internal sealed partial class UnknownMembers
{
    private readonly List<(string Name, int Index)> _path = [];
    private readonly List<(string Path, JsonMember Member)> _found = [];

    private UnknownMembers()
    {
    }

    /// <summary>The members, with paths such as <c>containerDefinitions[0].portMappings[1].unknown</c>.</summary>
    public static IReadOnlyList<(string Path, JsonMember Member)> Of(TaskDefinition definition)
    {
        var members = new UnknownMembers();
        Visit(members, definition);
        return members._found;
    }

    private void Each<T>(string name, EquatableArray<T> items, Action<UnknownMembers, T> visit)
    {
        for (var i = 0; i < items.Count; i++)
        {
            _path.Add((name, i));
            visit(this, items[i]);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void One<T>(string name, T? item, Action<UnknownMembers, T> visit)
        where T : class
    {
        if (item is not null)
        {
            _path.Add((name, -1));
            visit(this, item);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Take(EquatableArray<JsonMember> members)
    {
        foreach (var member in members)
        {
            _found.Add((PathOf(member.Name), member));
        }
    }

    private string PathOf(string member)
    {
        var path = new StringBuilder();
        foreach (var (name, index) in _path)
        {
            path.Append(name);
            if (index >= 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{index}]");
            }

            path.Append('.');
        }

        return path.Append(member).ToString();
    }
}
