using System.Globalization;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;

/// <summary>The shell's own commands, and those on files.</summary>
internal static class BasicCommands
{
    public static void AddTo(Dictionary<string, Func<ShellCall, int>> commands, TimeProvider clock)
    {
        commands["true"] = commands[":"] = _ => 0;
        commands["false"] = _ => 1;
        commands["sleep"] = _ => 0;
        commands["exit"] = call => throw new ShellExitException(Number(call, 0, call.Session.LastExit));
        commands["export"] = Export;
        commands["unset"] = Unset;
        commands["set"] = Set;
        commands["cd"] = ChangeFolder;
        commands["pwd"] = call => call.Print($"{call.Session.Variables.GetValueOrDefault("CODEBUILD_SRC_DIR", "/")}/{call.Session.Folder}".TrimEnd('/'));
        commands["date"] = call => call.Print(Date(clock.GetUtcNow(), call.Arguments));
        commands["test"] = commands["["] = ShellTest.Run;
        commands["mkdir"] = commands["touch"] = Touch;
        commands["ls"] = List;
        commands["rm"] = Remove;
        commands["cp"] = call => Copy(call, removes: false);
        commands["mv"] = call => Copy(call, removes: true);
    }

    private static int Export(ShellCall call)
    {
        foreach (var argument in call.Arguments.Where(argument => argument.Contains('=', StringComparison.Ordinal)))
        {
            // The value has been expanded already.
            var parts = argument.Split('=', 2);
            call.Session.Variables[parts[0]] = parts[1];
        }

        return 0;
    }

    private static int Unset(ShellCall call)
    {
        foreach (var name in call.Arguments)
        {
            call.Session.Variables.Remove(name);
        }

        return 0;
    }

    private static int Set(ShellCall call)
    {
        foreach (var argument in call.Arguments)
        {
            var on = argument.StartsWith('-');
            if (argument is "pipefail")
            {
                call.Session.PipesFail = !call.Arguments[0].StartsWith('+');
            }
            else if (argument.Contains('e', StringComparison.Ordinal) && (on || argument.StartsWith('+')))
            {
                call.Session.StopsAtErrors = on;
            }
        }

        return 0;
    }

    private static int ChangeFolder(ShellCall call)
    {
        var root = call.Session.Variables.GetValueOrDefault("CODEBUILD_SRC_DIR", "/");
        var target = call.Arguments is [var first, ..] ? first : root;
        var path = target.StartsWith(root, StringComparison.Ordinal) ? target[root.Length..].Trim('/') : call.Session.PathOf(target);
        if (path.Length > 0 && !call.Session.Files.Paths.Any(file => file.StartsWith(path + "/", StringComparison.Ordinal)))
        {
            return call.Fail($"cd: {target}: No such file or directory");
        }

        call.Session.Folder = path.Length == 0 ? string.Empty : path + "/";
        return 0;
    }

    private static string Date(DateTimeOffset now, IReadOnlyList<string> arguments)
    {
        if (arguments.FirstOrDefault(argument => argument.StartsWith('+')) is not { } format)
        {
            return now.ToString("ddd MMM d HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture);
        }

        (string Mark, string Value)[] marks =
        [
            ("%Y", "yyyy"), ("%m", "MM"), ("%d", "dd"), ("%H", "HH"), ("%M", "mm"), ("%S", "ss"), ("%F", "yyyy-MM-dd"), ("%T", "HH:mm:ss"),
        ];
        return marks.Aggregate(
            format[1..].Replace("%s", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
            (text, mark) => text.Replace(mark.Mark, now.ToString(mark.Value, CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    private static int Touch(ShellCall call)
    {
        foreach (var path in call.Name is "mkdir" ? [] : call.Arguments.Where(argument => !argument.StartsWith('-')).Select(call.Session.PathOf))
        {
            call.Session.Files = call.Session.Files.With(path, call.Session.Files.Bytes(path) ?? []);
        }

        return 0;
    }

    private static int List(ShellCall call)
    {
        foreach (var name in call.Session.Files.Paths.Where(path => path.StartsWith(call.Session.Folder, StringComparison.Ordinal))
            .Select(path => path[call.Session.Folder.Length..].Split('/')[0]).Distinct(StringComparer.Ordinal))
        {
            call.Print(name);
        }

        return 0;
    }

    private static int Remove(ShellCall call)
    {
        foreach (var path in call.Arguments.Where(argument => !argument.StartsWith('-')).Select(call.Session.PathOf))
        {
            call.Session.Files = call.Session.Files.Without(path);
        }

        return 0;
    }

    private static int Copy(ShellCall call, bool removes)
    {
        if (call.Arguments.Where(argument => !argument.StartsWith('-')).ToList() is not [var from, var to])
        {
            return call.Fail($"{call.Name}: missing file operand");
        }

        var (source, target) = (call.Session.PathOf(from), call.Session.PathOf(to));
        if (call.Session.Files.Bytes(source) is not { } content)
        {
            return call.Fail($"{call.Name}: cannot stat '{from}': No such file or directory");
        }

        var name = source[(source.LastIndexOf('/') + 1)..];
        var isFolder = to.EndsWith('/') || target.Length == 0 || call.Session.Files.Paths.Any(path => path.StartsWith(target + "/", StringComparison.Ordinal));
        call.Session.Files = (removes ? call.Session.Files.Without(source) : call.Session.Files).With(isFolder ? $"{target}/{name}".TrimStart('/') : target, content);
        return 0;
    }

    private static int Number(ShellCall call, int index, int absent) =>
        int.TryParse(call.Arguments.ElementAtOrDefault(index), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : absent;
}
