package dev.sekisho.inspection;

import dev.sekisho.registry.RegistryRepository;
import dev.sekisho.risk.estate.Subject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

@Singleton
class InspectionCampaignRepository extends RegistryRepository<InspectionCampaignEntity> {
    InspectionCampaignRepository() {
        super(InspectionCampaignEntity.class);
    }

    /** Takes a link out of every campaign; tells which campaigns had it. */
    List<InspectionCampaignEntity> forget(Subject link) {
        var changed = new ArrayList<InspectionCampaignEntity>();
        for (InspectionCampaignEntity campaign : listAll()) {
            var left = campaign.links.stream()
                    .filter(reference -> !reference.subject().equals(link))
                    .toList();
            if (left.size() < campaign.links.size()) {
                campaign.links = left;
                changed.add(campaign);
            }
        }
        return changed;
    }
}
