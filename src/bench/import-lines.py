#!/usr/bin/env python3
"""Writes an import file of about N lines (default 100,000) to standard output, references before what they refer to."""
import json
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
organizations, zones, products = count // 1000, count // 50, count // 500
parties, points = count // 20, count * 2 // 5
installations = count - organizations - zones - products - parties - points


def line(collection, key, **fields):
    print(json.dumps({"collection": collection, "key": key, **fields}, ensure_ascii=False))


for i in range(installations):
    line("installations", f"i{i}", product=f"p{i % products}", version=f"7.2.{i % 9}", at={"connectionPoint": f"c{i % points}"})
for i in range(points):
    line("connection-points", f"c{i}", thirdParty=f"t{i % parties}", zone=f"z{i % zones}", transport="INTERNET_VPN",
         access="ALWAYS_ON", authentication="MFA", privileged=i % 3 == 0, sourceCidrs=[f"198.51.{i % 100}.0/24"],
         firewall={"state": "UNVERIFIED" if i % 2 else "NONE"})
for i in range(parties):
    line("third-parties", f"t{i}", name=f"取引先 {i}", kind="MSP", criticality=i % 101,
         agreement={"start": "2025-04-01", "end": "2030-03-31", "clauses": []})
for i in range(zones):
    line("zones", f"z{i}", name=f"Zone {i}", organization=f"o{i % organizations}", cidrs=[f"10.{i // 250}.{i % 250}.0/24"])
for i in range(products):
    line("software-products", f"p{i}", name=f"Product {i}", supplier=f"t{i}")
for i in reversed(range(organizations)):
    line("organizations", f"o{i}", name=f"Company {i}", **({"parent": f"o{(i - 1) // 4}"} if i else {}))
