namespace BlueGreen.Ecs;

/// <summary>Writes the files of an imported service.</summary>
public static class ImportedEnvironmentExtensions
{
    internal const string TaskDefinitionFile = "taskdef.json";
    internal const string AppSpecFile = "appspec.yaml";
    internal const string SettingsFile = "bluegreen.json";

    extension(ImportedEnvironment imported)
    {
        /// <summary>Writes <c>taskdef.json</c>, <c>appspec.yaml</c> and <c>bluegreen.json</c>, in UTF-8.</summary>
        /// <param name="directory">Where; it is made when it is missing.</param>
        /// <param name="overwrite">Whether files that are there are replaced. Default: no.</param>
        /// <param name="cancellationToken">Gives up; what is written stays.</param>
        /// <returns>The paths of the files.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="directory"/> is <see langword="null"/>.</exception>
        /// <exception cref="IOException">One of the files is there already, and nothing has been written; or the directory cannot be written to.</exception>
        public async Task<IReadOnlyList<string>> WriteToAsync(string directory, bool overwrite = false, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(directory);
            (string Path, string Text)[] files =
            [
                (Path.Combine(directory, TaskDefinitionFile), imported.TaskDefinitionJson),
                (Path.Combine(directory, AppSpecFile), imported.AppSpecYaml),
                (Path.Combine(directory, SettingsFile), imported.Settings),
            ];
            if (!overwrite && files.Where(file => File.Exists(file.Path)).Select(file => file.Path).ToList() is { Count: > 0 } there)
            {
                throw new IOException($"{string.Join(", ", there)} would be replaced. Name another directory, or say that they are to be overwritten.");
            }

            Directory.CreateDirectory(directory);
            foreach (var (path, text) in files)
            {
                // Who makes the file meanwhile is not overwritten either.
                var stream = new FileStream(path, overwrite ? FileMode.Create : FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 4096, useAsync: true);
                await using (stream.ConfigureAwait(false))
                {
                    await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
                }
            }

            return [.. files.Select(file => file.Path)];
        }
    }
}
