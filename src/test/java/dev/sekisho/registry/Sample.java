package dev.sekisho.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sekisho.Api;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One stored object of every collection with all its properties, under keys of its own. */
final class Sample {
    private static final Map<String, String> OBJECTS = new LinkedHashMap<>();

    static {
        OBJECTS.put("organizations", "{'name': '三菱パワー'}");
        OBJECTS.put("zones", """
                {'name': 'office', 'organization': '~organizations', 'cidrs': ['10.9.0.0/24', '2001:db8::/64'], 'criticality': 90,
                 'environment': 'OFFICE', 'holdsCriticalData': true, 'egress': 'BLOCKLIST', 'state': 'RETIRING',
                 'monitoring': {'flowLogsToSiem': false, 'endpointDetection': true, 'logRetentionDays': 30}}""");
        OBJECTS.put("third-parties", """
                {'name': '㈱日立', 'kind': 'MSP', 'criticality': 80, 'owner': 'CIO', 'contacts': [{'name': '髙﨑', 'role': 'NOC',
                 'email': 'noc@msp.example', 'phone': '+81 3 0000'}], 'agreement': {'start': '2024-01-01', 'end': '2030-01-01',
                 'clauses': ['AUDIT_RIGHT', 'LOGGING']}, 'assessedOn': '2026-01-31', 'subprocessorsDeclared': 0.5,
                 'externalRating': 0.25, 'state': 'ACTIVE', 'notice': 'SUSPECTED'}""");
        OBJECTS.put("assets", """
                {'name': 'unix', 'zone': '~zones', 'addresses': ['10.9.0.7'], 'criticality': 60, 'managedBy': '~third-parties',
                 'monitoring': {'alertsWatched24x7': true}, 'credentialGroup': 'unix-admins'}""");
        OBJECTS.put("software-products", """
                {'name': 'FortiOS', 'vendor': 'Fortinet', 'supplier': '~third-parties',
                 'cpe': 'cpe:2.3:o:fortinet:fortios:*:*:*:*:*:*:*:*', 'aliases': ['Forti OS']}""");
        OBJECTS.put("connection-points", """
                {'name': 'line', 'thirdParty': '~third-parties', 'zone': '~zones', 'asset': '~assets', 'transport': 'IP_VPN',
                 'access': 'ALWAYS_ON', 'authentication': 'MFA', 'privileged': true,
                 'credentialGroup': 'unix-admins', 'identityProvider': 'login.example.com', 'sourceCidrs': ['198.51.100.0/24'],
                 'sourceNames': ['vpn.msp.example', 'xn--wgv71a119e.example'], 'sourcesDynamic': false,
                 'egress': 'NONE', 'monitoring': {'flowLogsToSiem': true}, 'approvedFlows': [{'sources': ['198.51.100.0/24'],
                 'destinations': ['10.9.0.7/32'], 'protocol': 'TCP', 'destinationPorts': ['443', '8000-8010'], 'owner': 'CIO',
                 'need': 'operation', 'expiresOn': '2030-01-01'}], 'firewall': {'state': 'VERIFIED',
                 'product': '~software-products', 'inspectedOn': '2026-01-01', 'inspectionDueOn': '2027-01-01',
                 'reviewedOn': '2026-01-01', 'segmentationTestedOn': '2026-02-01'}, 'state': 'ACTIVE'}""");
        OBJECTS.put("data-holdings", """
                {'name': '保守記録', 'thirdParty': '~third-parties', 'organization': '~organizations', 'what': 'maintenance records',
                 'records': 3000000000, 'criticality': 70, 'encrypted': true, 'accessRestricted': false,
                 'configurationReviewedOn': '2026-01-01', 'exitPlan': 'returned and deleted within 30 days',
                 'deletionProvenOn': '2026-03-01'}""");
        OBJECTS.put("zone-links", """
                {'name': 'inner', 'from': '~zones', 'to': '~other', 'transport': 'IP_VPN', 'access': 'SCHEDULED',
                 'authentication': 'SHARED', 'egress': 'PARTIAL', 'firewall': {'state': 'NONE'}, 'state': 'CUT_DECLARED'}""");
        OBJECTS.put("advisories", """
                {'name': 'a flaw', 'aliases': ['GHSA-1'], 'published': false, 'description': 'The MSP phoned.\\nTwice.',
                 'affected': [{'product': '~software-products', 'versions': [{'lessThan': '7.2.7'}, {'version': '6.4'}]}],
                 'fix': {'version': '7.2.7', 'availableOn': '2026-01-01'}, 'cvss': 9.8, 'epss': 0.004,
                 'exploited': {'source': 'OWN', 'date': '2026-01-02', 'dueDate': '2026-02-02', 'ransomware': true},
                 'publicExploit': true, 'automatable': false, 'impact': 'PARTIAL', 'knownOn': '2026-01-01'}""");
        OBJECTS.put("installations", """
                {'name': 'FortiOS at unix', 'product': '~software-products', 'version': '7.2.6', 'at': {'asset': '~assets'},
                 'useState': 'IN_USE', 'firstKnownOn': '2026-01-01', 'treatments': [{'advisory': '~advisories',
                 'control': 'isolated', 'evidence': 'T-1', 'controlVerifiedOn': '2026-01-01', 'controlExpiresOn': '2027-01-01',
                 'triagedOn': '2026-01-03'}]}""");
        OBJECTS.put(
                "analyst-verdicts", """
                {'name': 'the flaw at unix', 'advisory': '~advisories', 'installation': '~installations',
                 'versions': ['7.2.6', 'vers:generic/>=7.2.6|<7.3'], 'state': 'NOT_AFFECTED',
                 'justification': 'VULNERABLE_CODE_NOT_PRESENT', 'reason': 'compiled out', 'evidence': 'https://wiki.example/17',
                 'until': '%s', 'overridesProof': true, 'author': '佐藤'}""".formatted(LocalDate.now(ZoneOffset.UTC).plusDays(300)));
    }

    /** The collections, each after those it refers into. */
    static final List<String> COLLECTIONS = List.copyOf(OBJECTS.keySet());

    /** A filter that every object like the stored one passes, where the collection offers one. */
    private static final Map<String, String> FILTERS = Map.ofEntries(
            Map.entry("organizations", "parent=~organizations"),
            Map.entry("zones", "organization=~organizations"),
            Map.entry("third-parties", "parent=~third-parties"),
            Map.entry("assets", "zone=~zones"),
            Map.entry("software-products", "supplier=~third-parties"),
            Map.entry("connection-points", "zone=~zones"),
            Map.entry("data-holdings", "thirdParty=~third-parties"),
            Map.entry("zone-links", "state=CUT_DECLARED"),
            Map.entry("advisories", "sort=-updatedAt"),
            Map.entry("installations", "product=~software-products"),
            Map.entry("analyst-verdicts", "installation=~installations"));

    private final String prefix = Api.unique();

    static Sample stored() {
        var sample = new Sample();
        var lines = new StringBuilder();
        OBJECTS.keySet()
                .forEach(collection ->
                        lines.append(sample.line(collection, sample.key(collection), sample.body(collection))));
        lines.append(sample.line("zones", sample.key("other"), sample.body("zones")));
        Response answer = Api.importing(lines.toString());
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return sample;
    }

    private String line(String collection, String key, ObjectNode body) {
        return body.put("collection", collection).put("key", key) + "\n";
    }

    String key(String name) {
        return prefix + name;
    }

    String address(String collection) {
        return collection + "/" + key(collection);
    }

    String filter(String collection) {
        return FILTERS.get(collection).replace("~", prefix);
    }

    /** A new body, without a key, that refers to what is stored. */
    ObjectNode body(String collection) {
        return (ObjectNode) Api.parse(OBJECTS.get(collection).replace('\'', '"').replace("~", prefix));
    }

    /** A body that passes the filter of its collection. */
    ObjectNode child(String collection, String name) {
        ObjectNode body = body(collection).put("key", key(name)).put("name", name);
        if (collection.equals("organizations") || collection.equals("third-parties")) {
            body.put("parent", key(collection));
        }
        return body;
    }

    static ObjectNode with(JsonNode body, String property, String json) {
        ObjectNode changed = body.deepCopy();
        changed.set(property, Api.parse(json));
        return changed;
    }
}
