package dev.sekisho.connection;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.sekisho.risk.traffic.RuleSet;
import dev.sekisho.risk.traffic.Traffic;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rule sets in force and the approved ones, held in memory as the core reads them, and written with their history. */
@ApplicationScoped
class RuleSets {
    /** Compiled sets that are kept; a large one takes some megabytes. */
    private static final int COMPILED = 64;

    private final RuleSetRepository rows;
    private final Event<RuleSetChanged> changes;
    private final Map<Place, RuleSet> held = new ConcurrentHashMap<>();

    /** By identity: to compare two large rule sets costs more than a question to a compiled one. */
    private final LoadingCache<RuleSet, Traffic> compiled =
            Caffeine.newBuilder().weakKeys().maximumSize(COMPILED).build(Traffic::of);

    RuleSets(RuleSetRepository rows, Event<RuleSetChanged> changes) {
        this.rows = rows;
        this.changes = changes;
    }

    /** What a rule set is to its link. */
    enum Standing {
        IN_FORCE,
        APPROVED
    }

    private record Place(LinkKind kind, String key, Standing standing) {}

    /** Another rule set stands so to a link; {@code now} is absent when none does any more. */
    record RuleSetChanged(LinkKind kind, String key, Standing standing, @Nullable RuleSet now) {}

    @Transactional
    void load(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 1) StartupEvent start) {
        rows.allThatCount().forEach(row -> {
            RuleSet rules = row.rules.fact();
            if (row.current) {
                held.put(new Place(row.id.linkKind(), row.id.linkKey(), Standing.IN_FORCE), rules);
            }
            if (row.approved) {
                held.put(new Place(row.id.linkKind(), row.id.linkKey(), Standing.APPROVED), rules);
            }
        });
    }

    @Nullable RuleSet current(LinkKind kind, String link) {
        return held.get(new Place(kind, link, Standing.IN_FORCE));
    }

    @Nullable RuleSet approved(LinkKind kind, String link) {
        return held.get(new Place(kind, link, Standing.APPROVED));
    }

    /**
     * The rule set in force, ready to be asked.
     *
     * @throws dev.sekisho.risk.traffic.TooComplexException if its rules interact in more ways than can be held
     */
    @Nullable Traffic traffic(LinkKind kind, String link) {
        RuleSet rules = current(kind, link);
        return rules == null ? null : compiled.get(rules);
    }

    /** Writes a rule set as the one in force; the one before stays as history. */
    RuleSetEntity replace(LinkKind kind, String link, RuleSetEntity next, RuleSet rules) {
        rows.current(kind, link).ifPresent(row -> row.current = false);
        next.id = new RuleSetEntity.Id(kind, link, rows.newest(kind, link) + 1);
        next.current = true;
        next.rules = NeutralRules.of(rules);
        rows.persistAndFlush(next);
        changes.fire(new RuleSetChanged(kind, link, Standing.IN_FORCE, rules));
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
        changes.fire(new RuleSetChanged(kind, link, Standing.APPROVED, row.rules.fact()));
    }

    void remove(RuleSetEntity row) {
        row.current = false;
        changes.fire(new RuleSetChanged(row.id.linkKind(), row.id.linkKey(), Standing.IN_FORCE, null));
    }

    void forget(LinkKind kind, String link) {
        rows.forget(kind, link);
        for (Standing standing : Standing.values()) {
            changes.fire(new RuleSetChanged(kind, link, standing, null));
        }
    }

    /** Before whoever listens to changed objects reads it. */
    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(1) RuleSetChanged change) {
        var place = new Place(change.kind(), change.key(), change.standing());
        if (change.now() == null) {
            held.remove(place);
        } else {
            held.put(place, change.now());
        }
    }
}
