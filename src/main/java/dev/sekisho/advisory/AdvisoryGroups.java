package dev.sekisho.advisory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which advisories are about one vulnerability. What feeds say of a CVE has one advisory; what persons write has its own,
 * so that neither replaces nor takes along the other. They are one vulnerability where ours names its CVE, or where it has a
 * name in common with what feeds say; whichever came first. Looked up anew with each write, for what that write concerns.
 */
@ApplicationScoped
class AdvisoryGroups {
    private final AdvisoryRepository rows;
    private final AliasRows aliases;
    private final EpssLookup scores;
    private final Clock clock;

    AdvisoryGroups(AdvisoryRepository rows, AliasRows aliases, EpssLookup scores, Clock clock) {
        this.rows = rows;
        this.aliases = aliases;
        this.scores = scores;
        this.clock = clock;
    }

    AdvisoryLookup roll() {
        return new AdvisoryLookup(rows, aliases);
    }

    /** All advisories about a vulnerability, in the order of their keys. */
    List<AdvisoryEntity> about(String vulnerability) {
        return rows.list("vulnerability = ?1 order by id", vulnerability);
    }

    /** What one advisory of ours shows and belongs to, after it was written. */
    void settle(AdvisoryEntity row) {
        aliases.keep(List.of(row));
        settle(roll(), List.of(row), Set.of(), scores::of);
    }

    /**
     * Makes these advisories show what counts now, and those of ours that name one of them, or named one before.
     *
     * @param before names that what was written had before
     * @param score of exploitation, for a CVE
     * @return keys of what now shows something else
     */
    Set<String> settle(
            AdvisoryLookup roll,
            Collection<AdvisoryEntity> written,
            Set<String> before,
            Function<String, @Nullable Double> score) {
        written.forEach(roll::add);
        Set<String> names = namesOf(written);
        names.addAll(before);
        roll.look(names);
        var own = new LinkedHashSet<AdvisoryEntity>();
        Stream.concat(written.stream(), roll.named(names).stream())
                .filter(AdvisoryEntity::isOwnOnly)
                .forEach(own::add);
        roll.look(namesOf(own));
        var round = new Round(roll, score);
        written.stream().filter(row -> !own.contains(row)).forEach(round::show);
        own.forEach(round::show);
        round.share();
        return round.changed;
    }

    private static Set<String> namesOf(Collection<AdvisoryEntity> some) {
        return some.stream()
                .flatMap(row -> AdvisoryLookup.names(row).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An advisory of ours is about to go: what is left may stand alone. */
    void leave(AdvisoryEntity row) {
        aliases.remove(List.of(row.id));
        List<AdvisoryEntity> left =
                about(row.vulnerability).stream().filter(one -> one != row).toList();
        left.forEach(one -> one.shared = left.size() > 1);
    }

    /** One settling. */
    private final class Round {
        private final AdvisoryLookup roll;
        private final Function<String, @Nullable Double> score;
        private final Set<String> touched = new TreeSet<>();
        private final Set<String> changed = new TreeSet<>();

        Round(AdvisoryLookup roll, Function<String, @Nullable Double> score) {
            this.roll = roll;
            this.score = score;
        }

        void show(AdvisoryEntity row) {
            Set<String> named = row.isOwnOnly() ? named(row) : Set.of();
            String before = row.vulnerability;
            row.vulnerability =
                    row.isOwnOnly() ? (named.size() == 1 ? named.iterator().next() : row.id) : said(row);
            if (row.own != null || !before.equals(row.vulnerability)) {
                touched.add(before);
                touched.add(row.vulnerability);
            }
            AdvisoryView shown = AdvisoryView.of(row);
            row.cve = cve(row);
            merge(row, named).layInto(row, score(row, named));
            if (!shown.equals(AdvisoryView.of(row)) || !before.equals(row.vulnerability)) {
                row.updatedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
                changed.add(row.id);
            }
        }

        private static @Nullable String cve(AdvisoryEntity row) {
            String written = row.own == null ? null : row.own.cve();
            return written != null ? written : AdvisoryLookup.isCve(row.vulnerability) ? row.vulnerability : null;
        }

        private AdvisoryMerge merge(AdvisoryEntity row, Set<String> named) {
            var said = Stream.concat(
                            Stream.of(row), named.stream().map(roll::home).flatMap(Stream::ofNullable))
                    .distinct()
                    .map(AdvisoryEntity::statementsOrNone)
                    .filter(statements -> !statements.isEmpty())
                    .toList();
            return new AdvisoryMerge(row.own == null ? List.of() : List.of(row.own), said);
        }

        private @Nullable Double score(AdvisoryEntity row, Set<String> named) {
            Set<String> cves = new TreeSet<>(named);
            if (row.cve != null) {
                cves.add(row.cve);
            }
            return cves.stream()
                    .filter(AdvisoryLookup::isCve)
                    .map(score)
                    .filter(Objects::nonNull)
                    .max(Double::compare)
                    .orElse(null);
        }

        /** Whether more than one advisory is about a vulnerability whose advisories changed. */
        void share() {
            touched.remove("");
            if (touched.isEmpty()) {
                return;
            }
            Map<String, List<AdvisoryEntity>> together = new HashMap<>();
            rows.list("vulnerability in ?1", touched)
                    .forEach(row -> together.computeIfAbsent(row.vulnerability, any -> new ArrayList<>())
                            .add(row));
            together.values()
                    .forEach(some -> some.stream()
                            .filter(row -> row.shared != some.size() > 1)
                            .forEach(row -> {
                                row.shared = some.size() > 1;
                                changed.add(row.id);
                            }));
        }

        /** The vulnerabilities that an advisory of ours names: by their CVE ids, else by the names feeds use. */
        private Set<String> named(AdvisoryEntity row) {
            Set<String> cves = row.writtenCves();
            Set<String> names = row.saidNames();
            names.add(row.keyFolded);
            return !cves.isEmpty()
                    ? cves
                    : roll.named(names).stream()
                            .filter(other -> !other.isOwnOnly())
                            .map(Round::said)
                            .collect(Collectors.toCollection(TreeSet::new));
        }

        /** The vulnerability that feeds speak of under this key. */
        private static String said(AdvisoryEntity row) {
            if (row.own != null && row.own.cve() != null) {
                return row.own.cve();
            }
            boolean learnt = row.own == null && AdvisoryLookup.isCve(row.vulnerability);
            return AdvisoryLookup.isCve(row.id) || !learnt ? row.id : row.vulnerability;
        }
    }
}
