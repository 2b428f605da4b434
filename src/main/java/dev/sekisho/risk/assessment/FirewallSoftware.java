package dev.sekisho.risk.assessment;

import dev.sekisho.risk.entry.BreakCost;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Cause;
import dev.sekisho.risk.score.Causes;
import dev.sekisho.risk.score.Flaw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the firewalls at links. A link names the product of its firewall. Where an installation of it is
 * registered at the link, that is the firewall; else it may be any of those registered anywhere, and the worst counts.
 */
final class FirewallSoftware {
    final Derived<Faults, Faults> points;
    final Derived<Faults, Faults> zoneLinks;
    /** Keys of the products that links name as their firewall; an empty one where some name none. */
    final Set<String> products;

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
        products = step.value(
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
}
