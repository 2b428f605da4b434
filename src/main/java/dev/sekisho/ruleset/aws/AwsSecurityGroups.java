package dev.sekisho.ruleset.aws;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.reading.Cloud;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.Direction;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a number of security groups permit together: they only allow, so their order means nothing. */
final class AwsSecurityGroups {

    private static final Set<String> KNOWN =
            Set.of("ipprotocol", "fromport", "toport", "ipranges", "ipv6ranges", "prefixlistids", "useridgrouppairs");

    /** What a rule has that stands alone. */
    private static final Set<String> ALONE = Set.of(
            "securitygroupruleid",
            "securitygrouprulearn",
            "groupid",
            "groupownerid",
            "isegress",
            "ipprotocol",
            "fromport",
            "toport",
            "cidripv4",
            "cidripv6",
            "prefixlistid",
            "referencedgroupinfo",
            "description",
            "tags");

    private final AwsDocument document;
    private final Direction direction;
    private final RuleCollector rules = new RuleCollector();

    AwsSecurityGroups(AwsDocument document, Direction direction) {
        this.document = document;
        this.direction = direction;
    }

    RuleSet read(List<ConfigurationJson> groups) {
        for (var group : groups) {
            var permissions = direction == Direction.IN ? "IpPermissions" : "IpPermissionsEgress";
            var alone = document.rulesOf(group);
            if (group.field(permissions).isEmpty() && !alone.isEmpty()) {
                permitAlone(group, alone);
                continue;
            }
            if (group.field(permissions).isEmpty()) {
                // what only mentions a group gives its name and no rules
                var why = "the rules of security group "
                        + Redaction.value(group.text("GroupId").orElse(""))
                        + " are not shown";
                rules.permit(RuleMatch.ANY, List.of(why), group.line(), why);
            }
            group.list(permissions).forEach(permission -> permit(group, permission));
        }
        return rules.finish(Action.DENY);
    }

    /** Rules that stand alone: of one direction all, where no further page is missing. */
    private void permitAlone(ConfigurationJson group, List<ConfigurationJson> alone) {
        var name = Redaction.value(group.text("GroupId").orElse(""));
        if (!document.showsAllRules()) {
            var why = "not all rules of security group " + name + " are shown";
            rules.permit(RuleMatch.ANY, List.of(why), group.line(), why);
        }
        rules.note("the rules listed of security group " + name + " count as all it has");
        alone.forEach(rule -> permit(group, rule));
    }

    private void permit(ConfigurationJson group, ConfigurationJson permission) {
        var doubts = new ArrayList<String>();
        var origin = group.text("GroupId").orElse("security group") + permission.pointer();
        RuleMatch service;
        List<Resolved<AddressSet>> peers;
        try {
            if (isAlone(permission) && permission.required("IsEgress").flag() != (direction == Direction.OUT)) {
                return;
            }
            service = service(permission, doubts);
            peers = isAlone(permission) ? List.of(peer(permission)) : peers(permission);
        } catch (UnreadableConfiguration unreadable) {
            rules.unreadable(Action.PERMIT, RuleMatch.ANY, unreadable, origin);
            return;
        }
        for (var peer : peers) {
            var match = direction == Direction.IN ? service.from(peer.set()) : service.to(peer.set());
            rules.permit(
                    match,
                    Stream.concat(doubts.stream(), peer.doubts().stream()).toList(),
                    permission.line(),
                    origin);
        }
    }

    private static RuleMatch service(ConfigurationJson permission, List<String> doubts) {
        var protocols = Cloud.protocol(permission.required("IpProtocol"));
        var match = RuleMatch.ANY.over(protocols);
        var from = permission.field("FromPort").map(ConfigurationJson::signed);
        var to = permission.field("ToPort").map(ConfigurationJson::signed);
        if (from.isEmpty() || protocols.isAny()) {
            return match;
        }
        if (RuleMatch.ICMPS.contains(protocols)) {
            if (to.orElse(-1) != -1) {
                doubts.add("matches some ICMP codes only");
            }
            return match.types(Cloud.type(permission, from.get()));
        }
        // of other protocols everything is permitted, whatever range is stated
        return from.get() == -1 || !ProtocolSet.TCP_UDP.contains(protocols)
                ? match
                : match.toPorts(Cloud.range(permission, from.get(), to.orElse(from.get())));
    }

    private static boolean isAlone(ConfigurationJson rule) {
        return rule.field("SecurityGroupRuleId").isPresent()
                || rule.field("IsEgress").isPresent();
    }

    /** The one peer of a rule that stands alone; its referenced group has a network of its own at most. */
    private Resolved<AddressSet> peer(ConfigurationJson rule) {
        var unknown = Cloud.unknown(rule.fields(), ALONE);
        if (!unknown.isEmpty()) {
            return new Resolved<>(AddressSet.ANY, unknown);
        }
        var cidr = rule.field("CidrIpv4").or(() -> rule.field("CidrIpv6"));
        if (cidr.isPresent()) {
            return exactly(cidr.get());
        }
        var list = rule.text("PrefixListId");
        if (list.isPresent()) {
            return prefixList(list.get());
        }
        return rule.field("ReferencedGroupInfo")
                .map(pair -> Resolved.union(group(pair)))
                .orElseThrow(() -> rule.refusal("nobody is named whom the rule is about"));
    }

    private List<Resolved<AddressSet>> peers(ConfigurationJson permission) {
        var peers = new ArrayList<Resolved<AddressSet>>();
        permission.list("IpRanges").forEach(range -> peers.add(exactly(range.required("CidrIp"))));
        permission.list("Ipv6Ranges").forEach(range -> peers.add(exactly(range.required("CidrIpv6"))));
        permission
                .list("PrefixListIds")
                .forEach(list ->
                        peers.add(prefixList(list.required("PrefixListId").text())));
        permission.list("UserIdGroupPairs").forEach(pair -> peers.addAll(group(pair)));
        // a field nobody knows may name peers as well as restrict them
        var unknown = Cloud.unknown(permission.fields(), KNOWN);
        return unknown.isEmpty() ? peers : List.of(new Resolved<>(AddressSet.ANY, unknown));
    }

    private static Resolved<AddressSet> exactly(ConfigurationJson cidr) {
        return Resolved.exactly(Cloud.cidr(cidr));
    }

    private Resolved<AddressSet> prefixList(String id) {
        return document.prefixList(id)
                .map(Resolved::exactly)
                .orElseGet(() -> Resolved.doubtful(
                        AddressSet.ANY, "prefix list " + Redaction.value(id) + " is not in the configuration"));
    }

    /** The members of a referenced group that the document shows, and whoever of its network may be one besides. */
    private List<Resolved<AddressSet>> group(ConfigurationJson pair) {
        var id = pair.text("GroupId").orElse("");
        var shown = isKnown(id) ? document.endpoints() : List.<ConfigurationJson>of();
        var members = Resolved.exactly(addresses(shown.stream()
                .filter(endpoint -> AwsDocument.groupIds(endpoint).contains(id))
                .toList()));
        return !shown.isEmpty() && document.showsAllEndpoints()
                ? List.of(members)
                : List.of(
                        members,
                        Resolved.doubtful(
                                network(id).minus(addresses(shown)),
                                "the members of security group " + Redaction.value(id) + " are not all known"));
    }

    private static AddressSet addresses(List<ConfigurationJson> endpoints) {
        return AddressSet.union(endpoints.stream().map(AwsDocument::addresses).toList());
    }

    private AddressSet network(String id) {
        return document.groups().stream()
                .filter(group -> group.text("GroupId").filter(id::equals).isPresent())
                .flatMap(group -> group.text("VpcId").flatMap(document::vpc).stream())
                .findFirst()
                .orElse(AddressSet.ANY);
    }

    private boolean isKnown(String id) {
        return document.groups().stream()
                .anyMatch(group -> group.text("GroupId").filter(id::equals).isPresent());
    }
}
