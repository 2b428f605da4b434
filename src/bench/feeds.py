#!/usr/bin/env python3
"""Measures taking over feeds, bills of materials and judging, against the packaged service with an H2 of its own.

    mvn -q -DskipTests package && python3 src/bench/feeds.py <data folder> [records.jsonl.gz]

The data folder holds epss/ and cve5/ as published. Without a file of records, 60,000 are made by varying the real ones.
SEKISHO_JAVA_OPTIONS holds other options than -Xmx1g.
"""
import gzip
import http.client
import json
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

KEY = "sek_benchbench12_" + "b" * 43
PORT = int(os.environ.get("SEKISHO_BENCH_PORT", "18999"))
JAR = os.environ.get("SEKISHO_JAR", "target/quarkus-app/quarkus-run.jar")
OPTIONS = os.environ.get("SEKISHO_JAVA_OPTIONS", "-Xmx1g").split()
RECORDS = 60_000
random.seed(1)


class Service:
    def __init__(self, folder):
        self.folder = folder
        self.process = None

    def start(self):
        with socket.socket() as probe:
            # Another service there would be measured in place of ours.
            if probe.connect_ex(("127.0.0.1", PORT)) == 0:
                sys.exit(f"port {PORT} is taken")
        environment = {**os.environ, "QUARKUS_HTTP_PORT": str(PORT), "SEKISHO_ADMIN_KEY": KEY,
                       "SEKISHO_ASSESSMENT_READ_WAIT": "PT1200S", "QUARKUS_HTTP_IDLE_TIMEOUT": "1200S",
                       "QUARKUS_DATASOURCE_JDBC_URL": os.environ.get(
                           "QUARKUS_DATASOURCE_JDBC_URL", f"jdbc:h2:file:{self.folder}/sekisho")}
        log = open(f"{self.folder}/log", "a")
        self.process = subprocess.Popen(["java", *OPTIONS, "-jar", JAR], env=environment, stdout=log, stderr=log)
        until = time.time() + 300
        while time.time() < until:
            try:
                if self.call("GET", "/q/health/ready")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.1)
        sys.exit("the service did not start")

    def stop(self):
        self.process.terminate()
        self.process.wait(60)

    def cpu(self):
        """Seconds of processor, which say more than the clock where others use the machine too."""
        if self.process.poll() is not None:
            return 0
        ticks = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
        return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")

    def resident(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return {name: int(re.search(name + r":\s+(\d+)", status).group(1)) // 1024 for name in ("VmHWM", "VmRSS")}

    def call(self, method, path, body=None, kind="application/octet-stream"):
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=1200)
        try:
            connection.request(method, path, body, {"Authorization": f"Bearer {KEY}", "Content-Type": kind})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def ok(self, method, path, body=None, kind="application/octet-stream"):
        status, text = self.call(method, path, body, kind)
        if status >= 300:
            sys.exit(f"{method} {path}: {status} {text[:500]}")
        return json.loads(text) if text else None

    def put(self, collection, key, **fields):
        return self.ok("PUT", f"/api/v1/{collection}/{key}", json.dumps(fields), "application/json")

    def feed(self, name, body):
        """Takes over a feed; a large one is answered before it is over."""
        stands = self.ok("PUT", f"/api/v1/feeds/{name}", body)
        while stands["underWay"]:
            time.sleep(0.2)
            stands = next(one for one in self.ok("GET", "/api/v1/feeds") if one["name"] == name)
        if stands.get("lastError"):
            sys.exit(f"{name}: {stands['lastError']}")
        return stands

    def judged(self):
        """Reads wait until everything acknowledged before them is assessed."""
        return self.ok("GET", "/api/v1/assessment")


    def timed(self, what, action, limit=None):
        began, used = time.time(), self.cpu()
        result = action()
        took, used = time.time() - began, max(0, self.cpu() - used)
        wanted = "" if limit is None else f"< {limit} s"
        print(f"| {what} | {took:.2f} s | {used:.2f} s | {wanted} |", flush=True)
        return result


def varied(data):
    """Real records under other ids and of other products, one after the other, until there are enough."""
    real = gzip.open(data / "cve5" / "cve5-edge-msp-kev.jsonl.gz", "rt").read().splitlines()
    return gzip.compress("\n".join(another(real[i % len(real)], i, i // len(real)) for i in range(RECORDS)).encode(), 6)


def another(line, i, copy):
    if copy == 0:
        return line
    own = re.search(r'"cveId": ?"(CVE-[0-9]+-[0-9]+)"', line).group(1)
    line = line.replace(own, f"CVE-{1999 + copy}-{500000 + i}")
    line = re.sub(r'("product": ?"(?!n/a)[^"\\]+)"', rf'\1 mark {copy}"', line)
    return re.sub(r"(cpe:2\.3:[aho]:[^:\"]+:[^:\"]+):", rf"\1_mark_{copy}:", line)


def shifted(epss):
    """The scores of another day: all of them moved a little."""
    rows = gzip.decompress(epss).decode().splitlines()
    moved = [re.sub(r",0\.(\d)", lambda digit: ",0." + str((int(digit.group(1)) + 1) % 10), row, count=1)
             if row.startswith("CVE-") else row for row in rows]
    return gzip.compress("\n".join(moved).encode())


def products(records):
    """Vendor, product and some version of what the records speak of."""
    found = {}
    for line in gzip.decompress(records).decode().splitlines():
        for affected in json.loads(line)["containers"].get("cna", {}).get("affected", []):
            vendor, product = affected.get("vendor", "n/a"), affected.get("product", "n/a")
            if "n/a" not in (vendor, product) and product.isascii() and vendor.isascii() and len(vendor + product) < 150:
                versions = [one.get("version", "1.0") for one in affected.get("versions", [])]
                found[vendor, product] = next((one for one in versions if re.fullmatch(r"[0-9][0-9.]*", one)), "1.0")
    return [(*names, version) for names, version in sorted(found.items())]


def escaped(text):
    return re.sub(r"([^a-z0-9_])", r"\\\1", re.sub(r"\s+", "_", text.lower()))


def component(i, known, every=50):
    """Of so many parts, one has the CPE name of something the records speak of, the others a purl nobody speaks of."""
    if i % every:
        return {"type": "library", "bom-ref": f"c{i}", "group": "org.example", "name": f"part-{i}", "version": f"1.{i % 20}",
                "purl": f"pkg:maven/org.example/part-{i}@1.{i % 20}"}
    vendor, product, version = known[i // every % len(known)]
    return {"type": "library", "bom-ref": f"c{i}", "name": product, "version": version,
            "cpe": f"cpe:2.3:a:{escaped(vendor)}:{escaped(product)}:{version}:*:*:*:*:*:*:*"}


def bill(first, count, known, every=50):
    return json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
                       "components": [component(i, known, every) for i in range(first, first + count)]}).encode()


def installations(known, count):
    """Of fifty installations, one is of something the records speak of."""
    some = known[:count // 50]
    lines = [{"collection": "software-products", "key": f"p{i}", "name": product, "vendor": vendor}
             for i, (vendor, product, _) in enumerate(some)]
    lines += [{"collection": "software-products", "key": f"o{i}", "name": f"Own {i}", "vendor": "Plant"} for i in range(1000)]
    for i in range(count):
        of, version = (f"o{i % 1000}", "1.0") if i % 50 else (f"p{i // 50 % len(some)}", some[i // 50 % len(some)][2])
        lines.append({"collection": "installations", "key": f"i{i}", "name": f"i{i}", "product": of, "version": version,
                      "at": {"zone": "zone"}})
    return "\n".join(json.dumps(line) for line in lines).encode()


def import_all(service, lines):
    job = service.ok("POST", "/api/v1/imports", lines, "application/x-ndjson")
    while job.get("state") in ("QUEUED", "RUNNING"):
        time.sleep(0.1)
        job = service.ok("GET", f"/api/v1/imports/{job['id']}")
    if job.get("state") not in (None, "SUCCEEDED"):
        sys.exit(f"the import failed: {job}")


def places(service):
    service.put("organizations", "org", name="Plant")
    service.put("zones", "zone", name="office", organization="org")


def interrupted(service, records):
    again = gzip.compress(gzip.decompress(records) + b"\n", 1)
    sender = threading.Thread(target=lambda: send(service, again), daemon=True)
    sender.start()
    time.sleep(8)
    began = time.time()
    service.stop()
    print(f"|   of which after it was told | {time.time() - began:.1f} s | | |", flush=True)


def send(service, body):
    try:
        service.call("PUT", "/api/v1/feeds/cve", body)
    except OSError:
        pass


def main(data, records):
    epss = next(iter(sorted((data / "epss").glob("*.csv.gz")))).read_bytes()
    records = Path(records).read_bytes() if records else varied(data)
    known = products(records)
    folder = tempfile.mkdtemp(prefix="sekisho-bench-")
    service = Service(folder)
    try:
        print(f"load of the machine before: {os.getloadavg()[0]:.1f}")
        print("| figure | clock | processor | wanted |\n|---|---|---|---|")
        service.start()
        places(service)
        rows = service.timed("EPSS, all rows, nothing held", lambda: service.feed("epss", epss), 10)
        taken = service.timed("CVE records, taken over", lambda: service.feed("cve", records), 60)
        service.timed("  and judged", service.judged)
        print(f"|   rows, records, resident | {rows['records']}, {taken['records']}, {service.resident()} MiB | | |")
        moved = shifted(epss)
        service.timed("EPSS, all rows changed, over the CVE records",
              lambda: service.feed("epss", moved), 10)
        service.timed("  and judged", service.judged)

        service.put("software-products", "warm", name="Warm")
        service.put("installations", "warm", name="warm", product="warm", version="1", at={"zone": "zone"})
        service.ok("POST", "/api/v1/software-products/warm/versions/1/sbom", bill(10**6, 1000, known))
        service.judged()
        for every in (50, 3):
            key = f"every-{every}"
            service.put("software-products", key, name=key)
            service.put("installations", key, name=key, product=key, version="1", at={"zone": "zone"})
            before = service.judged()["findings"]
            parts = bill(3 * 10**6, 1000, known, every)
            service.timed(f"SBOM of 1,000 components, one in {every} known, stored and judged",
                  lambda: (service.ok("POST", f"/api/v1/software-products/{key}/versions/1/sbom", parts), service.judged()), 1)
            print(f"|   findings more | {service.judged()['findings'] - before} | | |", flush=True)

        for i in range(100):
            service.put("software-products", f"app{i}", name=f"Application {i}")
            service.put("installations", f"app{i}", name=f"app{i}", product=f"app{i}", version="1", at={"zone": "zone"})
        bills = [bill(i * 1000, 1000, known) for i in range(100)]
        service.judged()
        service.timed("100 SBOMs of 1,000 components, stored and judged", lambda: (
            [service.ok("POST", f"/api/v1/software-products/app{i}/versions/1/sbom", one) for i, one in enumerate(bills)],
            service.judged()))
        print(f"|   findings, resident | {service.judged()['findings']}, {service.resident()} MiB | | |")

        vendor, product, version = known[len(known) // 2]
        for i in range(3):
            service.timed("one new advisory to its findings", lambda: (
                service.put("advisories", f"new-{i}", name="new", affected=[
                    {"vendor": vendor, "productName": product, "versions": [{"lessThan": "99999"}]}]),
                service.judged()), 1)
        service.stop()
        service.timed("started, 100,000 components judged against all records",
              lambda: (service.start(), service.judged()))

        lines = installations(known, 100_000)
        service.timed("100,000 installations imported", lambda: import_all(service, lines))
        service.timed("  and judged", service.judged, 10)
        service.timed("one new advisory to its findings", lambda: (
            service.put("advisories", "new-4", name="new", affected=[
                {"vendor": vendor, "productName": product, "versions": [{"lessThan": "99999"}]}]),
            service.judged()), 1)
        print(f"|   findings, resident | {service.judged()['findings']}, {service.resident()} MiB | | |")
        service.timed("told to stop while it takes over the records again", lambda: interrupted(service, records), 20)
    finally:
        if service.process and service.process.poll() is None:
            service.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
