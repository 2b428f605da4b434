#!/usr/bin/env python3
"""Measures what one change of each kind costs over HTTP: from sending it until the score that shows it has been read.

    mvn -q -DskipTests package && python3 src/bench/changes.py [points, default 40000] [rounds, default 5]

The estate is made of a seed: to each connection point an installation, a tenth of third parties and zone links, a
twentieth of zones with a host each, a hundredth of advisories, half of which match; a third of the connection points and
all zone links have rules. H2 unless QUARKUS_DATASOURCE_JDBC_URL (and USERNAME, PASSWORD) name another database, which must
be empty. SEKISHO_JAVA_OPTIONS holds other options than those below `deploy`.
"""
import datetime
import http.client
import json
import os
import random
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path

os.environ.setdefault("SEKISHO_JAVA_OPTIONS", "@deploy/java.options")
import feeds  # noqa: E402  (reads the options when it is loaded)

POINTS = int(sys.argv[1]) if len(sys.argv) > 1 else 40_000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 5
PARTIES, ZONES, LINKS, PRODUCTS, ADVISORIES = POINTS // 10, POINTS // 20, POINTS // 10, POINTS // 50, POINTS // 100
ORGANIZATIONS = 50
TODAY = datetime.date.today()
MONITORING = {"flowLogsToSiem": True, "endpointDetection": True, "alertsWatched24x7": False, "logRetentionDays": 365}


def days_ago(days):
    return str(TODAY - datetime.timedelta(days=days))


def firewall(state):
    return {"state": state, "inspectedOn": days_ago(90), "reviewedOn": days_ago(90)}


def zone(i, criticality):
    return {"name": f"Zone {i}", "organization": f"o{i % ORGANIZATIONS}", "criticality": criticality,
            "cidrs": [f"10.{i // 250}.{i % 250}.0/24"], "environment": "OFFICE", "egress": "PARTIAL",
            "monitoring": MONITORING}


def point(i, state):
    return {"name": f"Connection {i}", "thirdParty": f"t{i % PARTIES}", "zone": f"z{i % ZONES}", "transport": "IP_VPN",
            "access": "SCHEDULED", "authentication": "MFA", "egress": "PARTIAL", "privileged": False,
            "monitoring": MONITORING, "firewall": firewall(state)}


def link(i, source, target, state):
    return {"name": f"Zone link {i}", "from": f"z{source}", "to": f"z{target}", "transport": "DEDICATED_ENCRYPTED",
            "access": "ALWAYS_ON", "authentication": "MUTUAL_CERTIFICATE", "egress": "PARTIAL", "monitoring": MONITORING,
            "firewall": {**firewall(state), "product": f"p{i % 20}"}}


def advisory(products):
    return {"name": "Flaw", "cvss": 7.5, "knownOn": days_ago(20),
            "affected": [{"product": one, "versions": [{"lessThan": "1.1"}]} for one in products]}


def estate():
    dice = random.Random(1)
    lines = []

    def line(collection, key, fields):
        lines.append(json.dumps({"collection": collection, "key": key, **fields}))

    for i in range(ORGANIZATIONS):
        line("organizations", f"o{i}", {"name": f"Company {i}", **({"parent": "o0"} if i else {})})
    for i in range(ZONES):
        line("zones", f"z{i}", zone(i, 90 if dice.randrange(20) == 0 else dice.randrange(80)))
        line("assets", f"a{i}", {"name": f"Host {i}", "zone": f"z{i}", "addresses": [f"10.{i // 250}.{i % 250}.7"],
                                 "criticality": dice.randrange(80), "monitoring": MONITORING})
    for i in range(PARTIES):
        line("third-parties", f"t{i}", {
            "name": f"取引先 {i}", "kind": "VENDOR", "criticality": 50, "owner": "owner",
            "agreement": {"start": days_ago(700), "end": str(TODAY + datetime.timedelta(days=365)), "clauses": []},
            "assessedOn": days_ago(i * 37 % 700)})
    for i in range(PRODUCTS):
        line("software-products", f"p{i}", {"name": f"Product {i}", "supplier": f"t{i}"})
    for i in range(POINTS):
        line("connection-points", f"c{i}", point(i, "NONE" if dice.randrange(10) == 0 else "VERIFIED"))
    for i in range(LINKS):
        source = dice.randrange(ZONES)
        line("zone-links", f"l{i}", link(i, source, (source + 1 + dice.randrange(ZONES - 1)) % ZONES,
                                         "NONE" if dice.randrange(10) == 0 else "VERIFIED"))
    for i in range(POINTS):
        at = {"connectionPoint": f"c{i}"} if i % 100 == 0 else \
            {"asset": f"a{i % ZONES}"} if i % 2 == 0 else {"zone": f"z{i % ZONES}"}
        line("installations", f"i{i}", {"product": f"p{dice.randrange(PRODUCTS)}", "version": "1.0", "at": at})
    for i in range(ADVISORIES):
        line("advisories", f"A-{i}", advisory([f"p{i}"] if i % 2 and i < PRODUCTS else ["p0"]))
    return lines


def rule_sets(service):
    """Eight connections; a link at a time, as the contract has it."""
    jobs = [("connection-points", f"c{i}", {"defaultAction": "DENY", "rules": [
                {"action": "PERMIT", "destinations": [f"10.{i % ZONES // 250}.{i % ZONES % 250}.7/32"], "protocol": "TCP",
                 "destinationPorts": ["443"]}]}) for i in range(0, POINTS, 3)]
    jobs += [("zone-links", f"l{i}", {"defaultAction": "DENY", "rules": [] if i % 2 == 0 else [
                {"action": "PERMIT", "protocol": "TCP", "destinationPorts": ["443"]}]}) for i in range(LINKS)]

    def work(mine):
        connection = http.client.HTTPConnection("127.0.0.1", feeds.PORT, timeout=1200)
        for collection, key, body in mine:
            connection.request("PUT", f"/api/v1/{collection}/{key}/ruleset?format=RULES_JSON", json.dumps(body),
                               {"Authorization": f"Bearer {feeds.KEY}", "Content-Type": "application/json"})
            answer = connection.getresponse()
            text = answer.read()
            if answer.status >= 300:
                sys.exit(f"{key}: {answer.status} {text[:300]}")

    threads = [threading.Thread(target=work, args=(jobs[i::8],)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def imported(service, lines):
    job = service.ok("POST", "/api/v1/imports", "\n".join(lines).encode(), "application/x-ndjson")
    while job.get("state") in ("QUEUED", "RUNNING"):
        time.sleep(0.2)
        job = service.ok("GET", f"/api/v1/imports/{job['id']}")
    if job.get("state") not in (None, "SUCCEEDED"):
        sys.exit(f"import: {json.dumps(job)[:500]}")


def rounds(service, what, change, read, target):
    """The median of some rounds, each another change of the same kind."""
    took, used = [], []
    for i in range(ROUNDS):
        service.judged()
        began, processor = time.time(), service.cpu()
        change(i)
        service.ok("GET", read)
        took.append(time.time() - began)
        service.judged()
        used.append(service.cpu() - processor)
    took.sort()
    used.sort()
    print(f"| {what} | {target} | {1000 * took[ROUNDS // 2]:.0f} ms (worst {1000 * took[-1]:.0f}) | "
          f"{1000 * used[ROUNDS // 2]:.0f} ms |", flush=True)


def changes(service):
    states = ["NONE", "VERIFIED"]
    rounds(service, "a connection point changed",
           lambda i: service.put("connection-points", f"c{POINTS - 1}", **point(POINTS - 1, states[i % 2])),
           f"/api/v1/connection-points/c{POINTS - 1}/risk", "< 100 ms, 200 at 100,000")
    rounds(service, "a connection point renamed", lambda i: service.ok(
        "PATCH", f"/api/v1/connection-points/c{POINTS - 2}", json.dumps({"name": f"Renamed {i}"}),
        "application/merge-patch+json"), f"/api/v1/connection-points/c{POINTS - 2}/risk", "< 50 ms")
    rounds(service, "a third party renamed", lambda i: service.ok(
        "PATCH", "/api/v1/third-parties/t7", json.dumps({"name": f"Renamed {i}"}), "application/merge-patch+json"),
        "/api/v1/third-parties/t7/risk", "< 50 ms")
    rounds(service, "a zone link changed",
           lambda i: service.put("zone-links", "l5", **link(5, 3, 9, states[i % 2])),
           "/api/v1/zone-links/l5/risk", "< 500 ms")
    rounds(service, "a zone of other criticality", lambda i: service.put("zones", "z9", **zone(9, 70 + i)),
           "/api/v1/zones/z9/risk", "< 500 ms")
    rounds(service, "an advisory that touches nothing",
           lambda i: service.put("advisories", f"N-{i}", name="new", affected=[{"vendor": "none", "productName": "none"}]),
           "/api/v1/assessment", "< 1 s")
    rounds(service, "an advisory that touches some 50 installations",
           lambda i: service.put("advisories", f"O-{i}", **advisory([f"p{i + 30}"])), "/api/v1/assessment", "< 1 s")
    rounds(service, "an advisory that touches some 1,000 installations",
           lambda i: service.put("advisories", f"M-{i}", **advisory([f"p{20 * i + j}" for j in range(100, 120)])),
           "/api/v1/assessment", "< 1 s at 100,000")


def main():
    folder = Path(tempfile.mkdtemp(prefix="sekisho-bench-"))
    service = feeds.Service(folder)
    try:
        service.start()
        lines = estate()
        print("| what | target | clock | processor |\n|---|---|---|---|")
        service.timed(f"{len(lines):,} lines imported", lambda: imported(service, lines))
        service.timed("first scores of it", lambda: (
            service.judged(), service.ok("GET", f"/api/v1/connection-points/c{POINTS - 1}/risk")))
        service.timed("rule sets of all links, one request each", lambda: rule_sets(service))
        service.timed("and their scores", service.judged)
        changes(service)
        print(f"|   findings, resident | {service.judged()['findings']}, {service.resident()} MiB | | |")
        service.timed("stopped", service.stop)
        service.timed("ready again after a clean stop", service.start, 10)
        service.timed("and its scores", service.judged)
        service.process.kill()
        service.process.wait()
        service.timed("ready again after kill -9, the lease of it included", service.start)
        print(f"|   resident | {service.resident()} MiB | | |")
    finally:
        if service.process and service.process.poll() is None:
            service.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
