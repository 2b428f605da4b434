package dev.sekisho.risk.referee;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.Login;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Installation;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What has to be broken on each hop, row by row of the table in section 6: any of these sets, whole. */
final class Prices {
    static final Set<String> NOTHING = Set.of();

    private final Estate estate;
    private final Faults faults;
    private final Filters filters;

    Prices(Estate estate, Faults faults, Filters filters) {
        this.estate = estate;
        this.faults = faults;
        this.filters = filters;
    }

    Set<Set<String>> first(ConnectionPoint point, String zone) {
        if (firewallFree(point)) {
            return Set.of(NOTHING);
        }
        Collection<Installation> there = faults.behind(point, zone);
        Set<Set<String>> all = behind(point, zone, there);
        Set<Set<String>> permitted = behind(point, zone, permitted(point, there));
        login(point).ifPresent(way -> {
            all.add(way);
            permitted.add(way);
        });
        return filters.unfiltered(point) ? all : filtered(point, zone, permitted, all);
    }

    Set<Set<String>> inner(ZoneLink link) {
        if (firewallFree(link) || filters.unfiltered(link)) {
            return Set.of(NOTHING);
        }
        Collection<Installation> there = faults.inZone(link.zone());
        return filtered(
                link, link.zone(), behind(link, link.zone(), permitted(link, there)), behind(link, link.zone(), there));
    }

    /** What is permitted goes by itself, all the rest together with the firewall. */
    private Set<Set<String>> filtered(Link link, String zone, Set<Set<String>> permitted, Set<Set<String>> all) {
        Set<Set<String>> ways = with(firewall(link), all);
        if (!filters.shut(link, zone)) {
            ways.addAll(permitted);
        }
        return ways;
    }

    private Collection<Installation> permitted(Link link, Collection<Installation> there) {
        return there.stream().filter(some -> filters.permits(link, some)).toList();
    }

    private boolean firewallFree(Link link) {
        return faults.ofFirewall(link).stream().anyMatch(Fault::free);
    }

    private static String firewall(Link link) {
        String product = link.firewall().product();
        return product == null ? "firewall at " + name(link) : "product " + product;
    }

    /** Some software, the far end of the link itself, and the passwords of the hosts there. */
    private Set<Set<String>> behind(Link link, String zone, Collection<Installation> software) {
        var ways = new HashSet<Set<String>>();
        for (Installation installation : software) {
            boolean free = faults.of(installation).anyMatch(Fault::free);
            ways.add(free ? NOTHING : Set.of("product " + installation.product()));
        }
        ways.add(Set.of("end of " + name(link)));
        estate.assetsIn(zone).stream()
                .map(Asset::credentialGroup)
                .filter(Objects::nonNull)
                .forEach(group -> ways.add(Set.of("password " + group)));
        return ways;
    }

    private static Optional<Set<String>> login(ConnectionPoint point) {
        Login accounts = point.login();
        boolean privileged = !Boolean.FALSE.equals(point.privileged());
        if (!privileged && accounts.credentialGroup() == null) {
            return Optional.empty();
        }
        String secret = secret(point);
        return switch (point.authentication()) {
            case NONE, UNKNOWN -> Optional.of(privileged ? NOTHING : Set.of(secret));
            case SINGLE_FACTOR, SHARED, MFA_WITH_EXEMPTIONS -> Optional.of(Set.of(secret));
            case MFA, PHISHING_RESISTANT_MFA -> Optional.of(Set.of(secret, "second factor " + point.thirdParty()));
            case MUTUAL_CERTIFICATE, PRE_SHARED_KEY -> Optional.empty();
        };
    }

    private static String secret(ConnectionPoint point) {
        Login accounts = point.login();
        if (accounts.credentialGroup() != null) {
            return "password " + accounts.credentialGroup();
        }
        return accounts.identityProvider() == null
                ? "credential " + point.thirdParty()
                : "credential at " + accounts.identityProvider();
    }

    /** The same ways with one more thing to break on each. */
    static Set<Set<String>> with(String label, Set<Set<String>> ways) {
        var all = new HashSet<Set<String>>();
        for (Set<String> way : ways) {
            var more = new TreeSet<>(way);
            more.add(label);
            all.add(more);
        }
        return all;
    }

    private static String name(Link link) {
        return (link instanceof ZoneLink ? "zone link " : "point ") + link.key();
    }
}
