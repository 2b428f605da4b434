package dev.sekisho.firewall;

import dev.sekisho.registry.RegistryRepository;
import dev.sekisho.risk.Subject;
import dev.sekisho.risk.estate.InspectionOutcome;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class InspectionRepository extends RegistryRepository<InspectionEntity> {
    InspectionRepository() {
        super(InspectionEntity.class);
    }

    /** Those of a campaign that found something out. */
    List<InspectionEntity> doneFor(String campaign) {
        return list("campaign = ?1 and outcome <> ?2", campaign, InspectionOutcome.NOT_ASSESSABLE);
    }

    void forget(Subject link) {
        String attribute = link.kind() == Subject.Kind.ZONE_LINK ? "zoneLink" : "connectionPoint";
        delete(attribute + " = ?1", link.key());
    }
}
