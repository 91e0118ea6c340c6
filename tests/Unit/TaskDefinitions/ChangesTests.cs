namespace BlueGreen.Ecs.Tests.Unit.TaskDefinitions;

public sealed class ChangesTests
{
    private static readonly TaskDefinition Web = new()
    {
        Family = "shop",
        ContainerDefinitions =
        [
            new() { Name = "web", Image = "web:v1", Environment = [new("A", "0"), new("C", "2")], Secrets = [new("S", "arn:s")] },
            new() { Name = "log", Image = "log:v1" },
        ],
    };

    [Fact]
    public void WithContainer_Changed_ChangesThatOneInItsPlace()
    {
        var changed = Web.WithContainer("web", c => c.WithImage("web:v2").WithEnvironment("A", "1").WithSecret("B", "arn:b").WithoutEnvironment("C").WithoutSecret("S"));

        changed.Should().Be(Web with
        {
            ContainerDefinitions = [new() { Name = "web", Image = "web:v2", Environment = [new("A", "1")], Secrets = [new("B", "arn:b")] }, Web.ContainerDefinitions[1]],
        });
        Web.ContainerDefinitions[0].Image.Should().Be("web:v1");
    }

    [Fact]
    public void WithContainer_Unknown_NamesThoseThatAreThere()
    {
        FluentActions.Invoking(() => Web.WithContainer("api", c => c)).Should().Throw<ArgumentException>()
            .WithMessage("The task definition \"shop\" has no container \"api\". Its containers: \"web\", \"log\".*").And.ParamName.Should().Be("name");
        FluentActions.Invoking(() => Web.WithoutContainer("Web")).Should().Throw<ArgumentException>().WithMessage("*no container \"Web\"*");
        FluentActions.Invoking(() => new TaskDefinition { Family = "shop" }.WithoutContainer("web")).Should().Throw<ArgumentException>().WithMessage("*Its containers: none.*");
    }

    [Fact]
    public void WithContainer_AsAValue_IsAddedOrReplaced()
    {
        Web.WithContainer(new ContainerDefinition { Name = "api" }).ContainerDefinitions.Select(c => c.Name).Should().Equal("web", "log", "api");
        Web.WithContainer(new ContainerDefinition { Name = "web", Image = "web:v3" }).ContainerDefinitions.Select(c => c.Image).Should().Equal("web:v3", "log:v1");
        Web.WithoutContainer("web").ContainerDefinitions.Select(c => c.Name).Should().Equal("log");
    }

    [Fact]
    public void WithEnvironment_NameOfASecret_TakesItsPlaceAndBack()
    {
        var web = Web.ContainerDefinitions[0];

        var plain = web.WithEnvironment("S", "plain");
        (plain.Environment.Count, plain.Secrets.Count).Should().Be((3, 0));
        var secret = plain.WithSecret("S", "arn:s2");
        (secret.Environment.Count, secret.Secrets.Should().ContainSingle().Which.ValueFrom).Should().Be((2, "arn:s2"));
    }

    [Fact]
    public void WithEnvironment_NameThatStandsTwice_StandsOnceAfterwards() =>
        new ContainerDefinition { Name = "web", Environment = [new("A", "1"), new("B", "2"), new("A", "3")] }.WithEnvironment("A", "4")
            .Environment.Should().Equal(new NamedValue("A", "4"), new NamedValue("B", "2"));

    [Fact]
    public void WithTag_OfThatKey_GetsTheOtherValue() =>
        Web.WithTag("team", "a").WithTag("stage", "live").WithTag("team", "b").Tags.Should().Equal(new Tag("team", "b"), new Tag("stage", "live"));
}
