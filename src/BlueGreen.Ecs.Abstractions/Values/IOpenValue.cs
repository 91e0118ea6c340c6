namespace BlueGreen.Ecs;

/// <summary>A value out of a list that AWS may lengthen: the known ones have names, an unknown one is kept as it is. Two are equal when their texts are, capitals included.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IOpenValue<TSelf>
    where TSelf : struct, IOpenValue<TSelf>
{
    /// <summary>The value as AWS writes it.</summary>
    string Value { get; }

    /// <summary>The value of that text, known or not.</summary>
    /// <param name="value">The value as AWS writes it.</param>
    static abstract TSelf FromString(string value);
}
