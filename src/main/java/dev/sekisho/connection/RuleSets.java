package dev.sekisho.connection;

import dev.sekisho.risk.traffic.RuleSet;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rule sets in force, held in memory as the core reads them, and written with their history. */
@ApplicationScoped
class RuleSets {
    private final RuleSetRepository rows;
    private final Map<Link, RuleSet> inForce = new ConcurrentHashMap<>();
    private final Event<RuleSetChanged> changes;

    RuleSets(RuleSetRepository rows, Event<RuleSetChanged> changes) {
        this.rows = rows;
        this.changes = changes;
    }

    private record Link(LinkKind kind, String key) {}

    /** A link's rule set changed; {@code now} is absent when it has none any more. */
    record RuleSetChanged(
            LinkKind kind, String key, @Nullable RuleSet now) {}

    @Transactional
    void load(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 1) StartupEvent start) {
        rows.allCurrent().forEach(row -> inForce.put(new Link(row.id.linkKind(), row.id.linkKey()), row.rules.fact()));
    }

    @Nullable
    RuleSet current(LinkKind kind, String link) {
        return inForce.get(new Link(kind, link));
    }

    /** Writes a rule set as the one in force; the one before stays as history. */
    RuleSetEntity replace(LinkKind kind, String link, RuleSetEntity next, RuleSet rules) {
        List<RuleSetEntity> earlier = rows.newestFirst(kind, link);
        earlier.forEach(row -> row.current = false);
        int revision = earlier.isEmpty() ? 1 : earlier.get(0).id.revision() + 1;
        next.id = new RuleSetEntity.Id(kind, link, revision);
        next.current = true;
        next.rules = NeutralRules.of(rules);
        rows.persistAndFlush(next);
        changes.fire(new RuleSetChanged(kind, link, rules));
        return next;
    }

    void remove(LinkKind kind, String link) {
        rows.current(kind, link).ifPresent(row -> row.current = false);
        changes.fire(new RuleSetChanged(kind, link, null));
    }

    void forget(LinkKind kind, String link) {
        rows.forget(kind, link);
        changes.fire(new RuleSetChanged(kind, link, null));
    }

    /** Before whoever listens to changed objects reads it. */
    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(1) RuleSetChanged change) {
        var link = new Link(change.kind(), change.key());
        if (change.now() == null) {
            inForce.remove(link);
        } else {
            inForce.put(link, change.now());
        }
    }
}
