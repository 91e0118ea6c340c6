namespace BlueGreen.Ecs.Tests.Integration.Support;

/// <summary>The AWS CLI, where it is installed.</summary>
internal static class AwsCli
{
    public static async Task SkipUnlessInstalledAsync(CancellationToken cancellationToken)
    {
        var (code, _, error) = await AwsProcess.RunAsync("aws", ["--version"], endpoint: null, "us-east-1", cancellationToken);
        Assert.SkipUnless(code == 0, $"The AWS CLI is not installed: {error.Trim()}");
    }

    /// <summary>Runs a command; the test fails where it does.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(Uri endpoint, string region, CancellationToken cancellationToken, params string[] arguments)
    {
        var (code, output, error) = await AwsProcess.RunAsync("aws", arguments, endpoint, region, cancellationToken);
        code.Should().Be(0, "aws {0} should succeed: {1}{2}", string.Join(' ', arguments), output, error);
        return output;
    }
}
