"""Makes the seed's environment by boto3 alone and deploys to it: a canary that succeeds, a version that never gets healthy, one that is stopped.

    python3 seed_environment.py PRODUCTION TEST

The listeners get those ports, and the production listener is asked for its page on 127.0.0.1. The image `broken` fails its health checks.
Prints a line for each deployment.
"""

import sys
import time
import urllib.request

import boto3
from botocore.exceptions import WaiterError

import environment

POLL = {"Delay": 1, "MaxAttempts": 120}

# Long enough to be seen on a busy machine: a second and a half where time runs 600 times as fast.
CANARY = "CodeDeployDefault.ECSCanary10Percent15Minutes"


class Seed:
    """The environment and its deployments, looked at the way an operator would."""

    def __init__(self):
        self.port, test = (int(port) for port in sys.argv[1:])
        self.made = environment.create(boto3.client, ports=(self.port, test))
        self.codedeploy = boto3.client("codedeploy")
        self.elb = boto3.client("elbv2")

    def look(self, deployment):
        return self.codedeploy.get_deployment(deploymentId=deployment)["deploymentInfo"]

    def wait(self, deployment):
        self.codedeploy.get_waiter("deployment_successful").wait(deploymentId=deployment, WaiterConfig=POLL)

    def served(self):
        """The number of the target group that has all production traffic."""
        return environment.weights(self.made).index(100) + 1

    def healthy(self):
        group = self.made.target_groups[self.served() - 1]
        return [one["TargetHealth"]["State"] for one in self.elb.describe_target_health(TargetGroupArn=group)["TargetHealthDescriptions"]]

    def page(self):
        """The version of the page that the load balancer answers with now."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/") as answer:
            assert "<h1>" in answer.read().decode()
            return answer.headers["x-bluegreen-version"]

    def rollback_of(self, deployment):
        """Follows a deployment to the one that rolls it back, and waits for that one's end."""
        info = until(lambda: self.look(deployment), lambda seen: "rollbackInfo" in seen)
        rollback = info["rollbackInfo"]["rollbackDeploymentId"]
        self.wait(rollback)
        back = self.look(rollback)
        assert back["rollbackInfo"]["rollbackTriggeringDeploymentId"] == deployment, back
        assert back["creator"] == "codeDeployRollback", back
        return info


def until(look, what=bool, pause=0.1, patience=30):
    end = time.monotonic() + patience
    while not what(seen := look()):
        assert time.monotonic() < end, f"still {seen}"
        time.sleep(pause)
    return seen


def canary(seed):
    """v2 by a canary, whose weights are seen on the way."""
    assert seed.served() == 1 and seed.page() == "v1"
    deployment = environment.deploy(seed.made, "v2", deploymentConfigName=CANARY)
    seen = []
    while True:
        over = seed.look(deployment)["status"] not in ("Created", "Queued", "InProgress")
        weights = environment.weights(seed.made)
        seen += [weights] if weights not in seen else []
        if over:
            break
        time.sleep(0.02)
    seed.wait(deployment)
    assert [90, 10] in seen and seed.served() == 2 and seed.page() == "v2", seen
    path = " → ".join(f"{blue}/{green}" for blue, green in seen)
    print(f"seed: v2 {seed.look(deployment)['status']}, weights {path}, {len(seed.healthy())} targets healthy")


def broken(seed):
    """A version whose tasks fail their health checks: the deployment fails, and is rolled back."""
    deployment = environment.deploy(seed.made, "broken", deploymentConfigName="CodeDeployDefault.ECSAllAtOnce")
    try:
        seed.wait(deployment)
        raise AssertionError("the deployment should fail")
    except WaiterError as error:
        assert "terminal failure" in str(error), error
    info = seed.rollback_of(deployment)
    assert info["status"] == "Failed" and info["errorInformation"], info
    assert seed.served() == 2 and seed.page() == "v2" and set(seed.healthy()) == {"healthy"}
    print(f"seed: broken {info['status']} ({info['errorInformation']['code']}), rolled back, v2 serves")


def stopped(seed):
    """v1 is stopped in its canary."""
    deployment = environment.deploy(seed.made, "v1", deploymentConfigName=CANARY)
    until(lambda: environment.weights(seed.made), lambda weights: sorted(weights) == [10, 90], pause=0.02)
    answer = seed.codedeploy.stop_deployment(deploymentId=deployment, autoRollbackEnabled=True)
    assert answer["status"] in ("Pending", "Succeeded"), answer
    info = seed.rollback_of(deployment)
    assert info["status"] == "Stopped" and seed.served() == 2 and seed.page() == "v2", info
    print(f"seed: v1 {info['status']} at 10 %, rolled back, v2 serves")


def main():
    seed = Seed()
    for step in (canary, broken, stopped):
        step(seed)


if __name__ == "__main__":
    main()
