package dev.sekisho.advisory;

import static dev.sekisho.advisory.ArrivalDocuments.csaf;
import static dev.sekisho.advisory.ArrivalDocuments.cve;
import static dev.sekisho.advisory.ArrivalDocuments.cycles;
import static dev.sekisho.advisory.ArrivalDocuments.entry;
import static dev.sekisho.advisory.ArrivalDocuments.kev;
import static dev.sekisho.advisory.ArrivalDocuments.nvd;
import static dev.sekisho.advisory.ArrivalDocuments.osv;
import static dev.sekisho.advisory.ArrivalDocuments.vex;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.Api;
import io.restassured.response.Response;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What arrives in a week, by name; everything it is about bears the year. */
final class ArrivingWeek {
    private final String year;
    private final Map<String, Arrival> arrivals = new LinkedHashMap<>();

    /** @param after what has to be there before */
    private record Arrival(boolean whole, String address, String body, List<String> after) {}

    ArrivingWeek(int year) {
        this.year = String.valueOf(year);
        catalogues();
        records();
        estate();
        own(
                "own-cve",
                "{'cve':'CVE-2090-0001','cvss':6.5,'epss':0.5,'affected':[{'product':'order-box-2090'}]}",
                "box");
        own("own-alias", "{'aliases':['PYSEC-2090-2'],'affected':[{'product':'order-box-2090'}]}", "box");
        own("own-kit", "{'affected':[{'productName':'Order Kit 2090'}]}");
    }

    private void catalogues() {
        feed("kev", "kev 1", kev("2090-01-01", entry("CVE-2090-0001", "01"), entry("CVE-2090-0002", "09")));
        feed("kev", "kev 2", kev("2090-01-02", entry("CVE-2090-0002", "02"), entry("CVE-2090-0005", "09")));
        feed("kev", "kev 3", kev("2090-01-03", entry("CVE-2090-0002", "03"), entry("CVE-2090-0005", "09")));
        feed("epss", "epss 1", "#score_date:2090-01-01T00:00:00Z\ncve,epss\nCVE-2090-0001,.1\nCVE-2090-0003,.3\n");
        feed("epss", "epss 2", "#score_date:2090-01-02T00:00:00Z\ncve,epss\nCVE-2090-0001,.2\nCVE-2090-0004,.4\n");
        arrivals.put("eol 1", eol("2026-01-01", "2024-01-01"));
        arrivals.put("eol 2", eol("2026-01-02", "2025-01-01"));
        arrivals.put("eol 2, other", eol("2026-01-02", "2025-06-01"));
    }

    private static Arrival eol(String publishedOn, String end) {
        return new Arrival(
                true,
                "feeds/eol?publishedOn=" + publishedOn,
                cycles("order-box-2090", "Order Box 2090", "2", end),
                List.of());
    }

    private void records() {
        feed("cve", "cve 1", cve("CVE-2090-0001", "2090-01-01", "2090-01-01", "5.0"));
        feed("cve", "cve 2", cve("CVE-2090-0001", "2090-01-02", "2090-01-02", "2.4"));
        feed("nvd", "nvd 1", nvd("2090-01-01T00:00:00", 5.1));
        feed("nvd", "nvd 2", nvd("2090-01-02T00:00:00", 7.1));
        feed("osv", "osv of a CVE", osv("GHSA-2090-aaaa-bbbb", "2090-01-02", "'aliases':['CVE-2090-0003'],", "npm"));
        feed("osv", "osv before", osv("GHSA-2090-aaaa-bbbb", "2090-01-01", "", "npm"));
        feed("osv", "osv joined", osv("PYSEC-2090-2", "2090-01-01", "'aliases':['GHSA-2090-ffff-0001'],", "npm"));
        feed("osv", "alias before", osv("GHSA-2090-ffff-0001", "2090-01-01", "'aliases':['CVE-2090-0004'],", "npm"));
        feed("osv", "alias taken back", osv("GHSA-2090-ffff-0001", "2090-01-02", "", "npm"));
        feed("csaf", "csaf 1", csaf("2090-01-01T00:00:00Z", "CVE-2090-0001", "CVE-2090-0004"));
        feed("csaf", "csaf 2", csaf("2090-01-02T00:00:00Z", "CVE-2090-0001"));
        feed("openvex", "vex 1", vex("2090-01-01T00:00:00Z", "not_affected"));
        feed("openvex", "vex 2", vex("2090-01-03T00:00:00Z", "affected"));
        feed(
                "cve",
                "cve of the name of old",
                cve("CVE-2090-0006", "2090-01-01", "2090-01-01", "9.0").replace("Order Box", "Crate"));
    }

    private void estate() {
        put("org", "organizations/org-2090", "{'name':'Org'}");
        put("zone", "zones/zone-2090", "{'name':'Zone','organization':'org-2090','criticality':70}", "org");
        put("msp", "third-parties/msp-2090", "{'name':'Msp','kind':'MSP','criticality':60}");
        for (String point : List.of("cp-a", "cp-b")) {
            put(
                    point,
                    "connection-points/" + point + "-2090",
                    "{'thirdParty':'msp-2090','zone':'zone-2090','firewall':{'state':'NONE'}}",
                    "zone",
                    "msp");
        }
        put("box", "software-products/order-box-2090", "{'name':'Order Box 2090','vendor':'Maker'}");
        patch("box gets a purl", "software-products/order-box-2090", "{'purl':'pkg:npm/order-box-2090'}", "box");
        patch("box gets an alias", "software-products/order-box-2090", "{'aliases':['Crate 2090']}", "box");
        put("kit", "software-products/order-kit-2090", "{'name':'Order Set 2090'}");
        patch("kit is renamed", "software-products/order-kit-2090", "{'name':'Order Kit 2090'}", "kit");
        install("box-1", "order-box", "'1.0','at':{'connectionPoint':'cp-a-2090'}", "box", "cp-a");
        patch("box-1 is updated", "installations/box-1-2090", "{'version':'2.0'}", "box-1");
        patch("box-1 moves", "installations/box-1-2090", "{'at':{'connectionPoint':'cp-b-2090'}}", "box-1", "cp-b");
        install("box-2", "order-box", "'2.5','at':{'zone':'zone-2090'}", "box", "zone");
        install("kit-1", "order-box", "'1','at':{'connectionPoint':'cp-a-2090'}", "box", "cp-a");
        patch("kit-1 is of the kit", "installations/kit-1-2090", "{'product':'order-kit-2090'}", "kit-1", "kit");
    }

    private void feed(String feed, String name, String body) {
        String about = body.replace("Order Box", "Order Box 2090")
                .replace("Crate", "Crate 2090")
                .replace("order-box", "order-box-2090")
                .replace("'M-1'", "'M-2090'")
                .replace("'vex-1'", "'vex-2090'");
        arrivals.put(name, new Arrival(true, "feeds/" + feed + "?force=true", about, List.of()));
    }

    private void own(String key, String body, String... after) {
        put(key, "advisories/" + key + "-2090", body, after);
    }

    private void install(String key, String product, String versionAndPlace, String... after) {
        put(
                key,
                "installations/" + key + "-2090",
                "{'product':'" + product + "-2090','version':" + versionAndPlace + "}",
                after);
    }

    private void put(String name, String address, String body, String... after) {
        arrivals.put(name, new Arrival(true, address, body, List.of(after)));
    }

    private void patch(String name, String address, String body, String... after) {
        arrivals.put(name, new Arrival(false, address, body, List.of(after)));
    }

    Collection<String> names() {
        return arrivals.keySet();
    }

    boolean isReady(String name, Collection<String> arrived) {
        return arrived.containsAll(arrivals.get(name).after());
    }

    /** Sends them one by one; a read after each waits until it is assessed. */
    void send(List<String> order) {
        for (String name : order) {
            Arrival next = arrivals.get(name);
            String address = next.address().replace("2090", year);
            String body = next.body().replace("2090", year);
            Response answer = next.whole() ? Api.put(address, body) : Api.patch(address, body);
            assertThat(answer.statusCode()).as(name + ": " + answer.asString()).isBetween(200, 201);
            Api.read("findings?limit=1");
        }
    }
}
