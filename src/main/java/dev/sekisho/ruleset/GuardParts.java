package dev.sekisho.ruleset;

import dev.sekisho.ruleset.reading.GuardSelector;
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
    GuardSelector guard() {
        GuardSelector guard = GuardSelector.unnamed();
        guard = with(guard, GuardSelector.Key.CHAIN, chain);
        guard = with(guard, GuardSelector.Key.TABLE, table);
        guard = with(guard, GuardSelector.Key.FAMILY, family);
        guard = with(guard, GuardSelector.Key.INTERFACE, interfaceName);
        guard = with(guard, GuardSelector.Key.OUT_INTERFACE, outInterface);
        guard = with(guard, GuardSelector.Key.DIRECTION, direction);
        guard = with(guard, GuardSelector.Key.ACL, acl);
        guard = with(guard, GuardSelector.Key.VDOM, vdom);
        guard = with(guard, GuardSelector.Key.SECURITY_GROUP, securityGroup);
        guard = with(guard, GuardSelector.Key.NETWORK_ACL, networkAcl);
        guard = with(guard, GuardSelector.Key.SUBNET, subnet);
        guard = with(guard, GuardSelector.Key.VPC, vpc);
        guard = with(guard, GuardSelector.Key.INSTANCE, instance);
        guard = with(guard, GuardSelector.Key.NSG, nsg);
        return guard;
    }

    private static GuardSelector with(GuardSelector guard, GuardSelector.Key part, @Nullable String named) {
        return named == null ? guard : guard.with(part, named.split(","));
    }
}
