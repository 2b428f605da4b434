package dev.sekisho.matching.product;

import dev.sekisho.matching.published.AffectedProduct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a source says of several editions, systems or modules of a product where the installed one is not stated: once
 * for each that may be installed. Only what holds for all of them is settled.
 */
final class Variants {
    private final Map<Set<Limit>, List<AffectedProduct>> byLimits = new LinkedHashMap<>();
    private final List<AffectedProduct> unlimited;
    private final Function<List<AffectedProduct>, MatchEvidence> reading;

    /** @param reading what entries say when they are read together */
    Variants(
            List<AffectedProduct> entries,
            Function<AffectedProduct, Set<Limit>> limits,
            Function<List<AffectedProduct>, MatchEvidence> reading) {
        entries.forEach(entry -> byLimits.computeIfAbsent(limits.apply(entry), any -> new ArrayList<>())
                .add(entry));
        List<AffectedProduct> free = byLimits.remove(Set.<Limit>of());
        this.unlimited = free == null ? List.of() : free;
        this.reading = reading;
    }

    /** One variant that may be installed, and what holds for it; null where nothing is said of it. */
    private record Reading(Set<Limit> limits, @Nullable MatchEvidence evidence) {
        boolean is(MatchAnswer answer) {
            return evidence != null && evidence.answer() == answer;
        }

        boolean isPossible() {
            return evidence != null && evidence.possible();
        }

        boolean isClean() {
            return evidence != null && evidence.answer().isClean();
        }

        boolean isRepaired() {
            return evidence != null && evidence.answer() == MatchAnswer.FIXED && evidence.fixVersion() != null;
        }

        boolean isCertain() {
            return limits.stream().noneMatch(limit -> limit.kind().doubtsAffected());
        }
    }

    MatchEvidence evidence() {
        if (byLimits.isEmpty()) {
            return reading.apply(unlimited);
        }
        List<Reading> readings = readings();
        MatchEvidence settled = settled(readings);
        return settled != null ? settled : open(readings);
    }

    private List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        if (!unlimited.isEmpty() || !RangeLimits.areComplete(byLimits.keySet())) {
            readings.add(new Reading(Set.of(), unlimited.isEmpty() ? null : reading.apply(unlimited)));
        }
        byLimits.forEach((limits, entries) -> {
            List<AffectedProduct> together = new ArrayList<>(unlimited);
            together.addAll(entries);
            readings.add(new Reading(limits, reading.apply(together)));
        });
        return readings;
    }

    /** Null where it depends on which one is installed. */
    private static @Nullable MatchEvidence settled(List<Reading> readings) {
        for (MatchAnswer answer : List.of(MatchAnswer.CONFLICT, MatchAnswer.AFFECTED)) {
            boolean all = readings.stream().allMatch(one -> one.is(answer));
            MatchEvidence found = first(readings.stream().filter(one -> one.is(answer) && (all || one.isCertain())));
            if (found != null) {
                return found;
            }
        }
        if (!readings.stream().allMatch(Reading::isClean)) {
            return null;
        }
        // Repaired in one edition and merely not mentioned in the others: those may have been left without a repair.
        boolean repaired = readings.stream().anyMatch(Reading::isRepaired);
        return !repaired || readings.stream().allMatch(Reading::isRepaired) ? first(readings.stream()) : null;
    }

    private static @Nullable MatchEvidence first(Stream<Reading> readings) {
        return readings.map(Reading::evidence)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    private static MatchEvidence open(List<Reading> readings) {
        Reading shown = Stream.<Predicate<Reading>>of(
                        one -> one.is(MatchAnswer.AFFECTED),
                        one -> one.isClean() && !one.limits().isEmpty(),
                        one -> one.is(MatchAnswer.UNKNOWN) && !one.isPossible(),
                        one -> one.is(MatchAnswer.UNKNOWN),
                        one -> one.evidence() != null)
                .flatMap(kind -> readings.stream().filter(kind))
                .findFirst()
                .orElseThrow();
        MatchEvidence of = Objects.requireNonNull(shown.evidence());
        if (of.answer() == MatchAnswer.UNKNOWN) {
            return of;
        }
        String words = of.comparison() + ", but only with " + words(shown.limits())
                + ", which is not stated for the installed one";
        boolean affected = of.answer() == MatchAnswer.AFFECTED;
        // Affected in one edition: the installed one may be that, whatever others say of the product.
        return new MatchEvidence(of.origin(), MatchAnswer.UNKNOWN, of.range(), words, affected ? of.fixVersion() : null)
                .open(Gap.EDITION_MISSING)
                .weighing(affected ? MatchEvidence.Weight.DOUBTS : of.weight());
    }

    private static String words(Set<Limit> limits) {
        return limits.stream()
                .map(limit -> limit.kind().name().toLowerCase(Locale.ROOT) + " "
                        + limit.values().stream().sorted().limit(5).collect(Collectors.joining(" or ")))
                .sorted()
                .collect(Collectors.joining(" and "));
    }
}
