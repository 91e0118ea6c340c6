using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Tests.Unit.Documents;

public sealed class BuildSpecDocumentTests
{
    private const string Whole = """
        version: 0.2
        run-as: builder
        env:
          shell: bash
          variables:
            EMPTY: ''
            FLAG: 'yes'
          parameter-store:
            USER: /dockerhub/user
          secrets-manager:
            TOKEN: dockerhub:token
          exported-variables:
            - IMAGE_URI
          git-credential-helper: yes
        proxy:
          upload-artifacts: no
          logs: yes
        batch:
          fast-fail: true
          build-list:
            - identifier: one
              buildspec: one.yml
              env:
                variables:
                  A: b
              ignore-failure: false
          build-graph:
            - identifier: two
              depend-on:
                - one
          build-matrix:
            static:
              ignore-failure: true
              env:
                type: ARM_CONTAINER
                privileged-mode: true
            dynamic:
              env:
                image:
                  - a
                  - b
                variables:
                  V:
                    - x
                    - z
        phases:
          install:
            runtime-versions:
              dotnet: '10.0'
          pre_build:
            run-as: root
            on-failure: CONTINUE
            commands:
              - |
                set -e
                make all
              - >-
                folded
            finally:
              - 'echo done: yes'
        reports:
          tests:
            files:
              - '**/*.trx'
            base-directory: out
            discard-paths: yes
            file-format: VISUALSTUDIOTRX
        artifacts:
          files:
            - '**/*'
          name: all
          discard-paths: no
          base-directory: out
          exclude-paths:
            - '**/*.pdb'
          enable-symlinks: yes
          s3-prefix: p
          secondary-artifacts:
            more:
              files:
                - a
              name: more
        cache:
          paths:
            - /root/.nuget/**/*

        """;

    [Fact]
    public void Parse_EverythingThereIs_IsTypedAndWrittenAsItStood()
    {
        var document = BuildSpecDocument.Read(Whole, "buildspec.yml");

        document.Notes.Should().BeEmpty();
        var spec = document.Content;
        spec.Environment!.GitCredentialHelper.Should().BeTrue();
        spec.Environment.Variables.Should().Equal(new NamedValue("EMPTY", string.Empty), new NamedValue("FLAG", "yes"));
        spec.Batch!.BuildMatrix!.Variables.Should().Equal(new BuildSpecMatrixVariable("V", ["x", "z"]));
        spec.Batch.BuildGraph[0].DependOn.Should().Equal("one");
        spec.Phases.PreBuild!.Commands.Should().Equal("set -e\nmake all\n", "folded");
        spec.Reports[0].Group.Should().Be("tests");
        spec.Artifacts!.SecondaryArtifacts[0].Id.Should().Be("more");
        BuildSpecDocument.ToYaml(spec).Should().Be(Whole.ReplaceLineEndings("\n").Replace(">-\n        folded", "folded", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_UnknownMembers_AreKeptAndNotedWithTheirPlaces()
    {
        var document = BuildSpecDocument.Read("""
            version: 0.2
            env:
              variable: { A: b }
            phases:
              build:
                command: [x]
                commands:
                  - make
              deploy:
                commands: []
            artifact: {}
            """, "b.yml");

        document.Notes.Should().OnlyContain(note => note.Code == "BG107" && note.Severity == FindingSeverity.Note);
        document.Notes.Select(note => note.Subject).Should().BeEquivalentTo("b.yml:3:13 env.variable", "b.yml:6:14 phases.build.command", "b.yml:10:5 phases.deploy", "b.yml:11:11 artifact");
        document.Notes[0].Fix.Should().Contain("misspelling");
        BuildSpecDocument.Parse(BuildSpecDocument.ToYaml(document.Content)).Should().Be(document.Content);
        DocumentChecks.Check(new() { BuildSpec = document }).Should().BeEquivalentTo(document.Notes);
    }

    [Theory]
    [InlineData("version: 0.3\nphases: {}", "b.yml:1:10 version", "*0.3*allowed is 0.2*")]
    [InlineData("phases: {}", "b.yml:1:1", "*\"version\" is missing*")]
    [InlineData("version: 0.2", "b.yml:1:1", "*\"phases\" is missing*")]
    [InlineData("version: 0.2\nphases: { build: { run-as: x } }", "b.yml:2:18 phases.build", "*\"commands\" is missing*")]
    [InlineData("version: 0.2\nphases: { build: { commands: make } }", "b.yml:2:30 phases.build.commands", "*make*allowed is a list*")]
    [InlineData("version: 0.2\nphases:\n  build:\n    commands:\n      - echo a: b", "b.yml:5:9 phases.build.commands[0]", "*object*colon*quotes*")]
    [InlineData("version: 0.2\nphases: {}\nproxy: { logs: maybe }", "b.yml:3:16 proxy.logs", "*maybe*allowed is yes or no*")]
    [InlineData("version: 0.2\nphases: {}\nenv: { variables: [a] }", "b.yml:3:19 env.variables", "*list*allowed are members with names*")]
    [InlineData("version: 0.2\nphases: {}\nenv: { variables: { A: [b] } }", "b.yml:3:24 env.variables.A", "*list*allowed is text*")]
    public void Parse_NoBuildSpec_SaysWhereAndWhatIsAllowed(string yaml, string place, string problem)
    {
        var exception = FluentActions.Invoking(() => BuildSpecDocument.Parse(yaml, "b.yml")).Should().Throw<DocumentException>().Which;

        exception.Message.Should().StartWith(place);
        exception.Problem.Should().Match(problem);
    }
}
