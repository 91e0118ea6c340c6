using BlueGreen.Ecs.Documents.Secrets;

namespace BlueGreen.Ecs.Tests.Unit.Documents.Secrets;

/// <summary>What is a secret and what is none. Values are put together here, so that tools that look for secrets in sources pass over them.</summary>
public sealed class SecretDetectorTests
{
    private const string Hex32 = "0123456789abcdef0123456789abcdef";
    private const string Random40 = "x7Kp2QmZ9vRt4LbN8wYc3HsD6gFj1TaUe5XiO0Pq";
    private const string Uuid = "6f1ed002-ab5c-4b1c-8f3e-9d2c1a7b5e40";

    private static readonly string Letters36 = new('a', 36);

    public static TheoryData<string, string> Secrets => new()
    {
        // By name.
        { "PASSWORD", "hunter2" },
        { "DB_PASSWORD", "correct horse" },
        { "dbPassword", "hunter2" },
        { "DBPASSWORD", "hunter2" },
        { "POSTGRES_PASSWORD", "postgres" },
        { "MYSQL_ROOT_PASSWORD", "changeme" },
        { "PGPASSWORD", "p" + "g1" },
        { "SMTP_PASS", "mail4you" },
        { "SSH_PASSPHRASE", "open sesame" },
        { "DOCKER_TOKEN", Uuid },
        { "API_TOKEN", "abc-def" },
        { "AUTH_TOKEN", Hex32 },
        { "authToken", "t0k3n" },
        { "CSRF-TOKEN", "t0k3n" },
        { "API_KEY", "12345678" },
        { "apiKey", "k1" },
        { "APIKEY", "k-1" },
        { "X-Api-Key", "k-1" },
        { "stripe.api.key", "k-1" },
        { "AWS_SECRET_ACCESS_KEY", Random40 },
        { "SECRET_KEY", "django-insecure" },
        { "SECRET_KEY_BASE", Hex32 + Hex32 },
        { "CLIENT_SECRET", "s3cr3t" },
        { "clientSecret", "s3cr3t" },
        { "JWT_SECRET", "not so secret" },
        { "SESSION_SECRET", "keyboard cat" },
        { "PRIVATE_KEY", "0x" + Hex32 },
        { "ENCRYPTION_KEY", "0123456789" },
        { "APP_KEY", "base64:abcd" },
        { "LICENSE_KEY", "AAAA-BBBB-CCCC" },
        { "ACCOUNT_KEY", "Zm9v" },
        { "GIT_CREDENTIALS", "me:pw" },
        { "AUTHORIZATION", "Bearer abcdef" },
    };

    public static TheoryData<string, string> SecretsByShape => new()
    {
        // By shape, whatever the name.
        { "A", "AKIA" + "IOSFODNN7EXAMPLE" },
        { "AWS_ACCESS_KEY_ID", "ASIA" + "IOSFODNN7EXAMPLE" },
        { "A", "ghp_" + Letters36 },
        { "A", "github_pat_" + Letters36 },
        { "A", "glpat-" + Letters36 },
        { "A", "xoxb-" + "1234567890-" + Letters36 },
        { "A", "https://hooks.slack.com/services/T" + "0000/B0000/" + Letters36 },
        { "A", "sk_live_" + Letters36 },
        { "A", "whsec_" + Letters36 },
        { "A", "AIza" + Letters36 },
        { "A", "npm_" + Letters36 },
        { "A", "dckr_pat_" + Letters36 },
        { "A", "SG." + Letters36 + "." + Letters36 },
        { "A", "sk-proj-" + Letters36 },
        { "A", "sk-ant-" + Letters36 },
        { "A", "hf_" + Letters36 },
        { "A", "hvs." + Letters36 },
        { "A", "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxIn0." + Letters36 },
        { "A", "-----BEGIN " + "RSA PRIVATE KEY-----\nMIIE" },
        { "A", "-----BEGIN " + "PRIVATE KEY-----" },
        { "DATABASE_URL", "postgres://app:" + "hunter2@db:5432/shop" },
        { "REDIS_URL", "redis://:" + "hunter2@cache:6379" },
        { "AMQP", "amqps://u:" + "p4ss@mq/v" },
        { "A", "see ghp_" + Letters36 + " for more" },
    };

    public static TheoryData<string, string> SecretsInside => new()
    {
        // A name inside the value.
        { "CONNECTION_STRING", "Server=db;Database=shop;User Id=app;" + "Password=hunter2;" },
        { "ConnectionStrings__Default", "Host=db;Username=app;" + "Pwd=hunter2" },
        { "STORAGE", "DefaultEndpointsProtocol=https;AccountName=a;" + "AccountKey=" + Random40 },
        { "BUS", "Endpoint=sb://x/;SharedAccessKeyName=n;" + "SharedAccessKey=" + Random40 },
        { "JAVA_OPTS", "-Xmx1g -Ddb.password=" + "hunter2" },
        { "SETTINGS", """{"user":"app","password":"hunter2"}""" },
        { "SETTINGS", """{\"apiKey\": \"k-12345\"}""" },
        { "HEADERS", "X-Api-Token: abcdef" },
        { "HEADERS", "Authorization: Bearer abcdef" },
        { "CALLBACK", "https://example.com/hook?token=" + "abcdef" },
        { "ARGS", "--user app --password hunter2" },

        // Random.
        { "A", Random40 },
        { "SEED", Random40 + "==" },
        { "EXTRA", "KEY=" + Random40 },
    };

    public static TheoryData<string, string> Harmless => new()
    {
        // Names that only speak of secrets.
        { "SECRET_NAME", "prod/db" },
        { "SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf" },
        { "DB_PASSWORD_ARN", "x-y-z-1" },
        { "PASSWORD_FILE", "/run/secrets/db" },
        { "POSTGRES_PASSWORD_FILE", "db.txt" },
        { "TOKEN_URL", "https://auth.example.com/oauth/token" },
        { "TOKEN_ENDPOINT", "auth.example.com" },
        { "KEY_ID", "1234abcd-12ab-34cd-56ef-1234567890ab" },
        { "KMS_KEY_ID", "alias/web" },
        { "API_KEY_HEADER", "X-Api-Key" },
        { "TOKEN_TTL", "86400000" },
        { "TOKEN_EXPIRES_IN", "3600000" },
        { "PASSWORD_POLICY", "strong-and-long" },
        { "PASSWORD_MIN_LENGTH", "12" },
        { "SECRETS_DIR", "my-secrets" },
        { "SECRETS_MANAGER_REGION", "eu-west-1" },
        { "MAX_TOKENS", "4096000" },
        { "TOKENIZER", "cl100k" },
        { "PUBLIC_KEY", "ssh-ed25519 AAAA" },
        { "STRIPE_PUBLISHABLE_KEY", "pk_live_abcdef" },
        { "PARTITION_KEY", "customer" },
        { "CACHE_KEY", "v2" },
        { "KEYBOARD", "qwerty" },
        { "BYPASS", "static" },
        { "COMPASS", "north" },
        { "JWT_ALGORITHM", "HS256-or-so" },
    };

    public static TheoryData<string, string> HarmlessUnderASecretsName => new()
    {
        // Secrets' names with values that are none.
        { "API_KEY", "" },
        { "API_TOKEN", "${API_TOKEN}" },
        { "API_TOKEN", "$API_TOKEN" },
        { "API_TOKEN", "<API_TOKEN>" },
        { "API_TOKEN", "{{resolve:secretsmanager:prod/api}}" },
        { "USE_TOKEN", "true" },
        { "SESSION_TOKEN", "3600" },
        { "PASSWORD", "********" },
        { "DB_PASSWORD", "arn:aws:ssm:eu-west-1:123456789012:parameter/db" },
        { "CREDENTIALS", "/etc/app/credentials" },
        { "GOOGLE_APPLICATION_CREDENTIALS", "/secrets/google.json" },
        { "PWD", "/app" },
        { "SECRET", "https://vault.example.com/v1/web" },
    };

    public static TheoryData<string, string> Ordinary => new()
    {
        // Ordinary values.
        { "NODE_ENV", "production" },
        { "PORT", "5000" },
        { "DEBUG", "false" },
        { "RATIO", "0.25" },
        { "VERSION", "1.2.3-rc.1+build.45" },
        { "ROLE", "arn:aws:iam::123456789012:role/ecsTaskExecutionRole" },
        { "QUEUE", "https://sqs.eu-west-1.amazonaws.com/123456789012/orders" },
        { "IMAGE", "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/labo-terraform-admin:v2" },
        { "IMAGE", "web@sha256:" + Hex32 + Hex32 },
        { "DIGEST", "sha256:" + Hex32 + Hex32 },
        { "INTEGRITY", "sha384-" + Random40 },
        { "GIT_SHA", "8843d7f92416211de9ebb963ff4ce28125932878" },
        { "REQUEST", Uuid },
        { "SUBNET", "subnet-0a1b2c3d4e5f67890" },
        { "SECURITY_GROUPS", "sg-0a1b2c3d4e5f67890,sg-0123456789abcdef0" },
        { "USER_POOL", "eu-west-1_AbC123dEf" },
        { "CLIENT_ID", "7k2mq9vrt4lbn8wyc3hsd6gfj1" },
        { "DRIVE_FOLDER_ID", Random40 },
        { "CONTENT_HASH", Random40 },
        { "DISTRIBUTION", "E2QWRUHAPOMQZL" },
        { "BUCKET", "my-company-prod-assets-eu-west-1" },
        { "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" },
        { "JAVA_OPTS", "-Xms512m -Xmx1024m -XX:+UseG1GC -Dfile.encoding=UTF-8" },
        { "DATABASE_URL", "postgres://db.internal:5432/shop" },
        { "DATABASE_URL", "postgres://app@db.internal:5432/shop" },
        { "DATABASE_URL", "postgres://app:${DB_PASSWORD}@db:5432/shop" },
        { "CONNECTION_STRING", "Server=db;Database=shop;Integrated Security=true" },
        { "CONNECTION_STRING", "Server=db;Password=$PASSWORD" },
        { "HANDLER", "MyCompany.Orders.Application.Handlers.OrderCreatedEventHandler2" },
        { "CLASS", "MyVeryLongCamelCaseIdentifierThatGoesOnForever2" },
        { "FLAGS", "new-checkout=on,token-refresh=off,password-reset=true" },
        { "TIME", "2026-11-23T07:30:25.1234567+00:00" },
        { "LOCALE", "en-US,en;q=0.9,de;q=0.8" },
        { "REGEX", "^[A-Za-z0-9]{24,40}$" },
        { "CERTIFICATE", "-----BEGIN CERTIFICATE-----\nMIIB" },
        { "CONFIG_B64", "eyJ1c2VyIjoiYXBwIiwibW9kZSI6IkZhc3QifQ==" },
        { "TABLE", "Orders_2026_Partition_Europe_West_1_Archive" },
        { "SERVICE", "task-definition-production-cluster-service-1" },
        { "VALUE_FROM", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf:password::" },
        { "COMMAND", "if [ \"$token\" == \"x\" ]; then echo no token; fi" },
        { "COMMAND", "docker login --username AWS --password-stdin registry" },
        { "COMMAND", "export TOKEN=$(aws ecr get-login-password)" },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    [MemberData(nameof(SecretsByShape))]
    [MemberData(nameof(SecretsInside))]
    public void Find_ASecret_IsFoundAndItsValueIsNotTold(string name, string value)
    {
        var sign = SecretDetector.Find(name, value);

        sign.Should().NotBeNull();
        sign!.Reason.Should().NotContain(value);
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    [MemberData(nameof(HarmlessUnderASecretsName))]
    [MemberData(nameof(Ordinary))]
    public void Find_AnOrdinaryValue_IsNone(string name, string value) => SecretDetector.Find(name, value).Should().BeNull();

    [Theory]
    [InlineData("DOCKER_TOKEN", Uuid, SecretSignKind.Name, "its name says so, and the value is a UUID, which names nothing else")]
    [InlineData("SEED", Random40, SecretSignKind.Entropy, "it is random: 40 characters with *.* bits each")]
    [InlineData("DATABASE_URL", "postgres://app:hunter2@db/shop", SecretSignKind.Shape, "it has the shape of a URL with a password")]
    [InlineData("OPTIONS", "Server=db;Password=hunter2", SecretSignKind.Name, "it gives a value to \"Password\", whose name says so")]
    public void Find_ASecret_SaysWhy(string name, string value, object kind, string reason)
    {
        var sign = SecretDetector.Find(name, value)!;

        sign.Kind.Should().Be((SecretSignKind)kind);
        sign.Reason.Should().Match(reason);
    }

    [Fact]
    public void FindInWords_TheWordAfterAnOption_IsTheSecret() => SecretDetector
        .FindInWords(["run", "--password", "hunter2", "--token", "--verbose", "--api-key=k-12345", "--secret", "$SECRET", "--token-url", "https://a"])
        .Select(found => found.Index).Should().Equal(2, 5);

    [Fact]
    public void Find_LongText_TakesTimeInProportion()
    {
        string[] texts = [.. new[] { " ", "=", "\"", "://a@", "eyJ.eyJ-", "sk-", "a=b:c --password -x ", "aB3" + "=" }.Select(part => string.Concat(Enumerable.Repeat(part, 100_000)))];

        texts.Should().OnlyContain(text => SecretDetector.Find("TEXT", text) == null);
    }
}
