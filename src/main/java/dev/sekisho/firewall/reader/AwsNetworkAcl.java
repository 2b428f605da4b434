package dev.sekisho.firewall.reader;

import dev.sekisho.risk.traffic.Action;
import dev.sekisho.risk.traffic.ProtocolSet;
import dev.sekisho.risk.traffic.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** One network ACL: its entries in order of their numbers, then deny. Replies are not looked at. */
final class AwsNetworkAcl {

    private static final Set<String> FIELDS = Set.of(
            "egress",
            "rulenumber",
            "ruleaction",
            "protocol",
            "cidrblock",
            "ipv6cidrblock",
            "portrange",
            "icmptypecode");

    private AwsNetworkAcl() {}

    static RuleSet read(Json acl, Direction direction) {
        var rules = new RuleCollector();
        acl.list("Entries").stream()
                .filter(entry -> entry.required("Egress").flag() == (direction == Direction.OUT))
                .sorted(Comparator.comparingInt(
                        entry -> entry.required("RuleNumber").number()))
                .forEach(entry -> add(acl, entry, direction, rules));
        return rules.finish(Action.DENY);
    }

    private static void add(Json acl, Json entry, Direction direction, RuleCollector rules) {
        var doubts = new ArrayList<>(Cloud.unknownConditions(entry, FIELDS));
        var service = service(entry, doubts);
        var cidr = Cloud.cidr(entry.field("CidrBlock").orElseGet(() -> entry.required("Ipv6CidrBlock")));
        var match = direction == Direction.IN ? service.from(cidr) : service.to(cidr);
        var origin = acl.text("NetworkAclId").orElse("network ACL") + " rule "
                + entry.required("RuleNumber").number();
        rules.add(action(entry.required("RuleAction")), match, doubts, entry.line(), origin);
    }

    private static Action action(Json json) {
        return switch (json.text()) {
            case "allow" -> Action.PERMIT;
            case "deny" -> Action.DENY;
            default -> throw json.refusal("allow or deny is expected");
        };
    }

    private static Match service(Json entry, List<String> doubts) {
        var protocols = Cloud.protocol(entry.required("Protocol"));
        var match = Match.ANY.over(protocols);
        var ports = entry.field("PortRange").filter(range -> ProtocolSet.TCP_UDP.contains(protocols));
        if (ports.isPresent()) {
            var from = ports.get().required("From").number();
            match = match.toPorts(
                    Cloud.range(ports.get(), from, ports.get().required("To").number()));
        }
        var icmp = entry.field("IcmpTypeCode").filter(type -> Match.ICMPS.contains(protocols));
        if (icmp.isPresent()) {
            match = match.types(
                    Cloud.type(icmp.get(), icmp.get().required("Type").signed()));
            if (icmp.get().field("Code").map(Json::signed).orElse(-1) != -1) {
                doubts.add("matches some ICMP codes only");
            }
        }
        return match;
    }
}
