using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Building;

public sealed class DockerImageBuildTests
{
    private const string Registry = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";

    [Fact]
    public void Build_TheSeedsImage_IsItsBuildWithoutItsMistakes() =>
        BuildSpecDocument.ToYaml(BuildSpec.ForDockerImage("labo-terraform-admin").WithDockerHubSecrets("dockerhub:username", "dockerhub:token").Build()).Should().Be("""
            version: 0.2
            env:
              shell: bash
              secrets-manager:
                DOCKER_HUB_USER: dockerhub:username
                DOCKER_HUB_TOKEN: dockerhub:token
              exported-variables:
                - IMAGE_TAG
                - IMAGE_URI
            phases:
              pre_build:
                commands:
                  - ACCOUNT_ID="$(aws sts get-caller-identity --query Account --output text)"
                  - export REGISTRY="$ACCOUNT_ID.dkr.ecr.$AWS_DEFAULT_REGION.amazonaws.com"
                  - export REPOSITORY_URI="$REGISTRY/labo-terraform-admin"
                  - IMAGE_TAG="$(printf '%s' "${CODEBUILD_RESOLVED_SOURCE_VERSION:-}" | LC_ALL=C tr -cd 'A-Za-z0-9' | cut -c 1-12)"
                  - export IMAGE_TAG="${IMAGE_TAG:-build-${CODEBUILD_BUILD_NUMBER:-0}}"
                  - (set -o pipefail; aws ecr get-login-password --region "$AWS_DEFAULT_REGION" | docker login --username AWS --password-stdin "$REGISTRY")
                  - (set -o pipefail; printf '%s' "$DOCKER_HUB_TOKEN" | docker login --username "$DOCKER_HUB_USER" --password-stdin)
              build:
                commands:
                  - docker build --tag "$REPOSITORY_URI:$IMAGE_TAG" .
              post_build:
                commands:
                  - |
                    if [ "${CODEBUILD_BUILD_SUCCEEDING:-0}" != 1 ]; then
                      echo "The build failed: nothing is pushed." >&2
                      exit 1
                    fi
                  - docker push "$REPOSITORY_URI:$IMAGE_TAG"
                  - DIGEST_URI="$(docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' "$REPOSITORY_URI:$IMAGE_TAG" | grep -m 1 -F "$REPOSITORY_URI@" || true)"
                  - export IMAGE_URI="${DIGEST_URI:-$REPOSITORY_URI:$IMAGE_TAG}"
                  - printf '{"ImageURI":"%s"}' "$IMAGE_URI" > imageDetail.json
            artifacts:
              files:
                - imageDetail.json
                - taskdef.json
                - appspec.yaml

            """);

    [Fact]
    public void Build_Whole_BreaksNoRuleAndIsReadAsItWasWritten()
    {
        var spec = BuildSpec.ForDockerImage("labo-terraform-admin").WithDockerHubParameters("/dockerhub/user", "/dockerhub/token").WithDockerfile("my app/Dockerfile").WithArtifacts("extra/**/*").Build();
        var document = BuildSpecDocument.Read(BuildSpecDocument.ToYaml(spec));

        document.Content.Should().Be(spec);
        DocumentChecks.Check(new() { BuildSpec = document, AppSpec = AppSpecDocument.Open(Seed.AppSpec), TaskDefinition = TaskDefinitionDocument.Open(Seed.TaskDef) })
            .Where(finding => finding.Position!.Source == "buildspec").Should().BeEmpty();
    }

    [Fact]
    public void With_AnyCall_LeavesTheBuilderAsItWas()
    {
        var begun = BuildSpec.ForDockerImage("web");
        var before = begun.Build();

        begun.WithDockerHubSecrets("a", "b").WithContext("src").WithDockerfile("f").WithPlatform("linux/arm64").WithBuildArgument("A", "b").WithArtifacts("x").Build().Should().NotBe(before);

        begun.Build().Should().Be(before);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Web")]
    [InlineData("web:v1")]
    [InlineData("web; rm -rf /")]
    [InlineData("web$(id)")]
    [InlineData("web/")]
    [InlineData("w")]
    [InlineData("docker.io/library/web@sha256:ab")]
    [InlineData(Registry + "/web:v1")]
    public void ForDockerImage_NoRepository_IsRefused(string repository) =>
        FluentActions.Invoking(() => BuildSpec.ForDockerImage(repository)).Should().Throw<ArgumentException>().WithMessage("*names no ECR repository*without a tag*");

    [Fact]
    public async Task Run_AllGoesWell_PushesAndWritesTheDigest()
    {
        using var shell = new CodeBuildShell();
        shell.Variables["STUB_DIGESTS"] = $"docker.io/library/web@sha256:other\\n{Registry}/team/web-app@sha256:ab\\n";

        (await shell.RunAsync(BuildSpec.ForDockerImage("team/web-app").WithDockerHubSecrets("d:u", "d:t").Build())).Should().Be("SUCCEEDED");

        shell.Calls.Should().ContainSingle(call => call == "aws [ecr] [get-login-password] [--region] [eu-west-1]");
        shell.Calls.Where(call => !call.StartsWith("aws [ecr]", StringComparison.Ordinal)).Should().Equal(
            "aws [sts] [get-caller-identity] [--query] [Account] [--output] [text]",
            $"docker [login] [--username] [AWS] [--password-stdin] [{Registry}]",
            "stdin [password-of-ecr]",
            "docker [login] [--username] [value of DOCKER_HUB_USER] [--password-stdin]",
            "stdin [value of DOCKER_HUB_TOKEN]",
            $"docker [build] [--tag] [{Registry}/team/web-app:0123456789ab] [.]",
            $"docker [push] [{Registry}/team/web-app:0123456789ab]",
            $"docker [image] [inspect] [--format] [{{{{range .RepoDigests}}}}{{{{println .}}}}{{{{end}}}}] [{Registry}/team/web-app:0123456789ab]");
        ImageDetailDocument.Parse(shell.ImageDetail!).Image.Should().Be($"{Registry}/team/web-app@sha256:ab");
    }

    [Fact]
    public async Task Run_NoDigestIsKnown_WritesTheTag()
    {
        using var shell = new CodeBuildShell();

        (await shell.RunAsync(BuildSpec.ForDockerImage("web").Build())).Should().Be("SUCCEEDED");

        ImageDetailDocument.Parse(shell.ImageDetail!).Image.Should().Be($"{Registry}/web:0123456789ab");
    }

    [Theory]
    [InlineData("", "build-7")]
    [InlineData("-_.Ab1%$ x\"'`", "Ab1x")]
    [InlineData("arn:aws:s3:::bucket/key", "arnawss3buck")]
    public async Task Run_ASourceWithoutACommit_StillHasATag(string version, string tag)
    {
        using var shell = new CodeBuildShell();
        shell.Variables["CODEBUILD_RESOLVED_SOURCE_VERSION"] = version;

        (await shell.RunAsync(BuildSpec.ForDockerImage("web").Build())).Should().Be("SUCCEEDED");

        ImageDetailDocument.Parse(shell.ImageDetail!).Image.Should().Be($"{Registry}/web:{tag}");
    }

    [Theory]
    [InlineData("aws sts*", "PRE_BUILD")]
    [InlineData("aws ecr get-login-password*", "PRE_BUILD")]
    [InlineData("docker login*AWS*", "PRE_BUILD")]
    [InlineData("docker login*DOCKER_HUB_USER*", "PRE_BUILD")]
    [InlineData("docker build*", "BUILD")]
    [InlineData("docker push*", "POST_BUILD")]
    public async Task Run_ACommandFails_SoDoesTheBuild(string failing, string phase)
    {
        using var shell = new CodeBuildShell();
        shell.Variables["STUB_FAIL"] = failing;

        (await shell.RunAsync(BuildSpec.ForDockerImage("web").WithDockerHubSecrets("d:u", "d:t").Build())).Should().Be(phase);

        shell.ImageDetail.Should().BeNull();
        shell.Calls.Any(call => call.StartsWith("docker [push]", StringComparison.Ordinal)).Should().Be(phase == "POST_BUILD", "nothing is pushed after a failed build");
    }

    [Fact]
    public async Task Run_ARepositoryByItsUri_AsksNobodyForTheAccount()
    {
        using var shell = new CodeBuildShell();

        (await shell.RunAsync(BuildSpec.ForDockerImage("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/a/b_c.d-e").Build())).Should().Be("SUCCEEDED");

        shell.Calls.Should().NotContain(call => call.StartsWith("aws [sts]", StringComparison.Ordinal)).And.Contain("aws [ecr] [get-login-password] [--region] [cn-north-1]");
        ImageDetailDocument.Parse(shell.ImageDetail!).Image.Should().Be("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/a/b_c.d-e:0123456789ab");
    }

    [Fact]
    public async Task Run_OddNamesAndValues_ReachDockerAsTheyAre()
    {
        using var shell = new CodeBuildShell();
        var spec = BuildSpec.ForDockerImage("web").WithContext("my app").WithDockerfile("it's/Docker file").WithPlatform("linux/arm64").WithBuildArgument("A", "$HOME `id` \"x\" 'y' \\ ü").Build();

        (await shell.RunAsync(BuildSpecDocument.Parse(BuildSpecDocument.ToYaml(spec)))).Should().Be("SUCCEEDED");

        shell.Calls.Should().Contain($"docker [build] [--tag] [{Registry}/web:0123456789ab] [--file] [it's/Docker file] [--platform] [linux/arm64] [--build-arg] [A=$HOME `id` \"x\" 'y' \\ ü] [my app]");
    }
}
