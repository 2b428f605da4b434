package dev.sekisho.ruleset.aws;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.reading.Cloud;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.Sections.Section;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The answers of the EC2 API that filtering depends on: one answer, an object with several of them side by side, an
 * array of either, several documents one after the other, or the bare resources; names of answers are read as the API
 * writes them and in snake case.
 */
public final class AwsDocument {

    /** Which fields only a resource of its kind has. */
    private static final Map<String, Set<String>> BARE = Map.of(
            "securitygroups", Set.of("GroupId", "IpPermissions"),
            "securitygrouprules", Set.of("SecurityGroupRuleId", "IsEgress"),
            "networkacls", Set.of("NetworkAclId", "Entries"),
            "instances", Set.of("InstanceId", "NetworkInterfaces"),
            "reservations", Set.of("ReservationId", "Instances"),
            "networkinterfaces", Set.of("NetworkInterfaceId", "Groups"),
            "subnets", Set.of("SubnetId", "CidrBlock"),
            "vpcs", Set.of("VpcId", "CidrBlockAssociationSet"),
            "prefixlists", Set.of("PrefixListId", "Cidrs"));

    private final Map<String, List<ConfigurationJson>> kinds = new HashMap<>();

    /** Which kinds stand in answers that have a next page, and in answers that have none. */
    private final Set<String> firstPages = new HashSet<>();

    private final Set<String> lastPages = new HashSet<>();

    public static AwsDocument of(String text) {
        var document = new AwsDocument();
        var root = ConfigurationJson.parseSeveral(text);
        document.add(root);
        if (document.groups().isEmpty() && document.acls().isEmpty() && !document.isEmptyAnswer()) {
            throw root.refusal("'SecurityGroups', 'SecurityGroupRules' or 'NetworkAcls' is expected");
        }
        return document;
    }

    /** Of a group that only its rules tell of, the first of them, which names it. */
    public List<ConfigurationJson> groups() {
        var groups = new LinkedHashMap<String, ConfigurationJson>();
        kind("securitygroups").forEach(group -> groups.put(id(group), group));
        kind("securitygrouprules").forEach(rule -> groups.putIfAbsent(id(rule), rule));
        return List.copyOf(groups.values());
    }

    /** The rules of the group that stand alone, as {@code describe-security-group-rules} lists them. */
    List<ConfigurationJson> rulesOf(ConfigurationJson group) {
        return kind("securitygrouprules").stream()
                .filter(rule -> id(rule).equals(id(group)))
                .toList();
    }

    boolean showsAllRules() {
        return !isCutShort("securitygrouprules");
    }

    /** What a group or a network ACL is called. */
    static Section section(ConfigurationJson json) {
        var acl = json.text("NetworkAclId");
        return acl.isPresent()
                ? Section.of("network ACL", acl.get(), json.line())
                : Section.of("security group", id(json), json.line());
    }

    private static String id(ConfigurationJson json) {
        return json.text("GroupId").orElseGet(json::pointer);
    }

    public List<ConfigurationJson> acls() {
        return kind("networkacls");
    }

    List<ConfigurationJson> subnets() {
        return kind("subnets");
    }

    /** Instances wherever they stand: reservations hold them too. */
    List<ConfigurationJson> instances() {
        var reserved = kind("reservations").stream().flatMap(reservation -> reservation.list("Instances").stream());
        return Stream.concat(kind("instances").stream(), reserved).toList();
    }

    /** Everything that has addresses and security groups. */
    List<ConfigurationJson> endpoints() {
        var own = instances().stream().flatMap(instance -> instance.list("NetworkInterfaces").stream());
        return Stream.of(kind("networkinterfaces").stream(), own, instances().stream())
                .flatMap(endpoints -> endpoints)
                .toList();
    }

    /** A listing of network interfaces has those of services too, one of instances has not. */
    boolean showsAllEndpoints() {
        return !kind("networkinterfaces").isEmpty() && !isCutShort("networkinterfaces");
    }

    boolean showsAllGroups() {
        return !isCutShort("securitygroups");
    }

    boolean showsAllAcls() {
        return !isCutShort("networkacls");
    }

    /** A further page of the answer is missing. */
    private boolean isCutShort(String kind) {
        return firstPages.contains(kind) && !lastPages.contains(kind);
    }

    /** The addresses of the subnet, if the document has it. */
    Optional<AddressSet> subnet(String id) {
        return subnets().stream()
                .filter(subnet -> subnet.text("SubnetId").filter(id::equals).isPresent())
                .filter(subnet -> subnet.field("CidrBlock").isPresent())
                .findFirst()
                .flatMap(subnet -> known(() -> AddressSet.union(Stream.concat(
                                subnet.field("CidrBlock").stream(),
                                subnet.list("Ipv6CidrBlockAssociationSet").stream()
                                        .flatMap(a -> a.field("Ipv6CidrBlock").stream()))
                        .map(Cloud::cidr)
                        .toList())));
    }

    /** Addresses that cannot be read are not known. */
    private static Optional<AddressSet> known(Supplier<AddressSet> reading) {
        try {
            return Optional.of(reading.get());
        } catch (UnreadableConfiguration unreadable) {
            return Optional.empty();
        }
    }

    /** The addresses of one endpoint. */
    static AddressSet addresses(ConfigurationJson endpoint) {
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

    static List<String> groupIds(ConfigurationJson endpoint) {
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
                .flatMap(list -> known(() -> cidrs(list)));
    }

    Optional<AddressSet> vpc(String id) {
        return kind("vpcs").stream()
                .filter(vpc -> vpc.text("VpcId").filter(id::equals).isPresent())
                .findFirst()
                .flatMap(vpc -> known(() -> AddressSet.union(Stream.concat(
                                vpc.field("CidrBlock").stream(),
                                Stream.concat(
                                        vpc.list("CidrBlockAssociationSet").stream()
                                                .flatMap(a -> a.field("CidrBlock").stream()),
                                        vpc.list("Ipv6CidrBlockAssociationSet").stream()
                                                .flatMap(a -> a.field("Ipv6CidrBlock").stream())))
                        .map(Cloud::cidr)
                        .toList())));
    }

    private static AddressSet cidrs(ConfigurationJson list) {
        var entries = list.list("Entries").stream().map(entry -> entry.required("Cidr"));
        return AddressSet.union(Stream.concat(list.list("Cidrs").stream(), entries)
                .map(Cloud::cidr)
                .toList());
    }

    private void add(ConfigurationJson part) {
        if (part.isArray()) {
            part.items().forEach(this::add);
            return;
        }
        part.require(part.isObject(), "an answer of the EC2 API is expected");
        var answer = Cloud.unwrapped(part);
        var own = kindOf(answer);
        if (own.isPresent()) {
            add(own.get(), List.of(answer));
            return;
        }
        var pages = answer.text("NextToken").filter(token -> !token.isEmpty()).isPresent() ? firstPages : lastPages;
        answer.fields().forEach((name, field) -> {
            if (field.isArray()) {
                var kind = name.replace("_", "").toLowerCase(Locale.ROOT);
                pages.add(kind);
                add(kind, field.items());
            }
        });
    }

    private void add(String kind, List<ConfigurationJson> resources) {
        kinds.computeIfAbsent(kind, key -> new ArrayList<>()).addAll(resources);
    }

    /** What a resource is that stands alone, as a query of the command line leaves it. */
    private static Optional<String> kindOf(ConfigurationJson resource) {
        var fields = resource.fields().keySet();
        return BARE.entrySet().stream()
                .filter(kind -> fields.containsAll(kind.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean isEmptyAnswer() {
        return kinds.containsKey("securitygroups")
                || kinds.containsKey("securitygrouprules")
                || kinds.containsKey("networkacls");
    }

    private List<ConfigurationJson> kind(String name) {
        return kinds.getOrDefault(name, List.of());
    }
}
