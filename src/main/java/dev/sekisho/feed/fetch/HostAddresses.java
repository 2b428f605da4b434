package dev.sekisho.feed.fetch;

import dev.sekisho.risk.traffic.set.AddressSet;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;

/**
 * The addresses that may be connected to: public ones, so that a name that suddenly points inside leads nowhere, and those
 * of mirrors of one's own. The address that was checked is the address that is connected to; the name is not looked up again.
 */
public final class HostAddresses {
    /** What IANA's registries of special purposes keep from the public network, relays and translations included. */
    private static final AddressSet PUBLIC = AddressSet.ANY4
            .minus(AddressSet.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4"))
            .union(AddressSet.of("2000::/3")
                    .minus(AddressSet.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")));

    private final AddressSet allowed;
    private final Lookup lookup;

    /** How a name becomes addresses. */
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** @param mirrors addresses or blocks that may be connected to although they are not public */
    public HostAddresses(Collection<String> mirrors) {
        this(mirrors, InetAddress::getAllByName);
    }

    HostAddresses(Collection<String> mirrors, Lookup lookup) {
        this.allowed = PUBLIC.union(AddressSet.parse(mirrors));
        this.lookup = lookup;
    }

    /** One address of a host; refused where any of its addresses may not be connected to, for then its name is not to be trusted. */
    InetAddress of(String host) throws FetchFailed {
        InetAddress[] found = lookup(host);
        for (InetAddress address : found) {
            if (!allows(address)) {
                throw new FetchFailed("the host " + host + " has an address that is not public");
            }
        }
        return found[0];
    }

    private InetAddress[] lookup(String host) throws FetchFailed {
        try {
            return lookup.of(host);
        } catch (UnknownHostException e) {
            throw new FetchFailed("the host " + host + " has no address", e);
        }
    }

    private boolean allows(InetAddress address) {
        return allowed.contains(address.getHostAddress().replaceFirst("%.*", ""));
    }
}
