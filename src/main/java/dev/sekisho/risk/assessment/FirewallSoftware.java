package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.SoftwareByPlace.Software;
import dev.sekisho.risk.entry.BreakCost;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Cause;
import dev.sekisho.risk.score.Causes;
import dev.sekisho.risk.score.Flaw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the firewalls at links. A link names the product of its firewall. Where an installation of it is
 * registered at the link, that is the firewall; else it may be any of those registered anywhere, and the worst counts.
 */
final class FirewallSoftware {
    private static final Comparator<Installation> SOONEST = Comparator.comparing(
                    Installation::endOfLife, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Installation::key);

    final Derived<Faults, Faults> points;
    final Derived<Faults, Faults> zoneLinks;

    /** @param free whether it costs an attacker nothing */
    record Faults(Causes pool, boolean free) {
        static final Faults NONE = new Faults(Causes.NONE, false);

        private static Faults of(List<Flaw> live) {
            return new Faults(Causes.of(Cause.distinct(live)), live.stream().anyMatch(Flaw::opensTheWay));
        }
    }

    private record Everywhere(Set<String> firewalls, List<Software> zones, List<Software> points) {}

    FirewallSoftware(AssessmentInput input, SoftwareByPlace software, Step step) {
        Derived<?, String> named = named(input.points, "firewalls at points", step);
        Derived<?, String> inner = named(input.zoneLinks, "firewalls at zone links", step);
        Set<String> products = step.value(
                "firewall products",
                List.of(named.values(), inner.values()),
                all -> Set.copyOf(all.stream().flatMap(List::stream).toList()));
        Map<String, Faults> faults = step.value(
                "faults of firewalls",
                new Everywhere(products, software.zones.values(), software.points.values()),
                FirewallSoftware::faults);
        points = step.over(input.points)
                .reading(software.points)
                .readingFrom(faults)
                .collect("firewall software at points", at -> at(named.get(at), software.points.get(at), faults));
        zoneLinks = step.over(input.zoneLinks)
                .readingFrom(faults)
                .collect("firewall software at zone links", at -> at(inner.get(at), Software.NONE, faults));
    }

    private static Derived<?, String> named(IndexedFacts<? extends Link> links, String name, Step step) {
        return step.over(links).collect(name, at -> product(links.get(at)));
    }

    private static String product(Link link) {
        @Nullable String product = link.firewall().product();
        return product == null ? "" : product;
    }

    private static Faults at(String product, Software own, Map<String, Faults> anywhere) {
        boolean here = own.products().alternatives().contains(List.of(BreakCost.product(product)));
        return here
                ? Faults.of(own.live().stream()
                        .filter(flaw -> flaw.product().key().equals(product))
                        .toList())
                : anywhere.getOrDefault(product, Faults.NONE);
    }

    private static Map<String, Faults> faults(Everywhere all) {
        var live = new HashMap<String, List<Flaw>>();
        var wanted = new HashSet<>(all.firewalls);
        wanted.remove("");
        if (!wanted.isEmpty()) {
            Stream.concat(all.zones.stream(), all.points.stream())
                    .flatMap(software -> software.live().stream())
                    .filter(flaw -> wanted.contains(flaw.product().key()))
                    .forEach(flaw -> live.computeIfAbsent(flaw.product().key(), any -> new ArrayList<>())
                            .add(flaw));
        }
        var faults = new HashMap<String, Faults>();
        live.forEach((product, flaws) -> faults.put(product, Faults.of(flaws)));
        return Map.copyOf(faults);
    }

    /** @param products those that are firewalls */
    private record Registered(Set<String> products, Map<String, Installation> installations) {

        /** In use, or perhaps. */
        Ending ending() {
            var anywhere = new HashMap<String, Installation>();
            var atPoints = new HashMap<String, List<Installation>>();
            for (Installation one : installations.values()) {
                if (one.useState().live() && products.contains(one.product())) {
                    anywhere.merge(
                            one.product(), one, (first, other) -> SOONEST.compare(first, other) <= 0 ? first : other);
                    if (one.place().kind() == Place.Kind.CONNECTION_POINT) {
                        atPoints.computeIfAbsent(one.place().key(), any -> new ArrayList<>())
                                .add(one);
                    }
                }
            }
            return new Ending(Map.copyOf(anywhere), Map.copyOf(atPoints));
        }
    }

    /** Firewalls whose support is the first to end, by product, and all at connection points. */
    private record Ending(Map<String, Installation> anywhere, Map<String, List<Installation>> atPoints) {
        Optional<Installation> at(Link link, String product) {
            Optional<Installation> own = link instanceof ConnectionPoint
                    ? atPoints.getOrDefault(link.key(), List.of()).stream()
                            .filter(one -> one.product().equals(product))
                            .min(SOONEST)
                    : Optional.empty();
            return own.or(() -> Optional.ofNullable(anywhere.get(product))).filter(one -> one.endOfLife() != null);
        }
    }

    /** For each link what is its firewall, or may be, and first runs out of support; empty where no end is known. */
    static Derived<?, Optional<Installation>> soonestUnsupported(
            IndexedFacts<? extends Link> links, Estate estate, String which, Step step) {
        Derived<?, String> named = named(links, "products of firewalls at " + which, step);
        Set<String> products = step.value("firewall products of " + which, named.values(), Set::copyOf);
        Ending ending = step.value(
                "ending firewalls of " + which, new Registered(products, estate.installations()), Registered::ending);
        return step.over(links)
                .readingFrom(ending)
                .collect("soonest unsupported at " + which, at -> ending.at(links.get(at), named.get(at)));
    }
}
