package dev.sekisho.firewall.reader;

import dev.sekisho.firewall.reader.Guard.Key;
import dev.sekisho.risk.traffic.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Security groups and network ACLs of AWS as the EC2 API describes them ({@code describe-security-groups},
 * {@code describe-network-acls}, several answers in one object): traffic must pass both.
 *
 * <p>Guard: {@code securityGroup} (ids or names; several permit together), {@code networkAcl}, {@code subnet} (whose ACL
 * counts), {@code instance} (its groups, its subnet's ACL), {@code vpc} (all groups in it), {@code direction} (IN if not
 * named). Instances and interfaces resolve references to groups, prefix lists those to prefix lists; others are opaque.
 */
final class AwsVpcReader implements RuleSetReader {

    @Override
    public RuleSet read(String configuration, Guard guard) {
        var document = AwsDocument.of(configuration);
        var instance = guard.one(Key.INSTANCE).map(id -> one(document.instances(), "InstanceId", Key.INSTANCE, id));
        var groups = groups(document, instance, guard);
        var acl = acl(document, instance, groups, guard);
        if (groups.isEmpty() && acl.isEmpty()) {
            throw document.groups().isEmpty()
                    ? UnsuitableGuard.missing(Key.NETWORK_ACL, ids(document.acls(), "NetworkAclId"))
                    : UnsuitableGuard.missing(Key.SECURITY_GROUP, ids(document.groups(), "GroupId"));
        }
        var byAcl = acl.map(one -> AwsNetworkAcl.read(one, document, guard.direction()));
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

    private static List<Json> groups(AwsDocument document, Optional<Json> instance, Guard guard) {
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
        var free = vpc.isPresent() || inVpc.size() == 1;
        if (!free && !inVpc.isEmpty()) {
            throw UnsuitableGuard.missing(Key.SECURITY_GROUP, ids(document.groups(), "GroupId"));
        }
        return free ? inVpc : List.of();
    }

    private static boolean names(Guard guard, Key... keys) {
        return Stream.of(keys).anyMatch(key -> guard.names().containsKey(key));
    }

    private static Json group(AwsDocument document, String name) {
        return document.groups().stream()
                .filter(group -> Stream.of("GroupId", "GroupName")
                        .anyMatch(key -> group.text(key).filter(name::equals).isPresent()))
                .findFirst()
                .orElseThrow(
                        () -> UnsuitableGuard.unknown(Key.SECURITY_GROUP, name, ids(document.groups(), "GroupId")));
    }

    private static Optional<Json> acl(AwsDocument document, Optional<Json> instance, List<Json> groups, Guard guard) {
        var named = guard.one(Key.NETWORK_ACL);
        if (named.isPresent()) {
            return named.map(id -> one(document.acls(), "NetworkAclId", Key.NETWORK_ACL, id));
        }
        var subnet = guard.one(Key.SUBNET).or(() -> instance.flatMap(AwsVpcReader::subnet));
        if (subnet.isPresent()) {
            var found = document.acls().stream()
                    .filter(acl -> applies(acl, subnet.get()))
                    .findFirst();
            if (found.isEmpty() && guard.one(Key.SUBNET).isPresent()) {
                throw UnsuitableGuard.unknown(Key.SUBNET, subnet.get(), subnets(document));
            }
            return found;
        }
        var vpcs = groups.stream()
                .flatMap(group -> group.text("VpcId").stream())
                .distinct()
                .toList();
        var candidates = document.acls().stream()
                .filter(acl -> groups.isEmpty()
                        || acl.text("VpcId").filter(vpcs::contains).isPresent())
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private static List<String> subnets(AwsDocument document) {
        var associated = document.acls().stream().flatMap(acl -> acl.list("Associations").stream());
        return ids(Stream.concat(document.subnets().stream(), associated).toList(), "SubnetId");
    }

    private static Optional<String> subnet(Json instance) {
        return Stream.concat(
                        instance.text("SubnetId").stream(),
                        instance.list("NetworkInterfaces").stream().flatMap(own -> own.text("SubnetId").stream()))
                .findFirst();
    }

    private static boolean applies(Json acl, String subnet) {
        return acl.list("Associations").stream()
                .anyMatch(one -> one.text("SubnetId").filter(subnet::equals).isPresent());
    }

    private static Json one(List<Json> all, String field, Key key, String id) {
        return all.stream()
                .filter(one -> one.text(field).filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> UnsuitableGuard.unknown(key, id, ids(all, field)));
    }

    private static List<String> ids(List<Json> all, String field) {
        return all.stream().flatMap(one -> one.text(field).stream()).distinct().toList();
    }
}
