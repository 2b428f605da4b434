package dev.sekisho.inspection;

import dev.sekisho.registry.RegistryRepository;
import dev.sekisho.risk.estate.Subject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

@Singleton
class InspectionCampaignRepository extends RegistryRepository<InspectionCampaignEntity> {
    InspectionCampaignRepository() {
        super(InspectionCampaignEntity.class);
    }

    /**
     * Marks a link as gone in every campaign that was made for it; tells which these are.
     *
     * @param inspectedFor the campaigns in which it was inspected
     */
    List<InspectionCampaignEntity> forget(Subject link, Set<String> inspectedFor, LocalDate today) {
        var changed = new ArrayList<InspectionCampaignEntity>();
        for (InspectionCampaignEntity campaign : listAll()) {
            if (campaign.present().stream().map(LinkReference::subject).anyMatch(link::equals)) {
                boolean inspected = inspectedFor.contains(campaign.id);
                campaign.links = campaign.links.stream()
                        .map(one ->
                                !one.isGone() && one.link().subject().equals(link) ? one.gone(today, inspected) : one)
                        .toList();
                changed.add(campaign);
            }
        }
        return changed;
    }
}
