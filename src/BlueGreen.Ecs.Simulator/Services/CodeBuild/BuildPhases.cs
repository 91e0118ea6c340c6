namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>The phases of a build, in their order.</summary>
internal static class BuildPhases
{
    public const string Submitted = "SUBMITTED";
    public const string Queued = "QUEUED";
    public const string Provisioning = "PROVISIONING";
    public const string DownloadSource = "DOWNLOAD_SOURCE";
    public const string Install = "INSTALL";
    public const string PreBuild = "PRE_BUILD";
    public const string Build = "BUILD";
    public const string PostBuild = "POST_BUILD";
    public const string UploadArtifacts = "UPLOAD_ARTIFACTS";
    public const string Finalizing = "FINALIZING";
    public const string Completed = "COMPLETED";

    private static readonly string[] Order =
        [Submitted, Queued, Provisioning, DownloadSource, Install, PreBuild, Build, PostBuild, UploadArtifacts, Finalizing, Completed];

    /// <returns>
    /// What comes after a phase. After a failed BUILD the next phases are still run, so that their commands can clean up; a failure before it goes to the end.
    /// </returns>
    public static string After(string phase, bool hasFailed) =>
        hasFailed && phase is (Provisioning or DownloadSource or Install or PreBuild) ? Finalizing : Order[Array.IndexOf(Order, phase) + 1];
}
