package dev.sekisho.inspection;

import dev.sekisho.database.DatabaseOpened;
import dev.sekisho.database.MemoryOutdated;
import dev.sekisho.database.Transactions;
import dev.sekisho.registry.Changed;
import dev.sekisho.registry.Unsettled;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.Inspection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptor;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What inspections say of the firewall at each link: the newest that counts, held in memory as the core reads it. */
@ApplicationScoped
public class Inspections {
    private final InspectionRepository rows;
    private final InspectionCampaignRepository campaigns;
    private final Event<Inspected> inspected;
    private final Event<Changed> changes;
    private final Transactions transactions;
    private final Map<Subject, Inspection> newest = new ConcurrentHashMap<>();
    private final Unsettled<Subject> unsettled = new Unsettled<>();

    Inspections(
            InspectionRepository rows,
            InspectionCampaignRepository campaigns,
            Event<Inspected> inspected,
            Event<Changed> changes,
            Transactions transactions) {
        this.rows = rows;
        this.campaigns = campaigns;
        this.inspected = inspected;
        this.changes = changes;
        this.transactions = transactions;
    }

    /** A link was inspected; without an inspection, those it had are gone with it. */
    record Inspected(Subject link, @Nullable Inspection inspection) {}

    void load(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 1) DatabaseOpened opened) {
        load();
    }

    void readAgain(@Observes MemoryOutdated outdated) {
        load();
    }

    private void load() {
        var stored = new HashMap<Subject, Inspection>();
        transactions.readAtLength(() -> rows.listAll().stream()
                .filter(row -> row.fact().counts())
                .forEach(row -> stored.merge(row.subject(), row.fact(), Inspections::newer)));
        newest.putAll(stored);
        newest.keySet().retainAll(stored.keySet());
    }

    /** The firewall of a link as it stands after the inspections of the link. */
    public Firewall applied(Firewall stated, Subject link) {
        Inspection seen = unsettled.contains(link) ? stored(link) : newest.get(link);
        return seen == null ? stated : stated.after(seen);
    }

    private @Nullable Inspection stored(Subject link) {
        return rows.of(link).stream()
                .map(InspectionEntity::fact)
                .filter(Inspection::counts)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The inspections of a link that is deleted go with it, and no campaign waits for it any more. */
    public void forget(Subject link) {
        rows.forget(link);
        var changed = new HashMap<String, Set<String>>();
        changed.put(InspectionRegistry.COLLECTION, Set.of());
        changed.put(InspectionCampaignRegistry.COLLECTION, campaigns.forget(link));
        fire(new Inspected(link, null));
        changes.fire(new Changed(changed));
    }

    /** Another inspection was recorded: the link, and the campaign it was made for, are not what they were. */
    void recorded(InspectionEntity row) {
        Subject link = row.subject();
        var changed = new HashMap<String, Set<String>>();
        changed.put(link.kind() == Subject.Kind.ZONE_LINK ? "zone-links" : "connection-points", Set.of(link.key()));
        if (row.campaign != null) {
            changed.put(InspectionCampaignRegistry.COLLECTION, Set.of(row.campaign));
        }
        fire(new Inspected(link, row.fact()));
        changes.fire(new Changed(changed));
    }

    private void fire(Inspected seen) {
        unsettled.writing(seen.link());
        inspected.fire(seen);
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Inspected seen) {
        if (seen.inspection() == null) {
            newest.remove(seen.link());
        } else {
            count(seen.link(), seen.inspection());
        }
    }

    /** Of the observers of one event, those with a higher priority are told later. */
    void completed(
            @Observes(during = TransactionPhase.AFTER_COMPLETION) @Priority(Interceptor.Priority.LIBRARY_AFTER)
                    Inspected seen) {
        unsettled.done(seen.link());
    }

    private void count(Subject link, Inspection inspection) {
        if (inspection.counts()) {
            newest.merge(link, inspection, Inspections::newer);
        }
    }

    private static Inspection newer(Inspection known, Inspection other) {
        return known.compareTo(other) >= 0 ? known : other;
    }
}
