package dev.sekisho.inspection;

import static dev.sekisho.collection.CollectionName.CONNECTION_POINTS;
import static dev.sekisho.collection.CollectionName.INSPECTION_CAMPAIGNS;
import static dev.sekisho.collection.CollectionName.ZONE_LINKS;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.inspection.InspectionCampaignView.Progress;
import dev.sekisho.registry.Reference;
import dev.sekisho.registry.Registry;
import dev.sekisho.registry.Revisions;
import dev.sekisho.web.problem.Problem;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Campaigns with their progress, which is computed from the inspections recorded for them. */
@Singleton
class InspectionCampaignRegistry extends Registry<InspectionCampaignEntity, InspectionCampaignView> {
    private final InspectionRepository inspections;
    private final Revisions revisions;
    private final Clock clock;
    private volatile LocalDate day;

    InspectionCampaignRegistry(
            InspectionCampaignRepository rows, InspectionRepository inspections, Revisions revisions, Clock clock) {
        super(INSPECTION_CAMPAIGNS, InspectionCampaignView.class, rows);
        this.inspections = inspections;
        this.revisions = revisions;
        this.clock = clock;
        this.day = LocalDate.now(clock);
    }

    /** Links become overdue at midnight UTC without anybody writing anything. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onNewDay() {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(day)) {
            day = today;
            revisions.advance(INSPECTION_CAMPAIGNS);
        }
    }

    @Override
    protected InspectionCampaignEntity blank() {
        return new InspectionCampaignEntity();
    }

    @Override
    public InspectionCampaignView view(InspectionCampaignEntity row) {
        Set<LinkReference> done =
                inspections.doneFor(row.id).stream().map(InspectionEntity::link).collect(Collectors.toSet());
        return new InspectionCampaignView(
                row.id, row.name, row.dueOn, row.present(), Progress.of(row, done, LocalDate.now(clock)));
    }

    @Override
    protected void write(InspectionCampaignView said, InspectionCampaignEntity into) {
        into.dueOn = said.dueOn();
        into.links = CampaignLink.chosen(said.links(), into.links);
    }

    @Override
    public List<Reference> references(InspectionCampaignView said) {
        var references = new ArrayList<Reference>();
        List<LinkReference> links = said.links() == null ? List.of() : said.links();
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i) != null) {
                references.addAll(links.get(i).references("/links/" + i));
            }
        }
        return references;
    }

    @Override
    public Set<CollectionName> belongsTo() {
        return Set.of(CONNECTION_POINTS, ZONE_LINKS);
    }

    @Override
    protected Set<String> computed() {
        return Set.of("progress");
    }

    @Override
    public List<Problem.FieldError> impossible(InspectionCampaignView said, @Nullable InspectionCampaignEntity stored) {
        var errors = new ArrayList<Problem.FieldError>();
        boolean chosen = stored == null || !said.dueOn().equals(stored.dueOn);
        if (chosen && said.dueOn().isBefore(LocalDate.now(clock))) {
            errors.add(new Problem.FieldError("/dueOn", "has passed, so nobody could keep it"));
        }
        var seen = new HashSet<LinkReference>();
        for (int i = 0; i < said.links().size(); i++) {
            LinkReference link = said.links().get(i);
            if (!link.exactlyOne()) {
                errors.add(new Problem.FieldError("/links/" + i, "takes exactly one of connectionPoint and zoneLink"));
            } else if (!seen.add(link)) {
                errors.add(new Problem.FieldError("/links/" + i, "names a link for the second time"));
            }
        }
        return errors;
    }
}
