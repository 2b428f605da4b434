package dev.sekisho.inspection;

import dev.sekisho.registry.RegisteredEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;

@Entity
@Table(name = "inspection_campaign")
class InspectionCampaignEntity extends RegisteredEntity {
    @Column(name = "due_on")
    LocalDate dueOn = LocalDate.EPOCH;

    @Convert(converter = CampaignLink.Column.class)
    List<CampaignLink> links = List.of();

    /** Those that are still there. */
    List<LinkReference> present() {
        return links.stream()
                .filter(link -> !link.isGone())
                .map(CampaignLink::link)
                .toList();
    }
}
