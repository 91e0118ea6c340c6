"""Writes the hosts by which the endpoint rules of the clients are tested.

    python3 models/endpoints.py models/operations.txt models/clients/operations.txt tests/Unit/AwsClients/endpoints.tsv

takes lists of clients, and writes one line for each service and region (two of each partition, its main one among them, and a
region that is not there yet): service, region, and the host plain, for FIPS, for dual stack and for both; behind a host, where
it is fixed, the region to sign for. Needs Python 3.9 or newer with botocore, as trim.py does.
"""

import pathlib
import sys

from botocore.endpoint_provider import EndpointProvider

from trim import LOADER, PARTITIONS, VARIANTS, read_list

NOT_THERE_YET = "eu-north-99"


def regions():
    for partition in PARTITIONS:
        known = [region for region in partition["regions"] if not region.endswith("-global")]
        yield from sorted({partition["outputs"]["implicitGlobalRegion"], known[0], known[-1]})
    yield NOT_THERE_YET


def host(rules, region, fips, dual_stack):
    parameters = {"Region": region, "UseFIPS": fips, "UseDualStack": dual_stack}
    endpoint = rules.resolve_endpoint(**parameters)
    signing = endpoint.properties.get("authSchemes", [{}])[0].get("signingRegion")
    return endpoint.url.removeprefix("https://") + (f" {signing}" if signing else "")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    lines = []
    for service in (one for path in sys.argv[1:-1] for one in read_list(pathlib.Path(path))):
        rule_set = LOADER.load_service_model(service.name, "endpoint-rule-set-1")
        rules = EndpointProvider(rule_set, {"partitions": PARTITIONS, "version": "1.1"})
        for region in regions():
            hosts = [host(rules, region, *variant) for variant in VARIANTS.values()]
            lines.append("\t".join([service.namespace, region, *hosts]))
    pathlib.Path(sys.argv[-1]).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
