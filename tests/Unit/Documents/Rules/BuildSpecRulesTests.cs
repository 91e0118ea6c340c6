using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class BuildSpecRulesTests
{
    private static readonly BuildSpec Good = BuildSpec.ForDockerImage("web").WithDockerHubSecrets("d:u", "d:t").Build();

    [Fact]
    public void Check_TheSeedsBuild_FindsExactlyWhatIsWrongWithIt()
    {
        var findings = DocumentChecks.Check(new() { BuildSpec = BuildSpecDocument.Open(Seed.BuildSpec), AppSpec = AppSpecDocument.Open(Seed.AppSpec), TaskDefinition = TaskDefinitionDocument.Open(Seed.TaskDef) })
            .Where(finding => finding.Position!.Source == "buildspec.yml" && string.CompareOrdinal(finding.Code, "BG800") < 0);

        findings.Select(finding => (finding.Code, finding.Subject)).Should().Equal(("BG155", "buildspec.yml:28:9 phases.post_build.commands[4]"));
    }

    [Fact]
    public void Check_ABuildOfThisLibrary_FindsNothing() => Check(Good).Should().BeEmpty();

    [Theory]
    [InlineData("DOCKER·USER", "x", "'·' U+00B7 (middle dot) at place 7 of 11")]
    [InlineData("DOCKER USER", "x", "U+0020 (space) at place 7")]
    [InlineData("2ND", "x", "'2' U+0032 at place 1")]
    [InlineData("USER", " x", "U+0020 (space) at place 1 of 2")]
    [InlineData("USER", "x\u00A0", "U+00A0 (no-break space) at place 2 of 2")]
    [InlineData("USER", "a·b", "'·' U+00B7 (middle dot) at place 2 of 3")]
    [InlineData("USER", "a\u200Bb", "U+200B (zero-width space) at place 2 of 3")]
    [InlineData("USER", "a–b", "U+2013 (dash)")]
    [InlineData("USER", "ａ", "U+FF41 (full-width character)")]
    public void Check_AStrayCharacter_IsFoundAndTheValueIsNotShown(string name, string value, string found)
    {
        var finding = Check(Good with { Environment = Good.Environment! with { Variables = [new(name, value)] } }).Should().ContainSingle().Which;

        finding.Code.Should().Be("BG150");
        finding.Message.Should().Contain(found);
        finding.ToString().Should().NotContain(value.Length > 1 ? value : "\0");
    }

    [Theory]
    [InlineData("プロジェクト・名")]
    [InlineData("It’s ready – café")]
    [InlineData("a b c")]
    [InlineData("line\nline")]
    [InlineData("👩‍💻")]
    [InlineData("")]
    public void Check_AValueInItsLanguage_IsLeftAlone(string value) =>
        Check(Good with { Environment = Good.Environment! with { Variables = [new("TEXT", value)] } }).Should().BeEmpty();

    [Fact]
    public void Check_EnvironmentMistakes_AreFoundWhereTheyStand()
    {
        var document = BuildSpecDocument.Read("""
            version: 0.1
            env:
              variables:
                CODEBUILD_SRC_DIR: x
              parameter-store:
                TOKEN: "/a "
              exported-variables: [AWS_REGION, TOKEN, IMAGE, A-B]
            phases: {}
            """, "b.yml");

        DocumentChecks.Check(new() { BuildSpec = document }).Select(finding => (finding.Code, finding.Subject)).Should().Equal(
            ("BG150", "b.yml:6:12 env.parameter-store.TOKEN"),
            ("BG150", "b.yml:7:50 env.exported-variables[3]"),
            ("BG151", "b.yml:4:24 env.variables.CODEBUILD_SRC_DIR"),
            ("BG152", "b.yml:1:10 version"),
            ("BG156", "b.yml:7:24 env.exported-variables[0]"),
            ("BG156", "b.yml:7:36 env.exported-variables[1]"));
    }

    [Theory]
    [InlineData("taskdef.json,appspec.yaml", "*no artifact takes it along*")]
    [InlineData("imageDetail.json,taskdef.json", "*no appspec.yaml*")]
    [InlineData("image*.json,deploy/appspec.yml", "*no taskdef.json*")]
    public void Check_AnArtifactThatLacksAFile_IsFound(string files, string message) =>
        Check(Good with { Artifacts = new() { Files = files.Split(',').ToEquatableArray() } }).Should().ContainSingle(finding => finding.Code == "BG153").Which.Message.Should().Match(message);

    [Theory]
    [InlineData("**/*")]
    [InlineData("imageDetail.json")]
    [InlineData("out/*.json,appspec.yaml")]
    [InlineData("imageDetail.json,taskdef-prod.json,appspec-prod.yaml")]
    public void Check_AnArtifactThatHasWhatIsWanted_IsLeftAlone(string files) => Check(Good with { Artifacts = new() { Files = files.Split(',').ToEquatableArray() } }).Should().BeEmpty();

    [Fact]
    public void Check_APushThatNobodyHearsOf_IsFound() =>
        Check(Good with { Phases = Good.Phases with { PostBuild = new() { Commands = ["docker push web:1"] } }, Artifacts = new() { Files = ["taskdef.json", "appspec.yaml"] } })
            .Should().ContainSingle(finding => finding.Code == "BG153").Which.Message.Should().Contain("no imageDetail.json");

    [Theory]
    [InlineData("make; docker build .")]
    [InlineData("docker buildx build --push .")]
    [InlineData("aws ecr get-login-password | docker login -u AWS --password-stdin x && docker build .")]
    public void Check_ABuildWithoutALogin_IsNoted(string command)
    {
        var finding = Check(Commands(command)).Should().ContainSingle().Which;

        (finding.Code, finding.Severity, finding.Position!.Path).Should().Be(("BG154", FindingSeverity.Note, "phases.build.commands[0]"));
    }

    [Theory]
    [InlineData("docker login -u me --password-stdin && docker build .")]
    [InlineData("echo docker images")]
    [InlineData("printf '{\"ImageURI\":\"%s\"}' \"$A:$B\" > out/imageDetail.json")]
    [InlineData("printf '{\"ImageURI\":\"x\"}' > $CODEBUILD_SRC_DIR/imageDetail.json")]
    [InlineData("echo $A; echo '{\"ImageURI\":\"'\"$A\"'\"}' > imageDetail.json")]
    [InlineData("echo '$A' > imageDetail.json")]
    [InlineData("cat > imageDetail.json <<EOF\n{\"ImageURI\":\"$A\"}\nEOF")]
    public void Check_AGoodCommand_IsLeftAlone(string command) => Check(Commands(command) with { Artifacts = new() { Files = ["**/*"] } }).Should().BeEmpty();

    [Theory]
    [InlineData("printf '{\"ImageURI\":\"%s\"}' $A:${B} > imageDetail.json", "$A, $B stand")]
    [InlineData("make && echo {\\\"ImageURI\\\":\\\"$A\\\"} | tee imageDetail.json", "$A stands")]
    public void Check_UnquotedVariables_AreNoted(string command, string message)
    {
        var finding = Check(Commands(command) with { Artifacts = new() { Files = ["**/*"] } }).Should().ContainSingle().Which;

        finding.Code.Should().Be("BG155");
        finding.Message.Should().StartWith(message);
    }

    private static BuildSpec Commands(string command) => new() { Phases = new() { Build = new() { Commands = [command] } } };

    private static EquatableArray<Finding> Check(BuildSpec spec) => DocumentChecks.Check(new() { BuildSpec = BuildSpecDocument.Read(BuildSpecDocument.ToYaml(spec)) });
}
