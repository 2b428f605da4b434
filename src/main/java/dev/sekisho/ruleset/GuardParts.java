package dev.sekisho.ruleset;

import dev.sekisho.ruleset.reading.Guard;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What of a configuration guards a link; several parts of one kind are separated by commas. */
record GuardParts(
        @QueryParam("chain") @Nullable String chain,
        @QueryParam("table") @Nullable String table,
        @QueryParam("family") @Nullable String family,
        @QueryParam("interface") @Nullable String interfaceName,
        @QueryParam("outInterface") @Nullable String outInterface,
        @QueryParam("direction") @Nullable String direction,
        @QueryParam("acl") @Nullable String acl,
        @QueryParam("vdom") @Nullable String vdom,
        @QueryParam("securityGroup") @Nullable String securityGroup,
        @QueryParam("networkAcl") @Nullable String networkAcl,
        @QueryParam("subnet") @Nullable String subnet,
        @QueryParam("vpc") @Nullable String vpc,
        @QueryParam("instance") @Nullable String instance,
        @QueryParam("nsg") @Nullable String nsg) {
    Guard guard() {
        Guard guard = Guard.unnamed();
        guard = with(guard, Guard.Key.CHAIN, chain);
        guard = with(guard, Guard.Key.TABLE, table);
        guard = with(guard, Guard.Key.FAMILY, family);
        guard = with(guard, Guard.Key.INTERFACE, interfaceName);
        guard = with(guard, Guard.Key.OUT_INTERFACE, outInterface);
        guard = with(guard, Guard.Key.DIRECTION, direction);
        guard = with(guard, Guard.Key.ACL, acl);
        guard = with(guard, Guard.Key.VDOM, vdom);
        guard = with(guard, Guard.Key.SECURITY_GROUP, securityGroup);
        guard = with(guard, Guard.Key.NETWORK_ACL, networkAcl);
        guard = with(guard, Guard.Key.SUBNET, subnet);
        guard = with(guard, Guard.Key.VPC, vpc);
        guard = with(guard, Guard.Key.INSTANCE, instance);
        guard = with(guard, Guard.Key.NSG, nsg);
        return guard;
    }

    private static Guard with(Guard guard, Guard.Key part, @Nullable String named) {
        return named == null ? guard : guard.with(part, named.split(","));
    }
}
