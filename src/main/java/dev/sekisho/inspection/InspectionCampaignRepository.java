package dev.sekisho.inspection;

import dev.sekisho.registry.RegistryRepository;
import dev.sekisho.risk.estate.Subject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;

@Singleton
class InspectionCampaignRepository extends RegistryRepository<InspectionCampaignEntity> {
    InspectionCampaignRepository() {
        super(InspectionCampaignEntity.class);
    }

    /** Takes a link out of every campaign; tells which campaigns had it. */
    Set<String> forget(Subject link) {
        var changed = new TreeSet<String>();
        for (InspectionCampaignEntity campaign : listAll()) {
            var left = campaign.links.stream()
                    .filter(reference -> !reference.subject().equals(link))
                    .toList();
            if (left.size() < campaign.links.size()) {
                campaign.links = left;
                changed.add(campaign.id);
            }
        }
        return changed;
    }
}
