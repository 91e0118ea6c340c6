namespace BlueGreen.Ecs.Tests.Unit.Values;

public sealed class EquatableArrayTests
{
    [Fact]
    public void Equals_EqualItemsInOrder_AreEqualWithEqualHash()
    {
        EquatableArray<string> left = ["a", "b"];
        var right = new List<string> { "a", "b" }.ToEquatableArray();

        (left == right).Should().BeTrue();
        (left != right).Should().BeFalse();
        left.GetHashCode().Should().Be(right.GetHashCode());
        left.Equals((object)right).Should().BeTrue();
    }

    [Fact]
    public void Equals_OtherOrder_Differs()
    {
        EquatableArray<string> left = ["a", "b"];
        EquatableArray<string> right = ["b", "a"];

        (left == right).Should().BeFalse();
    }

    [Fact]
    public void Default_Behaves_AsEmpty()
    {
        EquatableArray<int> none = default;
        EquatableArray<int> empty = [];

        none.Count.Should().Be(0);
        none.Should().BeEmpty();
        none.Equals(empty).Should().BeTrue();
        none.GetHashCode().Should().Be(empty.GetHashCode());
        none.ToString().Should().Be("[]");
    }

    [Fact]
    public void Source_ChangedLater_LeavesTheListAsItWas()
    {
        var source = new List<int> { 1 };
        var list = source.ToEquatableArray();

        source.Add(2);

        list.Should().Equal(1);
    }

    [Fact]
    public void Record_HoldingLists_ComparesByValue()
    {
        var one = new AppSpec { ContainerName = "web", ContainerPort = 80, Hooks = [new(HookEvent.AfterInstall, "check")] };
        var other = new AppSpec { ContainerName = "web", ContainerPort = 80, Hooks = [new(HookEvent.AfterInstall, "check")] };

        one.Should().Be(other);
        one.Should().NotBe(other with { Hooks = [] });
    }

    [Fact]
    public void Indexer_NoSuchPlace_Throws()
    {
        EquatableArray<int> list = [1];

        list.Invoking(l => l[1]).Should().Throw<IndexOutOfRangeException>();
    }
}
