package dev.sekisho.feed.fetch;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The hosts that may be asked: {@code host}, which means its port 443, or {@code host:port}. No others, also after a redirect. */
public final class Hosts {
    static final int HTTPS = 443;

    private final Set<String> allowed;

    public Hosts(Collection<String> allowed) {
        this.allowed = allowed.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .map(host -> host.contains(":") ? host : host + ":" + HTTPS)
                .collect(Collectors.toUnmodifiableSet());
    }

    void check(URI address) throws FetchFailed {
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            throw new FetchFailed("only https is fetched, not " + address.getScheme());
        }
        if (address.getRawUserInfo() != null || address.getHost() == null) {
            throw new FetchFailed("the address names no plain host");
        }
        if (!allowed.contains(address.getHost().toLowerCase(Locale.ROOT) + ":" + port(address))) {
            throw new FetchFailed("the host " + address.getHost() + ":" + port(address) + " is not allowed");
        }
    }

    static int port(URI address) {
        return address.getPort() < 0 ? HTTPS : address.getPort();
    }
}
