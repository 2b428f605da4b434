package dev.sekisho.assessment;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Installation;
import dev.sekisho.risk.estate.Match;
import dev.sekisho.risk.estate.Product;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.vulnerability.Matching;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the matches of installations and advisories in step with the estate. Used by one thread. */
@ApplicationScoped
class MatchKeeper {
    private static final String PRODUCTS = "software-products";
    private static final String INSTALLATIONS = "installations";
    private static final String ADVISORIES = "advisories";
    private static final String THIRD_PARTIES = "third-parties";

    private final Matching matching;

    MatchKeeper(Matching matching) {
        this.matching = matching;
    }

    /** The names that changed advisories could be found under before the change. */
    record Touched(Set<String> names) {}

    Estate all(Estate estate) {
        Estate.Builder next = estate.toBuilder();
        estate.installations().values().forEach(installation -> match(estate, installation, next));
        return next.build();
    }

    Touched before(Estate estate, Map<String, Set<String>> changes) {
        return new Touched(namesOf(changes.getOrDefault(ADVISORIES, Set.of())));
    }

    private Set<String> namesOf(Set<String> advisories) {
        var names = new HashSet<String>();
        advisories.forEach(advisory -> names.addAll(matching.namesOf(advisory)));
        return names;
    }

    Estate after(Estate estate, Map<String, Set<String>> changes, Touched touched) {
        Set<String> again = toMatchAgain(estate, changes, touched);
        Set<String> gone = changes.getOrDefault(INSTALLATIONS, Set.of()).stream()
                .filter(key -> !estate.installations().containsKey(key))
                .collect(Collectors.toSet());
        if (again.isEmpty() && gone.isEmpty()) {
            return estate;
        }
        Estate.Builder next = estate.toBuilder();
        gone.forEach(key -> forget(estate, key, Set.of(), next));
        again.forEach(key -> match(estate, requireNonNull(estate.installations().get(key)), next));
        return next.build();
    }

    private Set<String> toMatchAgain(Estate estate, Map<String, Set<String>> changes, Touched touched) {
        var again = new TreeSet<>(changes.getOrDefault(INSTALLATIONS, Set.of()));
        Set<String> products = productsToMatchAgain(estate, changes, touched);
        if (!products.isEmpty()) {
            estate.installations().values().stream()
                    .filter(installation -> products.contains(installation.product()))
                    .forEach(installation -> again.add(installation.key()));
        }
        again.removeIf(key -> !estate.installations().containsKey(key));
        return again;
    }

    private Set<String> productsToMatchAgain(Estate estate, Map<String, Set<String>> changes, Touched touched) {
        var products = new HashSet<>(changes.getOrDefault(PRODUCTS, Set.of()));
        Set<String> suppliers = changes.getOrDefault(THIRD_PARTIES, Set.of());
        Set<String> advisories = changes.getOrDefault(ADVISORIES, Set.of());
        var names = new HashSet<>(touched.names());
        names.addAll(namesOf(advisories));
        if (suppliers.isEmpty() && names.isEmpty()) {
            return products;
        }
        estate.products().values().stream()
                .filter(product -> (product.supplier() != null && suppliers.contains(product.supplier()))
                        || !Collections.disjoint(names, matching.namesOf(product, supplierOf(estate, product))))
                .forEach(product -> products.add(product.key()));
        return products;
    }

    private void match(Estate estate, Installation installation, Estate.Builder next) {
        Product product = requireNonNull(estate.products().get(installation.product()));
        List<Match> found = matching.of(installation, product, supplierOf(estate, product));
        forget(estate, installation.key(), found.stream().map(Match::advisory).collect(Collectors.toSet()), next);
        found.forEach(next::add);
    }

    private static void forget(Estate estate, String installation, Set<String> except, Estate.Builder next) {
        estate.matchesOf(installation).stream()
                .map(Match::advisory)
                .filter(advisory -> !except.contains(advisory))
                .forEach(advisory -> next.removeMatch(installation, advisory));
    }

    private static @Nullable String supplierOf(Estate estate, Product product) {
        ThirdParty supplier =
                product.supplier() == null ? null : estate.thirdParties().get(product.supplier());
        return supplier == null ? null : supplier.name();
    }
}
