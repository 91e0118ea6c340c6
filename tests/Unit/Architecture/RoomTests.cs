using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Architecture;

/// <summary>What each project may use.</summary>
public sealed class RoomTests
{
    private static readonly ArchUnitNET.Domain.Architecture All = new ArchLoader()
        .LoadAssemblies(typeof(Deployment).Assembly, typeof(TaskDefinitionDocument).Assembly, typeof(AwsSimulator).Assembly)
        .Build();

    // The base class library and what the compiler puts into an assembly.
    private static readonly string[] BaseLibrary = ["System", "Microsoft.CodeAnalysis", "Microsoft.Win32"];

    [Fact]
    public void Loader_SeesUsesOfOtherAssemblies() => Dependencies("BlueGreen.Ecs").Should().Contain("YamlDotNet.Core.Parser").And.Contain("Amazon.ECS.IAmazonECS");

    [Fact]
    public void Abstractions_Use_OnlyTheBaseLibrary() => UsedBy("BlueGreen.Ecs.Abstractions").Should().BeEmpty();

    [Fact]
    public void Library_Uses_OnlyWhatTheDesignAllows() => UsedBy(
        "BlueGreen.Ecs",
        "BlueGreen.Ecs",
        "Amazon",
        "YamlDotNet",
        "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Logging",
        "Microsoft.Extensions.Options").Should().BeEmpty();

    [Fact]
    public void Library_NeverUses_TheSimulator() =>
        Dependencies("BlueGreen.Ecs").Where(name => name.StartsWith("BlueGreen.Ecs.Simulator", StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void Simulator_Uses_OnlyWhatTheDesignAllows() => UsedBy(
        "BlueGreen.Ecs.Simulator",
        "BlueGreen.Ecs.Simulator",
        "Amazon.Runtime",
        "Amazon.Extensions.NETCore.Setup",
        "YamlDotNet",
        "Yarp",
        "Microsoft.AspNetCore",
        "Microsoft.Extensions",
        "Microsoft.Net.Http").Should().BeEmpty();

    [Theory]
    [InlineData("BlueGreen.Ecs.Abstractions", "")]
    [InlineData("BlueGreen.Ecs", "BlueGreen.Ecs.Abstractions")]
    [InlineData("BlueGreen.Ecs.Simulator", "")]
    public void Projects_Reference_OnlyTheRoomsBelow(string project, string allowed) =>
        Support.Repository.ReferencesOf(project).Where(name => name.StartsWith("BlueGreen.", StringComparison.Ordinal) && name != "BlueGreen.Ecs.AwsClients")
            .Should().Equal(allowed.Split(',', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Simulator_NeverReferences_OurClients() => Support.Repository.ReferencesOf("BlueGreen.Ecs.Simulator").Should().NotContain("BlueGreen.Ecs.AwsClients");

    [Fact]
    public void Nobody_Uses_AmbientTimeOrChance()
    {
        string[] banned = ["System.Random", "System.Diagnostics.Stopwatch", "System.Threading.Timer"];

        All.Types.SelectMany(type => type.Dependencies.Select(dependency => (type.FullName, Target: dependency.Target.FullName)))
            .Where(use => banned.Contains(use.Target, StringComparer.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void PublicTypes_OfTheLibrary_AreSealedOrAbstract() =>
        All.Classes.Where(type => type.Visibility == Visibility.Public && type.IsSealed != true && type.IsAbstract != true).Select(type => type.FullName).Should().BeEmpty();

    private static IEnumerable<string> UsedBy(string assembly, params string[] allowed) =>
        Dependencies(assembly).Where(name => !BaseLibrary.Concat(allowed.DefaultIfEmpty("BlueGreen.Ecs")).Any(prefix => IsUnder(name, prefix)));

    private static bool IsUnder(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && (name.Length == prefix.Length || name[prefix.Length] == '.');

    private static IEnumerable<string> Dependencies(string assembly) => All.Types
        .Where(type => type.Assembly.Name.Split(',')[0] == assembly)
        .SelectMany(type => type.Dependencies)
        .Where(dependency => dependency.Target is not GenericParameter)
        .Select(dependency => dependency.Target.FullName)
        .Where(name => name.Contains('.', StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);
}
