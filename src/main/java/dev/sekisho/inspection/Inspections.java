package dev.sekisho.inspection;

import dev.sekisho.change.Address;
import dev.sekisho.change.ChangeOperation;
import dev.sekisho.change.Ledger;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.Chunks;
import dev.sekisho.registry.EntityWriter;
import dev.sekisho.registry.FactSource;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.Inspection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What inspections say of the firewall at each link: the newest that counts, held in memory as the core reads it. The
 * assessment alone has it read, before it makes the facts of those links.
 */
@ApplicationScoped
public class Inspections implements FactSource {
    private final InspectionRepository rows;
    private final InspectionCampaignRepository campaigns;
    private final InspectionCampaignRegistry registry;
    private final EntityWriter writer;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<Subject, Inspection> newest = new ConcurrentHashMap<>();

    Inspections(
            InspectionRepository rows,
            InspectionCampaignRepository campaigns,
            InspectionCampaignRegistry registry,
            EntityWriter writer,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.campaigns = campaigns;
        this.registry = registry;
        this.writer = writer;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void readAll() {
        newest.clear();
        rows.listAll().forEach(this::count);
    }

    @Override
    public void readAgain(Map<CollectionName, Set<String>> changed) {
        readAgain(changed, Subject.Kind.CONNECTION_POINT);
        readAgain(changed, Subject.Kind.ZONE_LINK);
    }

    private void readAgain(Map<CollectionName, Set<String>> changed, Subject.Kind kind) {
        Set<String> links = changed.getOrDefault(collectionOf(kind), Set.of());
        links.forEach(key -> newest.remove(new Subject(kind, key)));
        for (List<String> chunk : Chunks.of(links)) {
            rows.of(kind, chunk).forEach(this::count);
        }
    }

    private static CollectionName collectionOf(Subject.Kind link) {
        return CollectionName.of(link).orElseThrow();
    }

    private void count(InspectionEntity row) {
        Inspection seen = row.fact();
        if (seen.counts()) {
            newest.merge(row.subject(), seen, Inspections::newer);
        }
    }

    private static Inspection newer(Inspection known, Inspection other) {
        return known.compareTo(other) >= 0 ? known : other;
    }

    /** The firewall of a link as it stands after the inspections of the link. */
    public Firewall applied(Firewall stated, Subject link) {
        Inspection seen = newest.get(link);
        return seen == null ? stated : stated.after(seen);
    }

    /** The inspections of a link that is deleted go with it; no campaign waits for it any more, but each tells that it is gone. */
    public void forget(Subject link) {
        rows.of(link.kind(), List.of(link.key()))
                .forEach(row -> ledger.deleted(Address.of(CollectionName.INSPECTIONS, row.id)));
        Set<String> inspectedFor = rows.forget(link);
        ledger.touched(CollectionName.INSPECTIONS, Set.of());
        campaigns
                .forget(link, inspectedFor, LocalDate.now(clock))
                .forEach(campaign -> writer.wrote(registry, campaign, ChangeOperation.UPDATED));
    }

    /** Another inspection was recorded: the link, and the campaign it was made for, are not what they were. */
    void recorded(InspectionEntity row) {
        Subject link = row.subject();
        ledger.touched(collectionOf(link.kind()), link.key());
        if (row.campaign != null) {
            ledger.touched(CollectionName.INSPECTION_CAMPAIGNS, row.campaign);
        }
    }
}
