#!/usr/bin/env python3
"""Writes one part (`links` or `software`) of an estate of N connection points (default 100,000) as an import file.

A tenth as many third parties and zone links, a twentieth as many zones, one installation at each connection point.
"""
import json
import sys

part = sys.argv[1]
points = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
parties, zones, zone_links = points // 10, points // 20, points // 10
organizations, products = max(1, points // 2000), max(1, points // 50)


def line(collection, key, **fields):
    print(json.dumps({"collection": collection, "key": key, **fields}, ensure_ascii=False, separators=(",", ":")))


def links():
    for i in range(organizations):
        line("organizations", f"o{i}", name=f"Company {i}", **({"parent": f"o{(i - 1) // 4}"} if i else {}))
    for i in range(zones):
        line("zones", f"z{i}", name=f"Zone {i}", organization=f"o{i % organizations}", criticality=i * 7 % 101,
             cidrs=[f"10.{i // 250}.{i % 250}.0/24"])
    for i in range(parties):
        line("third-parties", f"t{i}", name=f"取引先 {i}", kind="MSP" if i % 3 else "VENDOR", criticality=i % 101,
             agreement={"start": "2025-04-01", "end": "2030-03-31", "clauses": []})
    for i in range(zone_links):
        line("zone-links", f"l{i}", **{"from": f"z{i % zones}"}, to=f"z{(i * 31 + 7 + i // zones) % zones}",
             access="ALWAYS_ON", firewall={"state": "UNVERIFIED" if i % 2 else "NONE"})
    for i in range(points):
        line("connection-points", f"c{i}", thirdParty=f"t{i % parties}", zone=f"z{i % zones}",
             transport="INTERNET_VPN", access="ALWAYS_ON", authentication="MFA", privileged=i % 3 == 0,
             sourceCidrs=[f"198.51.{i % 100}.0/24"], firewall={"state": "UNVERIFIED" if i % 2 else "NONE"})


def software():
    for i in range(products):
        line("software-products", f"p{i}", name=f"Product {i}", supplier=f"t{i % parties}")
    for i in range(points):
        line("installations", f"i{i}", product=f"p{i % products}", version=f"7.2.{i % 9}", at={"connectionPoint": f"c{i}"})


{"links": links, "software": software}[part]()
