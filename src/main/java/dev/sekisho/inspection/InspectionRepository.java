package dev.sekisho.inspection;

import dev.sekisho.registry.RegistryRepository;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.InspectionOutcome;
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

    List<InspectionEntity> of(Subject link) {
        return list(attribute(link) + " = ?1", link.key());
    }

    void forget(Subject link) {
        delete(attribute(link) + " = ?1", link.key());
    }

    private static String attribute(Subject link) {
        return link.kind() == Subject.Kind.ZONE_LINK ? "zoneLink" : "connectionPoint";
    }
}
