"""Security Token Service."""


def drive(harness):
    identity = harness.client("sts").get_caller_identity()
    assert identity["Account"] == "123456789012", identity
