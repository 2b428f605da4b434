package dev.sekisho.software.identity;

import dev.sekisho.advisory.Matching;
import dev.sekisho.advisory.naming.Recognition;
import dev.sekisho.assessment.Snapshot;
import dev.sekisho.feed.LoadedSources;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Listing;
import dev.sekisho.web.list.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is answered of the identity of software products. */
@ApplicationScoped
class Identities {
    private static final int MAKERS_SHOWN = 5;

    private final SoftwareIdentities identities;
    private final Matching matching;
    private final LoadedSources sources;

    Identities(SoftwareIdentities identities, Matching matching, LoadedSources sources) {
        this.identities = identities;
        this.matching = matching;
        this.sources = sources;
    }

    /** How one product is known, and what it may be; empty for one that the assessment does not know. */
    Optional<IdentityView> of(Snapshot now, String key) {
        return Optional.ofNullable(now.assessment().estate().products().get(key))
                .map(product -> view(now, product));
    }

    private IdentityView view(Snapshot now, Product product) {
        Recognition known = identities.recognition(product.key());
        return new IdentityView(
                row(
                        identities.standing(now),
                        product,
                        inUse(now, one -> one.product().equals(product.key())).toList()),
                known.names().stream().map(IdentityView.NameView::of).toList(),
                known.makers(),
                matching.identities().candidates(product.key()).stream()
                        .map(IdentityView.CandidateView::of)
                        .toList(),
                sources.all());
    }

    private static Stream<Installation> inUse(Snapshot now, Predicate<Installation> wanted) {
        return now.assessment().estate().installations().values().stream()
                .filter(one -> one.useState().live() && wanted.test(one));
    }

    /** A page of products, each with how well it is known. */
    Page<IdentityRowView> page(Snapshot now, IdentityFilter filter, ListQuery query) {
        SoftwareIdentities.Standing standing = identities.standing(now);
        Map<String, List<Installation>> inUse =
                inUse(now, any -> true).collect(Collectors.groupingBy(Installation::product));
        List<IdentityRowView> rows = now.assessment().estate().products().values().stream()
                .filter(product -> isAsked(filter, product, inUse.containsKey(product.key())))
                .map(product -> row(standing, product, inUse.getOrDefault(product.key(), List.of())))
                .filter(row -> filter.identity() == null || filter.identity() == row.identity())
                .toList();
        Map<String, Function<IdentityRowView, String>> fields = Map.of(
                "installations",
                row -> Listing.sortable(row.installations()),
                "records",
                row -> Listing.sortable(row.records()),
                "key",
                IdentityRowView::key,
                "name",
                IdentityRowView::name);
        return new Listing<>(rows, fields, IdentityRowView::key).page(query);
    }

    private static boolean isAsked(IdentityFilter filter, Product product, boolean inUse) {
        return (filter.inUse() == null || filter.inUse() == inUse)
                && (filter.supplier() == null || Objects.equals(filter.supplier(), product.supplier()))
                && filter.text().accepts(product.key(), product.name());
    }

    private IdentityRowView row(SoftwareIdentities.Standing standing, Product product, List<Installation> inUse) {
        Recognition known = identities.recognition(product.key());
        IdentityQuality quality = standing.of(product.key());
        return new IdentityRowView(
                product.key(),
                product.name(),
                product.supplier(),
                quality,
                why(quality, known),
                known.records(),
                inUse.size(),
                (int) inUse.stream().filter(one -> !standing.isJudged(one)).count());
    }

    private static String why(IdentityQuality quality, Recognition known) {
        String records = known.records() == 1 ? "One vulnerability speaks" : known.records() + " vulnerabilities speak";
        return switch (quality) {
            case MATCHED -> records + " of it.";
            case AMBIGUOUS ->
                "Under its mere name records of several makers are found: "
                        + known.makers().stream().limit(MAKERS_SHOWN).collect(Collectors.joining(", "))
                        + (known.makers().size() > MAKERS_SHOWN ? " and others" : "")
                        + ". State who makes it.";
            case UNMATCHED -> "No loaded source speaks of it under any of its names. Nothing is known of it.";
            case NO_FEED -> "Nothing is loaded that could speak of it. Nothing is known of it.";
            case STALE_FEED -> records + " of it, but everything that is loaded is out of date.";
        };
    }
}
