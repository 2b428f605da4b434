package dev.sekisho.ruleset.aws;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.reading.Cloud;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.Direction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One network ACL: its entries in order of their numbers, then deny. Replies are not looked at. It stands at the border
 * of a subnet: what stays within one it does not judge.
 */
final class AwsNetworkAcl {

    private static final Set<String> KNOWN = Set.of(
            "cidrblock",
            "ipv6cidrblock",
            "egress",
            "icmptypecode",
            "portrange",
            "protocol",
            "ruleaction",
            "rulenumber");

    /** The number of the rule that every network ACL ends in and nobody can change, shown as "*". */
    private static final int LAST = 32767;

    private AwsNetworkAcl() {}

    static RuleSet read(ConfigurationJson acl, AwsDocument document, Direction direction) {
        var rules = new RuleCollector();
        if (acl.field("Entries").isEmpty()) {
            var why = "the entries of the network ACL are not shown";
            rules.permit(RuleMatch.ANY, List.of(why), acl.line(), why);
        }
        permitWithin(acl, document, rules);
        acl.list("Entries").stream()
                .sorted(Comparator.comparingInt(AwsNetworkAcl::order))
                .forEach(entry -> read(acl, entry, direction, rules));
        return rules.finish(Action.DENY);
    }

    private static void permitWithin(ConfigurationJson acl, AwsDocument document, RuleCollector rules) {
        var subnets = acl.list("Associations").stream()
                .flatMap(one -> one.text("SubnetId").stream())
                .toList();
        for (var id : subnets) {
            var within = document.subnet(id);
            within.ifPresent(addresses -> rules.imply(
                    Action.PERMIT, RuleMatch.ANY.from(addresses).to(addresses), acl.line(), "within subnet " + id));
        }
        if (!subnets.stream().allMatch(id -> document.subnet(id).isPresent())) {
            var network = acl.text("VpcId").flatMap(document::vpc).orElse(Cloud.PRIVATE);
            var doubt = "a network ACL does not judge what stays within one subnet, and the subnets are not given";
            rules.permit(RuleMatch.ANY.from(network).to(network), List.of(doubt), acl.line(), "within a subnet");
        }
    }

    /** One without a number that can be read may stand before all others. */
    private static int order(ConfigurationJson entry) {
        try {
            return entry.required("RuleNumber").number();
        } catch (UnreadableConfiguration unreadable) {
            return -1;
        }
    }

    private record Entry(Action action, RuleMatch match, List<String> doubts, int number) {}

    private static void read(ConfigurationJson acl, ConfigurationJson json, Direction direction, RuleCollector rules) {
        var name = acl.text("NetworkAclId").orElse("network ACL") + " rule ";
        Entry entry;
        try {
            if (json.required("Egress").flag() != (direction == Direction.OUT)) {
                return;
            }
            entry = entry(json, direction);
        } catch (UnreadableConfiguration unreadable) {
            rules.unreadable(
                    denies(json) ? Action.DENY : Action.PERMIT, RuleMatch.ANY, unreadable, name + json.pointer());
            return;
        }
        var origin = name + entry.number();
        if (entry.doubts().isEmpty() && entry.number() == LAST) {
            rules.imply(entry.action(), entry.match(), json.line(), origin);
        } else {
            rules.add(entry.action(), entry.match(), entry.doubts(), json.line(), origin);
        }
    }

    private static Entry entry(ConfigurationJson json, Direction direction) {
        var doubts = new ArrayList<String>();
        var service = service(json, doubts);
        doubts.addAll(Cloud.unknown(json.fields(), KNOWN));
        var cidr = addresses(json);
        var match = direction == Direction.IN ? service.from(cidr) : service.to(cidr);
        return new Entry(
                action(json.required("RuleAction")),
                match,
                doubts,
                json.required("RuleNumber").number());
    }

    private static boolean denies(ConfigurationJson json) {
        return json.isObject()
                && json.field("RuleAction")
                        .filter(action -> action.isText() && action.text().equals("deny"))
                        .isPresent();
    }

    private static AddressSet addresses(ConfigurationJson entry) {
        var six = entry.field("Ipv6CidrBlock").map(Cloud::cidr);
        return entry.field("CidrBlock").isEmpty() && six.isPresent()
                ? six.get()
                : Cloud.cidr(entry.required("CidrBlock")).union(six.orElse(AddressSet.NONE));
    }

    private static Action action(ConfigurationJson json) {
        return switch (json.text()) {
            case "allow" -> Action.PERMIT;
            case "deny" -> Action.DENY;
            default -> throw json.refusal("allow or deny is expected");
        };
    }

    private static RuleMatch service(ConfigurationJson entry, List<String> doubts) {
        var protocols = Cloud.protocol(entry.required("Protocol"));
        var match = RuleMatch.ANY.over(protocols);
        var ports = entry.field("PortRange").filter(range -> ProtocolSet.TCP_UDP.contains(protocols));
        if (ports.isPresent()) {
            var from = ports.get().required("From").number();
            match = match.toPorts(
                    Cloud.range(ports.get(), from, ports.get().required("To").number()));
        }
        var icmp = entry.field("IcmpTypeCode").filter(type -> RuleMatch.ICMPS.contains(protocols));
        if (icmp.isPresent()) {
            match = match.types(
                    Cloud.type(icmp.get(), icmp.get().required("Type").signed()));
            if (icmp.get().field("Code").map(ConfigurationJson::signed).orElse(-1) != -1) {
                doubts.add("matches some ICMP codes only");
            }
        }
        return match;
    }
}
