package dev.sekisho.ruleset;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import dev.sekisho.registry.Chunks;
import dev.sekisho.registry.FactSource;
import dev.sekisho.risk.traffic.Traffic;
import dev.sekisho.risk.traffic.rule.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rule sets in force and the approved ones, held in memory as the core reads them, and written with their history.
 * The assessment alone has them read, before it makes the facts of those links; whoever else asks for the rules in force
 * asks the database which revision that is.
 */
@ApplicationScoped
public class RuleSets implements FactSource {
    /** Of compiled sets that are kept; a large one takes some megabytes. */
    private static final long KILOBYTES = 64 * 1024;

    private final RuleSetRepository rows;
    private final Transactions transactions;
    private final Map<Link, Revision> inForce = new ConcurrentHashMap<>();
    private final Map<Link, RuleSet> approved = new ConcurrentHashMap<>();

    /** Equal rule sets are one, so that many links with the same rules take the memory of one and compare at a glance. */
    private final Interner<RuleSet> distinct = Interner.newWeakInterner();

    /** By identity, which is by content for those held here. */
    private final LoadingCache<RuleSet, Traffic> compiled = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(KILOBYTES)
            .weigher((RuleSet rules, Traffic traffic) -> traffic.kilobytes())
            .build(Traffic::of);

    RuleSets(RuleSetRepository rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    private record Link(LinkKind kind, String key) {}

    /**
     * What a revision holds never changes; the numbers begin again where a link is deleted and registered anew, the times
     * do not.
     */
    private record Revision(Standing standing, RuleSet rules) {}

    /** Which revision is in force, and since when it is stored. */
    record Standing(int revision, Instant storedAt) {}

    @Override
    public void readAll() {
        inForce.clear();
        approved.clear();
        rows.allThatCount().forEach(this::hold);
    }

    @Override
    public void readAgain(Map<CollectionName, Set<String>> changed) {
        for (LinkKind kind : LinkKind.values()) {
            readAgain(kind, changed.getOrDefault(kind.collection(), Set.of()));
        }
    }

    private void readAgain(LinkKind kind, Set<String> links) {
        links.forEach(key -> {
            var link = new Link(kind, key);
            inForce.remove(link);
            approved.remove(link);
        });
        for (List<String> chunk : Chunks.of(links)) {
            rows.thatCount(kind, chunk).forEach(this::hold);
        }
    }

    private void hold(RuleSetEntity row) {
        var link = new Link(row.id.linkKind(), row.id.linkKey());
        RuleSet rules = distinct.intern(row.rules.fact());
        if (row.current) {
            inForce.put(link, new Revision(new Standing(row.id.revision(), row.storedAt), rules));
        }
        if (row.approved) {
            approved.put(link, rules);
        }
    }

    /** The day in UTC when the rules in force were stored. */
    @Nullable
    public LocalDate storedOn(LinkKind kind, String link) {
        Revision known = inForce.get(new Link(kind, link));
        return known == null ? null : LocalDate.ofInstant(known.standing().storedAt(), ZoneOffset.UTC);
    }

    /** The rules in force when the link was last read. */
    @Nullable
    public RuleSet current(LinkKind kind, String link) {
        Revision known = inForce.get(new Link(kind, link));
        return known == null ? null : known.rules();
    }

    /** The approved rules when the link was last read. */
    @Nullable
    public RuleSet approved(LinkKind kind, String link) {
        return approved.get(new Link(kind, link));
    }

    /**
     * The rule set in force now, ready to be asked.
     *
     * @throws dev.sekisho.risk.traffic.rule.TooComplexException if its rules interact in more ways than can be held
     */
    @Nullable
    Traffic traffic(LinkKind kind, String link) {
        RuleSet rules = transactions.readWithin(() -> stored(kind, link));
        return rules == null ? null : compiled.get(rules);
    }

    /** The rule set in force now, in the transaction at hand. */
    @Nullable
    RuleSet stored(LinkKind kind, String link) {
        Standing now = rows.standing(kind, link).orElse(null);
        if (now == null) {
            return null;
        }
        Revision known = inForce.get(new Link(kind, link));
        return known != null && known.standing().equals(now)
                ? known.rules()
                : distinct.intern(rows.revision(kind, link, now.revision())
                        .orElseThrow()
                        .rules
                        .fact());
    }

    /** Writes a rule set as the one in force; the one before stays as history. */
    RuleSetEntity replace(LinkKind kind, String link, RuleSetEntity next, RuleSet rules) {
        rows.current(kind, link).ifPresent(row -> row.current = false);
        next.id = new RuleSetEntity.Id(kind, link, rows.newest(kind, link) + 1);
        next.current = true;
        next.rules = NeutralRules.of(rules);
        rows.persistAndFlush(next);
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
    }

    void remove(RuleSetEntity row) {
        row.current = false;
    }

    public void forget(LinkKind kind, String link) {
        rows.forget(kind, link);
    }
}
