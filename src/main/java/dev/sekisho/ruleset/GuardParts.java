package dev.sekisho.ruleset;

import dev.sekisho.ruleset.reading.GuardSelector;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What of a configuration guards a link; several parts of one kind are separated by commas. */
public record GuardParts(
        @BeanParam OfDevice device,
        @BeanParam OfZones zones,
        @BeanParam OfCloud cloud) {

    /** Parts of what is exported from one device. */
    public record OfDevice(
            @QueryParam("chain") @Nullable String chain,
            @QueryParam("table") @Nullable String table,
            @QueryParam("family") @Nullable String family,
            @QueryParam("interface") @Nullable String interfaceName,
            @QueryParam("outInterface") @Nullable String outInterface,
            @QueryParam("direction") @Nullable String direction,
            @QueryParam("acl") @Nullable String acl,
            @QueryParam("vdom") @Nullable String vdom) {}

    /** Parts of what is exported from a device that filters between zones, or from what manages several of them. */
    public record OfZones(
            @QueryParam("fromZone") @Nullable String fromZone,
            @QueryParam("toZone") @Nullable String toZone,
            @QueryParam("vsys") @Nullable String vsys,
            @QueryParam("deviceGroup") @Nullable String deviceGroup,
            @QueryParam("gateway") @Nullable String gateway,
            @QueryParam("otherRules") @Nullable String otherRules) {}

    /** Parts of what is exported from a network in a cloud. */
    public record OfCloud(
            @QueryParam("securityGroup") @Nullable String securityGroup,
            @QueryParam("networkAcl") @Nullable String networkAcl,
            @QueryParam("subnet") @Nullable String subnet,
            @QueryParam("vpc") @Nullable String vpc,
            @QueryParam("instance") @Nullable String instance,
            @QueryParam("nsg") @Nullable String nsg) {}

    public GuardSelector guard() {
        GuardSelector guard = GuardSelector.unnamed();
        guard = with(guard, GuardSelector.Key.CHAIN, device.chain);
        guard = with(guard, GuardSelector.Key.TABLE, device.table);
        guard = with(guard, GuardSelector.Key.FAMILY, device.family);
        guard = with(guard, GuardSelector.Key.INTERFACE, device.interfaceName);
        guard = with(guard, GuardSelector.Key.OUT_INTERFACE, device.outInterface);
        guard = with(guard, GuardSelector.Key.DIRECTION, device.direction);
        guard = with(guard, GuardSelector.Key.ACL, device.acl);
        guard = with(guard, GuardSelector.Key.VDOM, device.vdom);
        guard = with(guard, GuardSelector.Key.FROM_ZONE, zones.fromZone);
        guard = with(guard, GuardSelector.Key.TO_ZONE, zones.toZone);
        guard = with(guard, GuardSelector.Key.VSYS, zones.vsys);
        guard = with(guard, GuardSelector.Key.DEVICE_GROUP, zones.deviceGroup);
        guard = with(guard, GuardSelector.Key.GATEWAY, zones.gateway);
        guard = with(guard, GuardSelector.Key.OTHER_RULES, zones.otherRules);
        guard = with(guard, GuardSelector.Key.SECURITY_GROUP, cloud.securityGroup);
        guard = with(guard, GuardSelector.Key.NETWORK_ACL, cloud.networkAcl);
        guard = with(guard, GuardSelector.Key.SUBNET, cloud.subnet);
        guard = with(guard, GuardSelector.Key.VPC, cloud.vpc);
        guard = with(guard, GuardSelector.Key.INSTANCE, cloud.instance);
        guard = with(guard, GuardSelector.Key.NSG, cloud.nsg);
        return guard;
    }

    private static GuardSelector with(GuardSelector guard, GuardSelector.Key part, @Nullable String named) {
        return named == null ? guard : guard.with(part, named.split(","));
    }
}
