package dev.sekisho.firewall.reader;

import dev.sekisho.risk.traffic.AddressSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answers of the EC2 API that filtering depends on: one answer, an object with several of them side by side, or an
 * array of either; names are read as the API writes them and in snake case.
 */
final class AwsDocument {

    private final Map<String, List<Json>> kinds = new HashMap<>();

    static AwsDocument of(String text) {
        var document = new AwsDocument();
        var root = Cloud.unwrapped(Json.parse(text));
        if (root.isArray()) {
            root.items().forEach(document::add);
        } else {
            document.add(root);
        }
        if (document.groups().isEmpty() && document.acls().isEmpty() && !document.isEmptyAnswer()) {
            throw root.refusal("'SecurityGroups' or 'NetworkAcls' is expected");
        }
        return document;
    }

    List<Json> groups() {
        return kind("securitygroups");
    }

    List<Json> acls() {
        return kind("networkacls");
    }

    List<Json> subnets() {
        return kind("subnets");
    }

    /** Instances wherever they stand: reservations hold them too. */
    List<Json> instances() {
        var reserved = kind("reservations").stream().flatMap(reservation -> reservation.list("Instances").stream());
        return Stream.concat(kind("instances").stream(), reserved).toList();
    }

    /** Everything that has addresses and security groups. */
    List<Json> endpoints() {
        var own = instances().stream().flatMap(instance -> instance.list("NetworkInterfaces").stream());
        return Stream.of(kind("networkinterfaces").stream(), own, instances().stream())
                .flatMap(endpoints -> endpoints)
                .toList();
    }

    /** The addresses of one endpoint. */
    static AddressSet addresses(Json endpoint) {
        var found = new ArrayList<AddressSet>();
        endpoint.field("PrivateIpAddress").ifPresent(address -> found.add(Cloud.cidr(address)));
        for (var more : endpoint.list("PrivateIpAddresses")) {
            more.field("PrivateIpAddress").ifPresent(address -> found.add(Cloud.cidr(address)));
        }
        for (var more : endpoint.list("Ipv6Addresses")) {
            more.field("Ipv6Address").ifPresent(address -> found.add(Cloud.cidr(address)));
        }
        return AddressSet.union(found);
    }

    static List<String> groupIds(Json endpoint) {
        return Stream.concat(endpoint.list("Groups").stream(), endpoint.list("SecurityGroups").stream())
                .flatMap(group -> group.text("GroupId").stream())
                .toList();
    }

    /** The CIDRs of a prefix list, if the document has it. */
    Optional<AddressSet> prefixList(String id) {
        return Stream.concat(kind("prefixlists").stream(), kind("managedprefixlists").stream())
                .filter(list -> list.text("PrefixListId").filter(id::equals).isPresent())
                .filter(list ->
                        list.field("Cidrs").isPresent() || list.field("Entries").isPresent())
                .findFirst()
                .map(AwsDocument::cidrs);
    }

    Optional<AddressSet> vpc(String id) {
        return kind("vpcs").stream()
                .filter(vpc -> vpc.text("VpcId").filter(id::equals).isPresent())
                .findFirst()
                .map(vpc -> AddressSet.union(Stream.concat(
                                vpc.field("CidrBlock").stream(),
                                vpc.list("CidrBlockAssociationSet").stream()
                                        .flatMap(a -> a.field("CidrBlock").stream()))
                        .map(Cloud::cidr)
                        .toList()));
    }

    private static AddressSet cidrs(Json list) {
        var entries = list.list("Entries").stream().map(entry -> entry.required("Cidr"));
        return AddressSet.union(Stream.concat(list.list("Cidrs").stream(), entries)
                .map(Cloud::cidr)
                .toList());
    }

    private void add(Json part) {
        part.require(part.isObject(), "an answer of the EC2 API is expected");
        part.fields().forEach((name, field) -> {
            if (field.isArray()) {
                kinds.computeIfAbsent(name.replace("_", "").toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                        .addAll(field.items());
            }
        });
    }

    private boolean isEmptyAnswer() {
        return kinds.containsKey("securitygroups") || kinds.containsKey("networkacls");
    }

    private List<Json> kind(String name) {
        return kinds.getOrDefault(name, List.of());
    }
}
