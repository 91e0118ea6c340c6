using BlueGreen.Ecs.Tests.Unit.Support;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Values;

public sealed class ResumeTokenTests
{
    [Fact]
    public void Parse_WhatToStringWrote_IsTheSame() =>
        Gen.Select(Samples.Name, Samples.Name, Gen.String[Gen.Char["abd-019:/|"], 1, 30]).Sample((engine, name, id) =>
        {
            var token = new ResumeToken(engine, $"web/{name}", id);
            ResumeToken.Parse(token.ToString()).Should().Be(token);
        });

    [Theory]
    [InlineData("")]
    [InlineData("d-ABC")]
    [InlineData("CodeDeploy|web/shop")]
    [InlineData("|web/shop|d-ABC")]
    [InlineData("CodeDeploy|shop|d-ABC")]
    [InlineData("CodeDeploy|web/shop|")]
    public void Parse_NoToken_NamesTheTextAndTheForm(string text) =>
        FluentActions.Invoking(() => ResumeToken.Parse(text)).Should().Throw<FormatException>()
            .WithMessage($"*'{text}'*engine|cluster/service|deployment id*");
}
