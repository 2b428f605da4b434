package dev.sekisho.ruleset;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.sekisho.database.DatabaseOpened;
import dev.sekisho.database.MemoryOutdated;
import dev.sekisho.database.Transactions;
import dev.sekisho.registry.Unsettled;
import dev.sekisho.risk.traffic.Traffic;
import dev.sekisho.risk.traffic.rule.RuleSet;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rule sets in force and the approved ones, held in memory as the core reads them, and written with their history. */
@ApplicationScoped
public class RuleSets {
    /** Of compiled sets that are kept; a large one takes some megabytes. */
    private static final long KILOBYTES = 64 * 1024;

    private final RuleSetRepository rows;
    private final Event<RuleSetChanged> changes;
    private final Transactions transactions;
    private final Map<Place, RuleSet> held = new ConcurrentHashMap<>();

    private final Unsettled<Place> unsettled = new Unsettled<>();

    /** Equal rule sets are one, so that many links with the same rules take the memory of one and compare at a glance. */
    private final Interner<RuleSet> distinct = Interner.newWeakInterner();

    /** By identity, which is by content for those held here. */
    private final LoadingCache<RuleSet, Traffic> compiled = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(KILOBYTES)
            .weigher((RuleSet rules, Traffic traffic) -> traffic.kilobytes())
            .build(Traffic::of);

    RuleSets(RuleSetRepository rows, Event<RuleSetChanged> changes, Transactions transactions) {
        this.rows = rows;
        this.changes = changes;
        this.transactions = transactions;
    }

    /** What a rule set is to its link. */
    enum Standing {
        IN_FORCE,
        APPROVED
    }

    private record Place(LinkKind kind, String key, Standing standing) {}

    /** Another rule set stands so to a link; {@code now} is absent when none does any more. */
    record RuleSetChanged(Place place, @Nullable RuleSet now) {}

    void load(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 1) DatabaseOpened opened) {
        load();
    }

    void readAgain(@Observes MemoryOutdated outdated) {
        load();
    }

    private void load() {
        var stored = new HashMap<Place, RuleSet>();
        transactions.readAtLength(() -> rows.allThatCount().forEach(row -> {
            RuleSet rules = distinct.intern(row.rules.fact());
            if (row.current) {
                stored.put(new Place(row.id.linkKind(), row.id.linkKey(), Standing.IN_FORCE), rules);
            }
            if (row.approved) {
                stored.put(new Place(row.id.linkKind(), row.id.linkKey(), Standing.APPROVED), rules);
            }
        }));
        held.putAll(stored);
        held.keySet().retainAll(stored.keySet());
    }

    @Nullable
    public RuleSet current(LinkKind kind, String link) {
        var place = new Place(kind, link, Standing.IN_FORCE);
        return unsettled.contains(place) ? stored(rows.current(kind, link)) : held.get(place);
    }

    @Nullable
    public RuleSet approved(LinkKind kind, String link) {
        var place = new Place(kind, link, Standing.APPROVED);
        return unsettled.contains(place) ? stored(rows.approved(kind, link)) : held.get(place);
    }

    private @Nullable RuleSet stored(Optional<RuleSetEntity> row) {
        return row.map(found -> distinct.intern(found.rules.fact())).orElse(null);
    }

    /**
     * The rule set in force, ready to be asked.
     *
     * @throws dev.sekisho.risk.traffic.rule.TooComplexException if its rules interact in more ways than can be held
     */
    @Nullable
    Traffic traffic(LinkKind kind, String link) {
        RuleSet rules = transactions.readWithin(() -> current(kind, link));
        return rules == null ? null : compiled.get(rules);
    }

    /** Writes a rule set as the one in force; the one before stays as history. */
    RuleSetEntity replace(LinkKind kind, String link, RuleSetEntity next, RuleSet rules) {
        rows.current(kind, link).ifPresent(row -> row.current = false);
        next.id = new RuleSetEntity.Id(kind, link, rows.newest(kind, link) + 1);
        next.current = true;
        next.rules = NeutralRules.of(rules);
        rows.persistAndFlush(next);
        change(kind, link, Standing.IN_FORCE, rules);
        return next;
    }

    /** Makes a revision the one that those in force are held against. */
    void approve(RuleSetEntity row, Instant at, String by) {
        LinkKind kind = row.id.linkKind();
        String link = row.id.linkKey();
        rows.approved(kind, link).ifPresent(earlier -> earlier.approved = false);
        row.approved = true;
        row.approvedAt = at;
        row.approvedBy = by;
        rows.flush();
        change(kind, link, Standing.APPROVED, row.rules.fact());
    }

    void remove(RuleSetEntity row) {
        row.current = false;
        change(row.id.linkKind(), row.id.linkKey(), Standing.IN_FORCE, null);
    }

    public void forget(LinkKind kind, String link) {
        rows.forget(kind, link);
        for (Standing standing : Standing.values()) {
            change(kind, link, standing, null);
        }
    }

    private void change(LinkKind kind, String link, Standing standing, @Nullable RuleSet now) {
        var place = new Place(kind, link, standing);
        unsettled.writing(place);
        changes.fire(new RuleSetChanged(place, now));
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RuleSetChanged change) {
        if (change.now() == null) {
            held.remove(change.place());
        } else {
            held.put(change.place(), distinct.intern(change.now()));
        }
    }

    /** Of the observers of one event, those with a higher priority are told later. */
    void completed(
            @Observes(during = TransactionPhase.AFTER_COMPLETION) @Priority(Interceptor.Priority.LIBRARY_AFTER)
                    RuleSetChanged change) {
        unsettled.done(change.place());
    }
}
