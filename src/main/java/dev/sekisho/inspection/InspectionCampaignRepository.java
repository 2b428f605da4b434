package dev.sekisho.inspection;

import dev.sekisho.registry.RegistryRepository;
import dev.sekisho.risk.estate.Subject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

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
    Set<String> forget(Subject link, Set<String> inspectedFor, LocalDate today) {
        var changed = new TreeSet<String>();
        for (InspectionCampaignEntity campaign : listAll()) {
            if (campaign.present().stream().map(LinkReference::subject).anyMatch(link::equals)) {
                boolean inspected = inspectedFor.contains(campaign.id);
                campaign.links = campaign.links.stream()
                        .map(one ->
                                !one.isGone() && one.link().subject().equals(link) ? one.gone(today, inspected) : one)
                        .toList();
                changed.add(campaign.id);
            }
        }
        return changed;
    }
}
