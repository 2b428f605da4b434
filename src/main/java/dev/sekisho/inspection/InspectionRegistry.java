package dev.sekisho.inspection;

import static dev.sekisho.collection.CollectionName.CONNECTION_POINTS;
import static dev.sekisho.collection.CollectionName.INSPECTIONS;
import static dev.sekisho.collection.CollectionName.INSPECTION_CAMPAIGNS;
import static dev.sekisho.collection.CollectionName.ZONE_LINKS;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.Reference;
import dev.sekisho.registry.Registry;
import dev.sekisho.web.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Inspections are recorded and never changed; what they say of a firewall is told by {@link Inspections}. */
@Singleton
class InspectionRegistry extends Registry<InspectionEntity, InspectionView> {
    private final Inspections inspections;
    private final InspectionCampaignRepository campaigns;
    private final Clock clock;

    InspectionRegistry(
            InspectionRepository rows, Inspections inspections, InspectionCampaignRepository campaigns, Clock clock) {
        super(INSPECTIONS, InspectionView.class, rows);
        this.inspections = inspections;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Override
    protected InspectionEntity blank() {
        return new InspectionEntity();
    }

    @Override
    public InspectionView view(InspectionEntity row) {
        return InspectionView.of(row);
    }

    @Override
    protected void write(InspectionView said, InspectionEntity into) {
        EvidenceView evidence = said.evidence();
        into.connectionPoint = said.connectionPoint();
        into.zoneLink = said.zoneLink();
        into.inspector = said.inspector();
        into.date = said.date();
        into.outcome = said.outcome();
        into.ruleSetSha256 = evidence == null ? null : evidence.ruleSetSha256();
        into.document = evidence == null ? null : evidence.document();
        into.nextDueOn = said.nextDueOn();
        into.campaign = said.campaign();
        into.approvedBy = said.approvedBy();
    }

    @Override
    public List<Reference> references(InspectionView said) {
        var references = new ArrayList<>(said.link().references(""));
        references.addAll(Reference.present(Reference.to("/campaign", INSPECTION_CAMPAIGNS, said.campaign())));
        return references;
    }

    @Override
    public Map<String, CollectionName> referring() {
        return Map.of("campaign", INSPECTION_CAMPAIGNS);
    }

    @Override
    public Set<CollectionName> belongsTo() {
        return Set.of(CONNECTION_POINTS, ZONE_LINKS);
    }

    @Override
    public List<Problem.FieldError> impossible(InspectionView said, @Nullable InspectionEntity stored) {
        var errors = new ArrayList<Problem.FieldError>();
        if (stored != null && !said.storedAs(stored.id).equals(view(stored))) {
            errors.add(new Problem.FieldError(
                    "/key", "is that of an inspection recorded otherwise; none is ever changed, record another one"));
        }
        if (!said.link().exactlyOne()) {
            errors.add(new Problem.FieldError("/connectionPoint", "or zoneLink has to be named, one of them"));
        } else if (outsideItsCampaign(said)) {
            errors.add(new Problem.FieldError("/campaign", "does not cover the link"));
        }
        if (said.evidence() != null && said.evidence().empty()) {
            errors.add(new Problem.FieldError("/evidence", "names neither a rule set nor a document"));
        }
        if (said.approvedByTheInspector()) {
            errors.add(new Problem.FieldError("/approvedBy", "is the inspector; somebody else has to approve"));
        }
        errors.addAll(impossibleDays(said));
        return errors;
    }

    private List<Problem.FieldError> impossibleDays(InspectionView said) {
        var errors = new ArrayList<Problem.FieldError>();
        if (said.nextDueOn() != null && said.nextDueOn().isBefore(said.date())) {
            errors.add(new Problem.FieldError("/nextDueOn", "lies before the inspection itself"));
        }
        return errors;
    }

    private boolean outsideItsCampaign(InspectionView said) {
        InspectionCampaignEntity campaign = said.campaign() == null ? null : campaigns.findById(said.campaign());
        return campaign != null && !campaign.present().contains(said.link());
    }

    @Override
    protected void written(InspectionEntity row, boolean created) {
        inspections.recorded(row);
    }
}
