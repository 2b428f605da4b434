package dev.sekisho.advisory;

import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.Exploited;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records without a CVE id that share names, one through another. They stand together: with the CVE ids of those records
 * that name one of them, else under the least of their ids. It follows from what is said now and not from where a record
 * stood before, so that a name which is taken back joins nothing any more.
 */
final class AliasFamily {
    private final AdvisoryLookup roll;
    private final Set<String> names = new TreeSet<>();
    private final Set<String> cves = new TreeSet<>();
    private final Set<Said> members = new LinkedHashSet<>();
    private final Map<String, Exploited> evidence = new LinkedHashMap<>();
    private final Set<AdvisoryEntity> rows = new LinkedHashSet<>();

    /** A record and under which label it is kept. */
    record Said(String label, AdvisoryRecord record) {}

    private AliasFamily(AdvisoryLookup roll) {
        this.roll = roll;
    }

    /** All that belongs with a record that is not kept yet. */
    static AliasFamily of(AdvisoryLookup roll, Said newcomer) {
        var family = new AliasFamily(roll);
        family.members.add(newcomer);
        family.gather(joining(newcomer.record()));
        return family;
    }

    /** All that belongs with what was said of an id once: that it is exploited. */
    static AliasFamily of(AdvisoryLookup roll, String id, String key, Exploited known) {
        var family = new AliasFamily(roll);
        family.evidence.put(key, known);
        family.gather(Set.of(AdvisoryLookup.fold(id)));
        return family;
    }

    /** All that goes by a name. */
    static AliasFamily named(AdvisoryLookup roll, String name) {
        var family = new AliasFamily(roll);
        family.gather(Set.of(name));
        return family;
    }

    /** The names by which a record joins others, folded: CVE ids say where it stands. */
    static Set<String> joining(AdvisoryRecord record) {
        return AdvisoryLookup.names(record)
                .filter(name -> !AdvisoryLookup.isCve(name))
                .map(AdvisoryLookup::fold)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void gather(Collection<String> first) {
        Set<String> met = new TreeSet<>(first);
        while (names.addAll(met)) {
            roll.look(met);
            met = new TreeSet<>();
            for (AdvisoryEntity row : roll.named(names)) {
                take(row, met);
            }
        }
    }

    private void take(AdvisoryEntity row, Set<String> met) {
        Statements said = row.statementsOrNone();
        said.byFeed().forEach((key, record) -> {
            Set<String> called = joining(record);
            if (!Collections.disjoint(called, names)) {
                List<String> ids = AdvisoryLookup.cves(record);
                cves.addAll(ids);
                if (ids.isEmpty()) {
                    members.add(new Said(Label.plain(key), record));
                    rows.add(row);
                    met.addAll(called);
                }
            }
        });
        said.exploited().forEach((key, known) -> {
            String id = Label.idOfEvidence(key);
            if (id != null && names.contains(AdvisoryLookup.fold(id))) {
                evidence.merge(key, known, Statements::earlier);
                rows.add(row);
            }
        });
    }

    boolean isEmpty() {
        return members.isEmpty() && evidence.isEmpty();
    }

    Set<String> names() {
        return names;
    }

    /** What stands now where some of it is kept. */
    Set<AdvisoryEntity> rows() {
        return rows;
    }

    /** The ids of the advisories it belongs to. */
    Collection<String> homes() {
        return cves.isEmpty() ? List.of(least()) : cves;
    }

    private String least() {
        return Stream.concat(
                        members.stream().map(member -> member.record().id()),
                        evidence.keySet().stream().flatMap(key -> Stream.ofNullable(Label.idOfEvidence(key))))
                .min(Comparator.comparing(AdvisoryLookup::fold).thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** What an advisory holds with all of this. */
    Statements into(Statements held) {
        Statements next = held;
        for (Said member : members) {
            if (next.wouldBe(member.label(), member.record()) == Statements.Laid.TAKEN) {
                next = next.with(member.label(), member.record());
            }
        }
        for (var one : evidence.entrySet()) {
            next = next.with(one.getKey(), one.getValue());
        }
        return next;
    }

    /** What an advisory holds without any of this. */
    Statements outOf(Statements held) {
        Statements next = held;
        for (Said member : members) {
            next = next.without(member.label(), member.record());
        }
        return next.withoutEvidence(evidence.keySet());
    }
}
