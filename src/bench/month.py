#!/usr/bin/env python3
"""Loads a month of all feeds in several orders, each into an H2 of its own, and compares what is judged.

    mvn -q -DskipTests package && python3 src/bench/month.py <data folder> [orders] [part]

With a part of 10, a tenth of the records is loaded, which is enough to compare orders.

The data folder holds kev/, epss/, cve5/, nvd/, osv/, csaf/, trustify/ and vex/ as published. There are fewer records than in a
month, so they are varied up to its counts: other ids, other products. SEKISHO_JAVA_OPTIONS holds other options than -Xmx1g.
"""
import gzip
import hashlib
import io
import json
import random
import re
import shutil
import sys
import tarfile
import tempfile
from pathlib import Path

import feeds
from feeds import Service, another, import_all, places, products

COUNTS = {"cve": 62_862, "nvd": 29_000, "osv": 5_500, "csaf": 1_200, "openvex": 1_100}
ESTATE = 500
ALL = ("kev", "eukev", "epss", "cve", "nvd", "osv", "csaf", "openvex")


def repeated(real, count, vary):
    """Real records first, then others made of them, until there are enough; of one content whenever it is called."""
    return [real[i] if i < len(real) else vary(real[i % len(real)], i // len(real), i) for i in range(count)]


def other_cves(text, copy, i):
    """Every CVE id becomes another one, the same for the same id, copy and kind of record."""
    return re.sub(r"CVE-(\d{4})-(\d{4,7})", lambda cve: f"CVE-{1999 + copy}-{int(cve.group(2)) % 900_000 + 100_000}", text)


def nvd(line, copy, i):
    field = r'(?:\\\\.|[^:"\\])+'
    return re.sub(rf"(cpe:2\.3:[aho]:{field}:{field}):", rf"\1_mark_{copy}:", other_cves(line, copy, i))


def osv(text, copy, i):
    fields = json.loads(other_cves(text, copy, i))
    fields["id"] = f"{fields['id']}-M{copy}"
    for affected in fields.get("affected", []):
        package = affected.get("package", {})
        if "name" in package:
            old, package["name"] = package["name"], f"{package['name']}-mark-{copy}"
            if "purl" in package:
                package["purl"] = package["purl"].replace(old, package["name"])
    return json.dumps(fields)


def csaf(text, copy, i):
    fields = json.loads(other_cves(text, copy, i))
    fields["document"]["tracking"]["id"] += f"-M{copy}"
    return json.dumps(fields)


def vex(text, copy, i):
    """Of other products, on the same vulnerabilities, as the images of one maker are."""
    fields = json.loads(text)
    fields["@id"] = f"{fields.get('@id', 'vex')}-{i}"
    for product in (one for statement in fields.get("statements", []) for one in statement.get("products", [])):
        if isinstance(product, dict) and "@id" in product:
            product["@id"] = re.sub(r"^(pkg:[^@?]+)", rf"\1-mark-{copy}", product["@id"])
    return json.dumps(fields)


def documents(path):
    with tarfile.open(path) as archive:
        return [archive.extractfile(one).read().decode() for one in archive if one.isfile() and one.name.endswith(".json")]


def is_csaf(text):
    fields = json.loads(text)
    return isinstance(fields, dict) and "tracking" in fields.get("document", {}) and "product_tree" in fields


def archive(texts):
    """A tar, of which a broken document is told and left out."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz", compresslevel=3) as tar:
        for i, text in enumerate(texts):
            data = text.encode()
            member = tarfile.TarInfo(f"d/{i}.json")
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return held.getvalue()


def lines(texts):
    return gzip.compress("\n".join(texts).encode(), 3)


def month(data, part=1):
    cves = gzip.open(data / "cve5" / "cve5-edge-msp-kev.jsonl.gz", "rt").read().splitlines()
    nvds = gzip.open(data / "nvd" / "anchore-nvd-overrides-vendors.jsonl.gz", "rt").read().splitlines()
    found = [path.read_text() for folder in ("trustify/csaf", "csaf/csaf_2.0") for path in sorted((data / folder).rglob("*.json"))
             if "invalid" not in path.parts and "schema" not in path.name]
    advisories = [json.dumps(json.loads(text)) for text in found if is_csaf(text)]
    return {
        "kev": max((data / "kev").glob("known_exploited_vulnerabilities-*.json.gz")).read_bytes(),
        "eukev": (data / "kev" / "eukev.json").read_bytes(),
        "epss": next(iter(sorted((data / "epss").glob("*.csv.gz")))).read_bytes(),
        "cve": lines(repeated(cves, COUNTS["cve"] // part, lambda line, copy, i: another(line, i, copy))),
        "nvd": lines(repeated(nvds, COUNTS["nvd"] // part, nvd)),
        "osv": archive(repeated(documents(data / "osv" / "bitnami-osv.tar.gz"), COUNTS["osv"] // part, osv)),
        "csaf": archive(repeated(advisories, COUNTS["csaf"] // part, csaf)),
        "openvex": archive(repeated(documents(data / "vex" / "rancher-vexhub-100.tar.gz"), COUNTS["openvex"] // part, vex)),
    }


def estate(records):
    """Some of what the records speak of, and packages of the OSV records, one installation each."""
    known = products(records)
    some = known[::max(1, len(known) // ESTATE)][:ESTATE]
    made = []
    for i, (vendor, product, version) in enumerate(some):
        made.append({"collection": "software-products", "key": f"p{i}", "name": product, "vendor": vendor})
        made.append({"collection": "installations", "key": f"i{i}", "name": f"i{i}", "product": f"p{i}",
                     **({} if i % 10 == 0 else {"version": version}), "at": {"zone": "zone"}})
    return "\n".join(json.dumps(line) for line in made).encode()


def verdicts(service):
    """What is said of each installation and vulnerability, in one digest, and how often each is said."""
    said, token, counts = hashlib.sha256(), "", {}
    while token is not None:
        page = service.ok("GET", "/api/v1/unpatched-software?sort=key&limit=1000" + (f"&pageToken={token}" if token else ""))
        for row in page["items"]:
            reasons = sorted(row["reason"].split(" | "))
            fix = json.dumps(row.get("fix"), sort_keys=True)
            said.update(f"{row['key']} {row['advisory']} {row['verdict']} {row['certainty']} {row['severity']} {row['score']} {fix} {reasons}\n".encode())
            counts[row["verdict"], row["certainty"]] = counts.get((row["verdict"], row["certainty"]), 0) + 1
        token = page.get("nextPageToken")
    return said.hexdigest()[:16], {" ".join(kind): count for kind, count in sorted(counts.items())}


def load(order, files, lines_of_estate):
    folder = tempfile.mkdtemp(prefix="sekisho-month-")
    service = Service(folder)
    try:
        service.start()
        places(service)
        import_all(service, lines_of_estate)
        for name in order:
            took = service.timed(f"{name}, {len(files[name]) // 1024} KiB", lambda: service.feed(name, files[name]))
            print(f"|   records, left out, resident | {took['records']}, {took['skipped']}, {service.resident()} MiB | | |", flush=True)
        service.timed("judged", service.judged)
        digest, counts = verdicts(service)
        print(f"|   verdicts | {digest} | {counts} | |", flush=True)
        before = service.resident()
        service.stop()
        service.timed("started again and judged", lambda: (service.start(), service.judged()))
        again, _ = verdicts(service)
        print(f"|   resident before and after, the same verdicts | {before}, {service.resident()} MiB | {again == digest} | |", flush=True)
        return digest
    finally:
        if service.process and service.process.poll() is None:
            service.stop()
        shutil.rmtree(folder, ignore_errors=True)


def main(data, orders=3, part=1):
    files = month(data, part)
    made = estate(files["cve"])
    print("| figure | clock | processor | |\n|---|---|---|---|")
    found = set()
    for seed in range(orders):
        order = list(ALL)
        if seed == 1:
            order.reverse()
        elif seed > 1:
            random.Random(seed).shuffle(order)
        print(f"| **{', '.join(order)}** | | | |", flush=True)
        found.add(load(order, files, made))
    print("the same verdicts in every order" if len(found) == 1 else f"DIFFERENT verdicts: {sorted(found)}")
    return len(found) != 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:4])))
