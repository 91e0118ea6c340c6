"""Trims botocore's service models to the facts that the client generator and the simulator need.

    python3 models/trim.py models/operations.txt

writes one <service>.awsmodel per service next to the list it is given. A service whose line names no client is for the
simulator alone: its model has no hosts and no pages. The format is described in README.md.
Needs Python 3.9 or newer with botocore; botocore's models are Apache-2.0, see NOTICE. No documentation text is taken.
"""

import collections
import pathlib
import sys
from dataclasses import dataclass, field

import botocore
from botocore.endpoint_provider import EndpointProvider
from botocore.exceptions import EndpointProviderError, UnknownServiceError
from botocore.loaders import Loader

LOADER = Loader()
PARTITIONS = LOADER.load_data("partitions")["partitions"]
VARIANTS = {
    "plain": (False, False),
    "fips": (True, False),
    "dualstack": (False, True),
    "fips+dualstack": (True, True),
}
SCALARS = {
    "string": "string",
    "integer": "int",
    "long": "long",
    "boolean": "bool",
    "double": "double",
    "float": "float",
    "timestamp": "time",
    "blob": "blob",
}
LOCATIONS = {
    "uri": "uri",
    "querystring": "query",
    "header": "header",
    "headers": "headers",
    "statusCode": "status",
}


@dataclass
class Service:
    """One entry of the list: what to take, and the .NET names that a model does not hold."""

    name: str
    namespace: str
    client: str  # empty where there is none
    renames: dict
    omitted: set  # "Shape.member": what the clients could not read, and nobody asks for
    operations: list = field(default_factory=list)


def read_list(path):
    """Reads a list of services and operations."""
    services = []
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.split("#")[0].split()
        if not words:
            continue
        if line[0] == " ":
            services[-1].operations += words
        else:
            options = words[3:]
            renames = dict(word.split("=") for word in options if "=" in word)
            omitted = {word for word in options if "." in word}
            services.append(Service(words[0], words[1], words[2] if len(words) > 2 else "", renames, omitted))
    return services


def upper(name):
    return name[0].upper() + name[1:]


class Trimmer:
    """Writes the model of one service."""

    def __init__(self, service):
        self.service = service
        self.model = LOADER.load_service_model(service.name, "service-2")
        self.metadata = self.model["metadata"]
        self.shapes = self.model["shapes"]
        known = ("query", "rest-json") if service.client else ("query", "ec2", "rest-json", "rest-xml")
        self.protocol = self.metadata["protocol"] if self.metadata["protocol"] in known else "json"
        self.is_rest = self.protocol.startswith("rest")
        self.structures = {}
        self.enums = {}
        self.lines = []

    def trim(self):
        names = self.service.operations
        operations = {
            name: self.model["operations"][name]
            for name in (self.model["operations"] if names == ["*"] else names)
        }
        self.write_service()
        if self.service.client:
            self.write_endpoints()
        self.write_operations(operations)
        if self.service.client:
            self.write_pages(operations)
        self.write_errors(operations)
        self.write_shapes()
        return "\n".join(self.lines) + "\n"

    def write_service(self):
        metadata = self.metadata
        prefix = metadata["endpointPrefix"]
        facts = ({"client": self.service.client} if self.service.client else {}) | {
            "id": metadata["serviceId"].replace(" ", "_"),
            "version": metadata["apiVersion"],
            "protocol": self.protocol,
        }
        if self.protocol == "json":
            facts |= {"json": metadata["jsonVersion"], "target": metadata["targetPrefix"]}
        if "awsQueryCompatible" in metadata:
            facts["mode"] = "query-compatible"
        facts |= {"endpoint": prefix, "signing": metadata.get("signingName", prefix)}
        words = [f"{key}={value}" for key, value in facts.items()]
        self.lines.append(" ".join(["service", self.service.namespace, *words]))

    def write_operations(self, operations):
        for name, operation in operations.items():
            if "endpoint" in operation:
                raise ValueError(f"{name} wants a host prefix, which the clients do not know.")
            errors = [error["shape"] for error in operation.get("errors", [])]
            self.lines.append(" ".join([f"op {name}", *self.route(operation), *(["!", *errors] if errors else [])]))
            for key, suffix in (("input", "Request"), ("output", "Response")):
                shape = operation.get(key, {}).get("shape")
                self.structures[name + suffix] = self.members(shape) if shape else []
                self.check(name + suffix, self.structures[name + suffix], known=("@uri", "@query") if key == "input" else ("",))

    def check(self, structure, members, known=("",)):
        """Stops at what rest clients cannot write into a URI, or read out of a JSON body."""
        for name, text in members if self.is_rest and self.service.client else []:
            kind, _, places = text.partition(" ")
            place = places.partition("=")[0]
            if place not in known or "blob" in kind:
                raise ValueError(f"{name} of {structure} ({kind} in {place or 'the body'}) is more than the clients know there.")

    def route(self, operation):
        """Method, URI and status of an operation, where the protocol has one for each."""
        http = operation.get("http", {})
        if not self.is_rest:
            return []
        return [http["method"], http["requestUri"], *([str(http["responseCode"])] if "responseCode" in http else [])]

    def write_pages(self, operations):
        try:
            pages = LOADER.load_service_model(self.service.name, "paginators-1")["pagination"]
        except UnknownServiceError:
            return
        for name in operations:
            page = pages.get(name, {})
            tokens = [page.get("input_token"), page.get("output_token")]
            if all(is_plain(token) for token in tokens):
                results = page.get("result_key", [])
                results = [results] if isinstance(results, str) else results
                self.lines.append(" ".join(["page", name, *tokens, *filter(is_plain, results)]))

    def write_errors(self, operations):
        names = dict.fromkeys(
            error["shape"] for operation in operations.values() for error in operation.get("errors", [])
        )
        for name in names:
            shape = self.shapes[name]
            code = shape.get("error", {}).get("code", name)
            self.lines.append(f"error {name}" + (f" = {code}" if code != name else ""))
            members = [(member, kind) for member, kind in self.members(name) if upper(member.rstrip("*~")) != "Message"]
            self.check(name, members)
            self.lines += [f"  {member} {kind}" for member, kind in members]

    def write_shapes(self):
        for name in sorted(self.structures):
            self.lines.append(f"struct {name}")
            self.lines += [f"  {member} {kind}" for member, kind in self.structures[name]]
        for name in sorted(self.enums):
            self.lines.append(f"enum {name} = " + " | ".join(self.enums[name]))

    def members(self, structure):
        """The members of a structure: name with its marks (* required, ~ idempotency token), and type."""
        result = []
        shape = self.shapes[structure]
        for name, member in shape.get("members", {}).items():
            if f"{structure}.{name}" in self.service.omitted:
                continue
            if self.protocol == "query" and not member.keys().isdisjoint(("locationName", "flattened", "streaming")):
                raise ValueError(f"The member {name} is laid out in a way that the clients do not know.")
            marks = ("*" if name in shape.get("required", []) else "") + ("~" if member.get("idempotencyToken") else "")
            marks += "!" if self.shapes[member["shape"]].get("sensitive") else ""
            result.append((name + marks, " ".join([self.type_of(member["shape"]), *self.places(shape, name, member)])))
        return result

    def places(self, structure, name, member):
        """Where in an HTTP message a member stands, and under which name, as words that begin with @."""
        wire = member.get("locationName", name)
        if self.protocol == "ec2":
            if "queryName" in member:
                raise ValueError(f"The member {name} has a name of its own in requests, which the simulator does not know.")
            return [f"@name={wire}"] if wire != name else []
        if not self.is_rest:
            return []
        if structure.get("payload") == name:
            return [f"@payload={wire}"]
        if "location" in member:
            return [f"@{LOCATIONS[member['location']]}" + (f"={wire}" if member["location"] != "statusCode" else "")]
        shape = self.shapes[member["shape"]]
        item = shape.get("member", {}).get("locationName")
        return [
            *([f"@name={wire}"] if wire != name else []),
            *(["@flat"] if shape.get("flattened") else [f"@item={item}"] if item else []),
        ]

    def type_of(self, name):
        shape = self.shapes[name]
        kind = shape["type"]
        if kind == "structure":
            return "doc" if shape.get("document") else self.structure(name)
        if kind == "string" and shape.get("enum"):
            self.enums[upper(name)] = shape["enum"]
            return upper(name)
        if kind == "timestamp" and "timestampFormat" in shape and self.service.client:
            raise ValueError(f"{name} has a time format of its own, which the clients do not know.")
        if kind == "list":
            text = f"[{self.type_of(shape['member']['shape'])}]"
        elif kind == "map":
            text = "{%s}" % self.type_of(shape["value"]["shape"])
        else:
            text = SCALARS[kind]
        return text + limits(shape)

    def structure(self, name):
        net_name = upper(self.service.renames.get(name, name))
        if net_name not in self.structures:
            self.structures[net_name] = []  # before its members: a structure may hold itself
            self.structures[net_name] = self.members(name)
            self.check(name, self.structures[net_name])
        return net_name

    def write_endpoints(self):
        """The hosts that differ from PREFIX[-fips].REGION.SUFFIX, found by asking botocore's rules."""
        rules = EndpointProvider(
            LOADER.load_service_model(self.service.name, "endpoint-rule-set-1"), {"partitions": PARTITIONS, "version": "1.1"}
        )
        for variant, (fips, dual_stack) in VARIANTS.items():
            special = collections.defaultdict(list)
            for partition in PARTITIONS:
                expected = self.usual_host(partition["outputs"], fips, dual_stack)
                found = {
                    template(rules, region, partition["outputs"], fips, dual_stack)
                    for region in partition["regions"]
                    if not region.endswith("-global")
                }
                if len(found) != 1:
                    raise ValueError(f"The regions of {partition['id']} differ: {found}.")
                if found != {expected}:
                    special[found.pop()].append(partition["id"])
            for host, where in special.items():
                if host is None:
                    raise ValueError(f"{where} lacks {variant} endpoints though the partition has them.")
                everywhere = len(where) == len(PARTITIONS)
                self.lines.append(f"endpoint {variant} {'*' if everywhere else ','.join(where)} = {host}")

    def usual_host(self, outputs, fips, dual_stack):
        if fips and not outputs["supportsFIPS"] or dual_stack and not outputs["supportsDualStack"]:
            return None
        return self.metadata["endpointPrefix"] + ("-fips" if fips else "") + ".{region}.{suffix}"


def template(rules, region, outputs, fips, dual_stack):
    """The host of a region, with the words that differ between regions and partitions replaced; None where there is none."""
    parameters = {"Region": region, "UseFIPS": fips, "UseDualStack": dual_stack}
    try:
        if "UseGlobalEndpoint" in rules.ruleset.parameters:
            parameters["UseGlobalEndpoint"] = False
        endpoint = rules.resolve_endpoint(**parameters)
    except EndpointProviderError:
        return None
    suffix = outputs["dualStackDnsSuffix" if dual_stack else "dnsSuffix"]
    host = endpoint.url.removeprefix("https://")
    host = host.removesuffix(suffix) + "{suffix}" if host.endswith("." + suffix) else host
    signing = endpoint.properties.get("authSchemes", [{}])[0].get("signingRegion")
    if signing is None:
        return host.replace(f".{region}.", ".{region}.")
    if signing == outputs["implicitGlobalRegion"]:
        signing = "{global}"
        host = host.replace(f".{outputs['implicitGlobalRegion']}.", ".{global}.")
    return f"{host} {signing}"


def is_plain(key):
    """Whether a paginator's key is one member, and no path or choice."""
    return isinstance(key, str) and not set(key) & set(".|[]")


def limits(shape):
    """The least and the greatest length, count or value, as {min..max}."""
    low, high = (int(limit) if isinstance(limit, float) else limit for limit in (shape.get("min", ""), shape.get("max", "")))
    return f"{{{low}..{high}}}" if (low, high) != ("", "") else ""


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    path = pathlib.Path(sys.argv[1])
    for service in read_list(path):
        target = path.parent / f"{service.name}.awsmodel"
        target.write_text(Trimmer(service).trim(), encoding="utf-8")
        print(f"{target}: from botocore {botocore.__version__}")


if __name__ == "__main__":
    main()
