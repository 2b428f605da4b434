package dev.sekisho.ruleset.azure;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.reading.Cloud;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.Resolved;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What service tags stand for. VirtualNetwork is the address space the guard gives; that of a document is exact, and what
 * else of private space is connected to it a doubt; where neither does, all private space is one. Internet is
 * what is neither of both nor the load balancer. Tags of single services are doubts.
 */
final class AzureTags {
    private static final AddressSet LOAD_BALANCER = AddressSet.of("168.63.129.16");

    private final Optional<AddressSet> network;
    private final boolean whole;

    /** Behind gateways and in peered networks: VirtualNetwork means them too, and Internet does not. */
    private final AddressSet connected;

    AzureTags(AzureDocument document, GuardSelector guard) {
        this.connected = connected(document);
        this.whole = guard.behind().containsKey("VirtualNetwork");
        this.network = Optional.ofNullable(guard.behind().get("VirtualNetwork")).or(() -> space(document));
    }

    /**
     * The known part of what a prefix or tag stands for and the widest it may stand for.
     *
     * @param far the side of the traffic that is not guarded: there VirtualNetwork also means what is connected to it
     */
    AzurePeers.Peer resolve(ConfigurationJson json, boolean far) {
        return json.text().equalsIgnoreCase("VirtualNetwork") ? network(far) : AzurePeers.Peer.of(resolve(json));
    }

    private AzurePeers.Peer network(boolean far) {
        if (network.isEmpty()) {
            return AzurePeers.Peer.of(Resolved.doubtful(
                    Cloud.PRIVATE.union(connected), "the address space of VirtualNetwork is not known"));
        }
        return whole || !far
                ? AzurePeers.Peer.of(Resolved.exactly(network.get()))
                : new AzurePeers.Peer(
                        network.get(),
                        network.get().union(Cloud.PRIVATE).union(connected),
                        List.of(
                                "VirtualNetwork also means peered and connected networks, which the configuration does not give"));
    }

    private Resolved<AddressSet> resolve(ConfigurationJson json) {
        var text = json.text();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "*", "any" -> Resolved.exactly(AddressSet.ANY);
            case "internet" ->
                Resolved.exactly(network.orElse(AddressSet.NONE)
                        .union(Cloud.PRIVATE)
                        .union(connected)
                        .union(LOAD_BALANCER)
                        .complement());
            case "azureloadbalancer" -> Resolved.exactly(LOAD_BALANCER);
            default ->
                isAddress(text)
                        ? Resolved.exactly(Cloud.cidr(json))
                        : Resolved.doubtful(
                                AddressSet.ANY, "the addresses of " + Redaction.value(text) + " are not known");
        };
    }

    private static boolean isAddress(String text) {
        return text.matches("[0-9.]+(/[0-9]+)?") || text.contains(":") && !text.startsWith("[");
    }

    private static Optional<AddressSet> space(AzureDocument document) {
        var space = prefixes(document.networks.stream(), "addressSpace");
        return space.isEmpty() ? Optional.empty() : Optional.of(space);
    }

    private static AddressSet connected(AzureDocument document) {
        var peerings = document.networks.stream()
                .flatMap(network -> AzureDocument.property(network, "virtualNetworkPeerings").stream())
                .flatMap(all -> all.items().stream())
                .toList();
        return prefixes(peerings.stream(), "remoteAddressSpace")
                .union(prefixes(peerings.stream(), "remoteVirtualNetworkAddressSpace"))
                .union(prefixes(document.gateways.stream(), "localNetworkAddressSpace"));
    }

    private static AddressSet prefixes(Stream<ConfigurationJson> resources, String space) {
        return AddressSet.union(resources
                .flatMap(one -> AzureDocument.property(one, space).stream())
                .flatMap(one -> one.list("addressPrefixes").stream())
                .filter(prefix -> isAddress(prefix.text()))
                .map(Cloud::cidr)
                .toList());
    }
}
