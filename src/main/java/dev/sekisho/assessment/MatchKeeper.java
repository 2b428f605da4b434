package dev.sekisho.assessment;

import dev.sekisho.advisory.Lifespans;
import dev.sekisho.advisory.Matching;
import dev.sekisho.advisory.MatchingPass;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.feed.LoadedSources;
import dev.sekisho.matching.opinion.Opinions;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Product;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the matches of installations and advisories in step with the estate. Used by one thread. */
@ApplicationScoped
class MatchKeeper {
    private final Matching matching;
    private final Lifespans lifespans;
    private final Opinions opinions;

    /** Whether anything was loaded that could speak of a product, when it was last looked at. */
    private boolean spoken;

    MatchKeeper(Matching matching, Lifespans lifespans) {
        this.matching = matching;
        this.lifespans = lifespans;
        this.opinions = new Opinions(matching);
    }

    void reset() {
        matching.reset();
        lifespans.load();
    }

    Estate all(Estate estate) {
        estate.products().values().forEach(product -> matching.know(product, supplierOf(estate, product)));
        matching.changedSinceLastAsked();
        opinions.all(estate);
        Estate.Builder next = estate.toBuilder();
        MatchingPass pass = matching.pass();
        for (Installation installation : byProduct(estate)) {
            opinions.beside(installation, productOf(estate, installation), pass.of(installation), null)
                    .forEach(next::add);
            age(estate, installation, next);
        }
        return known(next.build(), Set.of(), true);
    }

    Estate after(Estate estate, Map<CollectionName, Set<String>> changes) {
        Set<String> products = renamed(estate, changes);
        Map<String, Set<String>> advisories = matching.changedSinceLastAsked();
        Set<String> installations = new HashSet<>(changes.getOrDefault(CollectionName.INSTALLATIONS, Set.of()));
        installations.addAll(opinions.after(
                estate,
                changes.getOrDefault(CollectionName.ANALYST_VERDICTS, Set.of()),
                changes.containsKey(CollectionName.ADVISORIES)));
        boolean aged = changes.containsKey(CollectionName.LIFE_CYCLES);
        if (aged) {
            lifespans.load();
        }
        if (products.isEmpty() && advisories.isEmpty() && installations.isEmpty() && !aged) {
            return known(estate, Set.of(), false);
        }
        var work = new Work(estate);
        installations.stream()
                .filter(key -> !estate.installations().containsKey(key))
                .forEach(key -> work.put(key, List.of(), null));
        if (products.isEmpty() && advisories.isEmpty() && !aged) {
            installations.stream()
                    .map(estate.installations()::get)
                    .filter(Objects::nonNull)
                    .forEach(work::again);
            return known(work.next.build(), installations, false);
        }
        for (Installation installation : byProduct(estate)) {
            if (aged || installations.contains(installation.key()) || products.contains(installation.product())) {
                work.again(installation);
            } else if (advisories.containsKey(installation.product())) {
                work.only(installation, advisories.get(installation.product()));
            }
        }
        return known(work.next.build(), work.judged, false);
    }

    /**
     * Notes which installations nobody speaks of, of those that were judged, or of all where the first source was loaded.
     *
     * @param judged keys of installations
     */
    private Estate known(Estate estate, Set<String> judged, boolean everything) {
        boolean before = spoken;
        spoken = LoadedSources.nameProducts(estate.sources().values());
        Collection<String> keys =
                everything || spoken != before ? estate.installations().keySet() : judged;
        Estate.Builder next = null;
        for (String key : keys) {
            Installation installation = estate.installations().get(key);
            if (installation != null && isUnmatched(estate, installation) != installation.unmatched()) {
                next = next == null ? estate.toBuilder() : next;
                next.add(installation.unmatched(!installation.unmatched()));
            }
        }
        return next == null ? estate : next.build();
    }

    private boolean isUnmatched(Estate estate, Installation installation) {
        return spoken
                && estate.matchesOf(installation.key()).stream()
                        .allMatch(match -> match.analysts().alone())
                && !matching.namesPartOf(installation.product(), installation.version());
    }

    /** What concerns one version of a product mostly concerns the next. */
    private static List<Installation> byProduct(Estate estate) {
        return estate.installations().values().stream()
                .sorted(Comparator.comparing(Installation::product))
                .toList();
    }

    /** Notes until when the version is supported. */
    private void age(Estate estate, Installation installation, Estate.Builder next) {
        Product product = Objects.requireNonNull(estate.products().get(installation.product()));
        LocalDate day = lifespans.endOf(product, supplierOf(estate, product), installation.version());
        if (!Objects.equals(day, installation.endOfLife())) {
            next.add(installation.supportedUntil(day));
        }
    }

    /** The products whose names may have changed: their own, or their supplier's, which stands in for a vendor. */
    private Set<String> renamed(Estate estate, Map<CollectionName, Set<String>> changes) {
        var products = new HashSet<>(changes.getOrDefault(CollectionName.SOFTWARE_PRODUCTS, Set.of()));
        Set<String> suppliers = changes.getOrDefault(CollectionName.THIRD_PARTIES, Set.of());
        if (!suppliers.isEmpty()) {
            estate.products().values().stream()
                    .filter(product -> product.supplier() != null && suppliers.contains(product.supplier()))
                    .forEach(product -> products.add(product.key()));
        }
        for (String key : products) {
            Product product = estate.products().get(key);
            if (product == null) {
                matching.forget(key);
            } else {
                matching.open(key);
                matching.know(product, supplierOf(estate, product));
            }
        }
        return products;
    }

    /** The next estate in the making. The two kinds of question have an own memory each. */
    private final class Work {
        private final Estate estate;
        private final Estate.Builder next;
        private final MatchingPass whole = matching.pass();
        private final MatchingPass parts = matching.pass();
        private final Set<String> judged = new HashSet<>();

        Work(Estate estate) {
            this.estate = estate;
            this.next = estate.toBuilder();
        }

        void again(Installation installation) {
            Product product = productOf(estate, installation);
            put(installation.key(), opinions.beside(installation, product, whole.of(installation), null), null);
            age(estate, installation, next);
        }

        void only(Installation installation, Set<String> advisories) {
            put(
                    installation.key(),
                    opinions.beside(
                            installation,
                            productOf(estate, installation),
                            parts.of(installation, advisories),
                            advisories),
                    advisories);
        }

        /** @param scope the advisories that were judged; absent for all */
        void put(String installation, List<Match> found, @Nullable Collection<String> scope) {
            judged.add(installation);
            Set<String> present = found.stream().map(Match::advisory).collect(Collectors.toSet());
            Set<Match> before = new HashSet<>(estate.matchesOf(installation));
            before.stream()
                    .map(Match::advisory)
                    .filter(advisory -> !present.contains(advisory) && (scope == null || scope.contains(advisory)))
                    .forEach(advisory -> next.removeMatch(installation, advisory));
            found.stream().filter(match -> !before.contains(match)).forEach(next::add);
        }
    }

    private static @Nullable Product productOf(Estate estate, Installation installation) {
        return estate.products().get(installation.product());
    }

    private static @Nullable String supplierOf(Estate estate, Product product) {
        ThirdParty supplier =
                product.supplier() == null ? null : estate.thirdParties().get(product.supplier());
        return supplier == null ? null : supplier.name();
    }
}
