package dev.sekisho.web.contract;

import java.util.Map;
import java.util.Set;

/** The parameters that many operations take. */
final class UsualParameters {
    /** What a parameter of this name means wherever the operation says nothing else. */
    static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("key", "Key of the object."),
            Map.entry("id", "Identifier, as the list shows it."),
            Map.entry("code", "Code of a rule, like NET-01."),
            Map.entry("thirdParty", "Key of a third party; only what concerns it."),
            Map.entry("connectionPoint", "Key of a connection point; only what concerns it."),
            Map.entry("organization", "Key of an organization of ours; only what concerns it."),
            Map.entry("zone", "Key of a zone; only what concerns it."),
            Map.entry("asset", "Key of a host; only what concerns it."),
            Map.entry("product", "Key of a software product; only what concerns it."),
            Map.entry("advisory", "Key of an advisory; only what concerns it."),
            Map.entry("severity", "This severity or a worse one."),
            Map.entry("status", "Only those with this status."),
            Map.entry("subject", "The kind of subject."),
            Map.entry("band", "This band or a worse one."),
            Map.entry("kind", "Only those of this kind."),
            Map.entry("updatedSince", "Only what changed at or after this instant, RFC 3339 in UTC."),
            Map.entry("granularity", "Distance between two points."),
            Map.entry("format", "Format of the body."),
            Map.entry("installation", "Key of an installation; only what concerns it."),
            Map.entry("exploited", "Whether somebody is known to use the flaw."),
            Map.entry("noFix", "Whether there is no fix."),
            Map.entry("overdue", "Whether the deadline has passed."),
            Map.entry("reachable", "Whether a third party can reach it."),
            Map.entry("unknown", "Whether it cannot be decided."),
            Map.entry("table", "The table to read, where the configuration has several."),
            Map.entry("chain", "The chain to read, where the configuration has several."),
            Map.entry(
                    "family",
                    "The family of addresses of a configuration that does not say it itself: IPV4, IPV6, or BOTH where it is loaded for both or has one part for each."),
            Map.entry(
                    "acl",
                    "The access list or packet filter to read, where the configuration has several; of CHECKPOINT the ordered access layers, separated by commas, each of which must accept."),
            Map.entry("interface", "The interface the traffic comes in by."),
            Map.entry("outInterface", "The interface the traffic leaves by."),
            Map.entry("direction", "The direction of the traffic, seen from the link's far end."),
            Map.entry("instance", "The instance behind the cloud firewall."),
            Map.entry("securityGroup", "The security group to read."),
            Map.entry("networkAcl", "The network ACL to read."),
            Map.entry("nsg", "The network security group to read."),
            Map.entry("subnet", "The subnet whose rules to read."),
            Map.entry("vpc", "The virtual network to read."),
            Map.entry("vdom", "The virtual domain to read."),
            Map.entry("fromZone", "The zone of the device that the traffic comes from."),
            Map.entry("toZone", "The zone of the device in which the real destination lies."),
            Map.entry(
                    "vsys",
                    "The virtual system to read; of JUNOS the logical system or tenant, root-logical-system for what is not divided."),
            Map.entry(
                    "deviceGroup",
                    "The device group to read, where the configuration is of a manager of firewalls; of CHECKPOINT the policy package."),
            Map.entry(
                    "gateway",
                    "The gateway at the link, where the configuration is of a manager of firewalls and installs rules on some of them only."),
            Map.entry(
                    "otherRules",
                    "NONE says that no rules stand elsewhere, on a firewall beside those of its manager or in the manager beside those of a firewall; not said, whatever such rules may permit counts as a doubt."),
            Map.entry("dryRun", "Whether to tell what would change without changing it."),
            Map.entry("sort", "The field to order by, with a leading - for descending order."));

    /** Formats of those that are more than any text. */
    static final Map<String, String> FORMATS = Map.of("updatedSince", "date-time");

    /** Those whose text need not be the name of anything. */
    static final Set<String> FREE_TEXT = Set.of("name", "q");

    private UsualParameters() {}
}
