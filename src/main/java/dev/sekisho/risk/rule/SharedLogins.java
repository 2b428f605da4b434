package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Passwords and identity providers that open more than one door: a host is one, and what a third party logs in to in a
 * zone is one, by however many lines.
 */
public record SharedLogins(
        SortedMap<String, SortedSet<String>> groups, SortedMap<String, SortedSet<String>> providers) {

    /** One of them, with all it opens, in words. */
    public record Login(Kind kind, String name, SortedSet<String> opens) {

        /** What makes it the same tomorrow, whatever it opens then. */
        public String key() {
            return kind.word + " " + name;
        }
    }

    /** What is shared. */
    public enum Kind {
        CREDENTIAL_GROUP("credential group"),
        IDENTITY_PROVIDER("identity provider");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    public static SharedLogins of(Collection<Asset> hosts, Collection<ConnectionPoint> points) {
        var groups = new TreeMap<String, SortedSet<String>>();
        var providers = new TreeMap<String, SortedSet<String>>();
        hosts.forEach(host -> add(groups, host.credentialGroup(), "host " + host.key()));
        points.stream().filter(point -> point.state().up()).forEach(point -> {
            String thirdParty = "third party " + point.thirdParty();
            add(groups, point.login().credentialGroup(), thirdParty + " in zone " + point.zone());
            add(providers, point.login().identityProvider(), thirdParty);
        });
        groups.values().removeIf(doors -> doors.size() < 2);
        providers.values().removeIf(doors -> doors.size() < 2);
        return new SharedLogins(
                Collections.unmodifiableSortedMap(groups), Collections.unmodifiableSortedMap(providers));
    }

    private static void add(Map<String, SortedSet<String>> doors, @Nullable String name, String door) {
        if (name != null) {
            doors.computeIfAbsent(name, any -> new TreeSet<>()).add(door);
        }
    }

    /**
     * Those on the way of whoever comes in.
     *
     * @param hosts of the zone it lands in
     */
    public List<Login> on(ConnectionPoint point, List<Asset> hosts) {
        Stream<String> names = Stream.concat(
                hosts.stream().map(Asset::credentialGroup),
                Stream.ofNullable(point.login().credentialGroup()));
        Stream<Login> passwords = names.filter(Objects::nonNull)
                .distinct()
                .sorted()
                .flatMap(name -> login(Kind.CREDENTIAL_GROUP, name, groups));
        return Stream.concat(
                        passwords,
                        Stream.ofNullable(point.login().identityProvider())
                                .flatMap(name -> login(Kind.IDENTITY_PROVIDER, name, providers)))
                .toList();
    }

    private static Stream<Login> login(Kind kind, String name, Map<String, SortedSet<String>> doors) {
        return Stream.ofNullable(doors.get(name)).map(opens -> new Login(kind, name, opens));
    }
}
