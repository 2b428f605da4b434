package dev.sekisho.ruleset.aws;

import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.Conjunction;
import dev.sekisho.ruleset.reading.Disjunction;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.ParsedConfiguration;
import dev.sekisho.ruleset.reading.RuleSetReader;
import dev.sekisho.ruleset.reading.Sections;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Security groups and network ACLs of AWS as the EC2 API describes them ({@code describe-security-groups},
 * {@code describe-security-group-rules}, {@code describe-network-acls}, several answers in one object): traffic must pass both.
 *
 * <p>Guard: {@code securityGroup} (ids or names; several permit together), {@code networkAcl}, {@code subnet} (whose ACL
 * counts), {@code instance} (its groups, its subnet's ACL), {@code vpc} (all groups in it), {@code direction} (IN if not
 * named). Instances and interfaces resolve references to groups, prefix lists those to prefix lists; others are opaque.
 */
public final class AwsVpcReader implements RuleSetReader {

    @Override
    public ParsedConfiguration parse(String configuration) {
        var document = AwsDocument.of(configuration);
        var sections = new Sections();
        document.groups().forEach(group -> sections.declare(AwsDocument.section(group)));
        document.acls().forEach(acl -> sections.declare(AwsDocument.section(acl)));
        return new Parsed(document, sections);
    }

    private record Parsed(AwsDocument document, Sections sections) implements ParsedConfiguration {

        @Override
        public RuleSet read(GuardSelector guard) {
            return AwsVpcReader.read(document, guard, sections);
        }
    }

    private static RuleSet read(AwsDocument document, GuardSelector guard, Sections sections) {
        var instance = guard.one(Key.INSTANCE).map(id -> one(document.instances(), "InstanceId", Key.INSTANCE, id));
        var groups = groups(document, instance, guard);
        var acls = acls(document, instance, groups, guard);
        if (groups.isEmpty() && acls.isEmpty()) {
            throw document.groups().isEmpty()
                    ? UnsuitableGuard.missing(Key.NETWORK_ACL, ids(document.acls(), "NetworkAclId"))
                    : UnsuitableGuard.missing(Key.SECURITY_GROUP, ids(document.groups(), "GroupId"));
        }
        Stream.concat(groups.stream(), acls.stream()).forEach(one -> sections.ask(AwsDocument.section(one)));
        // which of several subnets a packet enters by is not known
        var byAcl = acls.stream()
                .map(one -> AwsNetworkAcl.read(one, document, guard.direction()))
                .reduce(Disjunction::of);
        if (groups.isEmpty()) {
            return byAcl.orElseThrow();
        }
        var byGroups = new AwsSecurityGroups(document, guard.direction()).read(groups);
        return byAcl.map(first -> Conjunction.of(first, byGroups)).orElseGet(() -> noted(document, byGroups));
    }

    private static RuleSet noted(AwsDocument document, RuleSet byGroups) {
        var note = document.acls().isEmpty()
                ? "the configuration has no network ACL; only security groups count"
                : "it is not named which network ACL applies; only security groups count";
        return new RuleSet(
                byGroups.rules(),
                byGroups.defaultAction(),
                Stream.concat(byGroups.notes().stream(), Stream.of(note)).toList());
    }

    private static List<ConfigurationJson> groups(
            AwsDocument document, Optional<ConfigurationJson> instance, GuardSelector guard) {
        var named = guard.all(Key.SECURITY_GROUP);
        if (!named.isEmpty()) {
            return named.stream().map(name -> group(document, name)).toList();
        }
        if (instance.isPresent()) {
            var ids = AwsDocument.groupIds(instance.get());
            var own = instance.get().list("NetworkInterfaces").stream().flatMap(n -> AwsDocument.groupIds(n).stream());
            return Stream.concat(ids.stream(), own)
                    .distinct()
                    .map(id -> group(document, id))
                    .toList();
        }
        var vpc = guard.one(Key.VPC);
        if (vpc.isEmpty() && names(guard, Key.NETWORK_ACL, Key.SUBNET)) {
            // not everything in a subnet needs to have the groups the document happens to show
            return List.of();
        }
        var inVpc = document.groups().stream()
                .filter(group -> vpc.isEmpty() || group.text("VpcId").equals(vpc))
                .toList();
        if (vpc.isPresent() && inVpc.isEmpty()) {
            throw UnsuitableGuard.unknown(Key.VPC, vpc.get(), ids(document.groups(), "VpcId"));
        }
        if (vpc.isPresent() && !document.showsAllGroups()) {
            throw new UnreadableConfiguration(1, 1, "this is one page of several; give all of them");
        }
        var free = vpc.isPresent() || inVpc.size() == 1;
        if (!free && !inVpc.isEmpty()) {
            throw UnsuitableGuard.missing(Key.SECURITY_GROUP, ids(document.groups(), "GroupId"));
        }
        return free ? inVpc : List.of();
    }

    private static boolean names(GuardSelector guard, Key... keys) {
        return Stream.of(keys).anyMatch(key -> guard.names().containsKey(key));
    }

    private static ConfigurationJson group(AwsDocument document, String name) {
        return document.groups().stream()
                .filter(group -> Stream.of("GroupId", "GroupName")
                        .anyMatch(key -> group.text(key).filter(name::equals).isPresent()))
                .findFirst()
                .orElseThrow(
                        () -> UnsuitableGuard.unknown(Key.SECURITY_GROUP, name, ids(document.groups(), "GroupId")));
    }

    /** None where it is not known which apply. */
    private static List<ConfigurationJson> acls(
            AwsDocument document,
            Optional<ConfigurationJson> instance,
            List<ConfigurationJson> groups,
            GuardSelector guard) {
        var named = guard.one(Key.NETWORK_ACL);
        if (named.isPresent()) {
            return List.of(one(document.acls(), "NetworkAclId", Key.NETWORK_ACL, named.get()));
        }
        var subnet = guard.one(Key.SUBNET);
        if (subnet.isPresent()) {
            var found = applying(document, subnet.get());
            return List.of(
                    found.orElseThrow(() -> UnsuitableGuard.unknown(Key.SUBNET, subnet.get(), subnets(document))));
        }
        var own = instance.stream().flatMap(AwsVpcReader::ownSubnets).distinct().toList();
        if (!own.isEmpty()) {
            var known = own.stream().allMatch(id -> applying(document, id).isPresent());
            return document.acls().stream()
                    .filter(acl -> known && own.stream().anyMatch(id -> applies(acl, id)))
                    .toList();
        }
        return onlyOne(document, groups).stream().toList();
    }

    private static Optional<ConfigurationJson> applying(AwsDocument document, String subnet) {
        return document.acls().stream().filter(acl -> applies(acl, subnet)).findFirst();
    }

    /** Every network has its default ACL: one that is another is never the only one. */
    private static Optional<ConfigurationJson> onlyOne(AwsDocument document, List<ConfigurationJson> groups) {
        var vpcs = groups.stream()
                .flatMap(group -> group.text("VpcId").stream())
                .distinct()
                .toList();
        var candidates = document.acls().stream()
                .filter(acl -> groups.isEmpty()
                        || acl.text("VpcId").filter(vpcs::contains).isPresent())
                .toList();
        return candidates.stream()
                .filter(acl -> candidates.size() == 1)
                .filter(acl -> groups.isEmpty() || document.showsAllAcls() && !isOther(acl))
                .findFirst();
    }

    private static boolean isOther(ConfigurationJson acl) {
        return acl.field("IsDefault").filter(stated -> !stated.flag()).isPresent();
    }

    private static List<String> subnets(AwsDocument document) {
        var associated = document.acls().stream().flatMap(acl -> acl.list("Associations").stream());
        return ids(Stream.concat(document.subnets().stream(), associated).toList(), "SubnetId");
    }

    private static Stream<String> ownSubnets(ConfigurationJson instance) {
        return Stream.concat(
                instance.text("SubnetId").stream(),
                instance.list("NetworkInterfaces").stream().flatMap(own -> own.text("SubnetId").stream()));
    }

    private static boolean applies(ConfigurationJson acl, String subnet) {
        return acl.list("Associations").stream()
                .anyMatch(one -> one.text("SubnetId").filter(subnet::equals).isPresent());
    }

    private static ConfigurationJson one(List<ConfigurationJson> all, String field, Key key, String id) {
        return all.stream()
                .filter(one -> one.text(field).filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> UnsuitableGuard.unknown(key, id, ids(all, field)));
    }

    private static List<String> ids(List<ConfigurationJson> all, String field) {
        return all.stream().flatMap(one -> one.text(field).stream()).distinct().toList();
    }
}
