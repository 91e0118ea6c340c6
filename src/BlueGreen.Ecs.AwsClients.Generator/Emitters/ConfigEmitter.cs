using BlueGreen.Ecs.AwsClients.Generator.Model;

namespace BlueGreen.Ecs.AwsClients.Generator.Emitters;

/// <summary>Emits the client's configuration, with the hosts of the service.</summary>
internal static class ConfigEmitter
{
    public static void Emit(CodeWriter code, ServiceModel model)
    {
        var config = model.Client + "Config";
        code.Line($"namespace {model.RootNamespace};");
        code.Line();
        code.Summary($"The configuration of a client of {model.ServiceId}.");
        code.Block($"public class {config} : ClientConfig", () =>
        {
            code.Line($"private static readonly string s_userAgent = ClientUserAgent.Of(\"{model.ServiceId}\");");
            code.Line();
            EmitEndpoints(code, model);
            code.Line();
            code.Summary("A configuration with the defaults of the environment.");
            code.Block($"public {config}() : base(DefaultModes.Provider)", () =>
            {
                code.Line($"base.ServiceId = \"{model.ServiceId}\";");
                code.Line($"base.AuthenticationServiceName = \"{model["signing"]}\";");
                code.Line("base.EndpointProvider = s_endpoints;");
            });
            code.Line();
            code.Summary("The name of the service in shared configuration and telemetry.");
            code.Line($"public new static string ServiceId => \"{model.ServiceId}\";");
            Override("string RegionEndpointServiceName", $"\"{model["endpoint"]}\"");
            Override("string ServiceVersion", $"\"{model["version"]}\"");
            Override("string UserAgent", "s_userAgent");
            Override(
                "Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint("
                    + "Amazon.Runtime.Endpoints.ServiceOperationEndpointParameters parameters)",
                "EndpointResolution.Resolve(this, parameters)");
        });

        void Override(string member, string value)
        {
            code.Line();
            code.Inherited();
            code.Line($"public override {member} => {value};");
        }
    }

    private static void EmitEndpoints(CodeWriter code, ServiceModel model)
    {
        code.Line($"private static readonly EndpointRules s_endpoints = new(\"{model["endpoint"]}\",");
        code.Line("[");
        foreach (var rule in model.Endpoints)
        {
            foreach (var partition in rule.Partitions)
            {
                code.Line($"    new(\"{partition}\", {Bool(rule.IsFips)}, {Bool(rule.IsDualStack)}, \"{rule.Host}\", \"{rule.SigningRegion}\"),");
            }
        }

        code.Line("]);");
    }

    private static string Bool(bool value) => value ? "true" : "false";
}
