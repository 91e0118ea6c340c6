using System.Globalization;

namespace BlueGreen.Ecs.Tests.Integration.Samples;

/// <summary>The walk-through of the project's beginning, as a program.</summary>
public sealed class PipelineSetupTests
{
    [Fact]
    public async Task Run_TakesTheTenSteps_FromAnEmptyAccountToVersion2()
    {
        await using var program = SampleProgram.PipelineSetup();

        var exitCode = await program.EndAsync(TestContext.Current.CancellationToken);

        exitCode.Should().Be(0, "it printed {0}", program.Errors);
        program.Output.Select(line => line.Split(". ")[0]).Where(start => start.Length is 1 or 2).Should().Equal(Enumerable.Range(1, 10).Select(step => step.ToString(CultureInfo.InvariantCulture)));
        program.Output.Should().ContainMatch("    page v1 at *: <h1>Version 1</h1>").And.ContainMatch("    page v2 at *: <h1>Version 2</h1>");
        program.Output.Should().ContainMatch("    * Deploy/Deploy *production traffic: blue 90 %, green 10 %");
        program.Output[^1].Should().Match("requests: *, failed: 0, v1: *, v2: *");
    }
}
