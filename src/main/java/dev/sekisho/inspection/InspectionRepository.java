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

    List<InspectionEntity> of(Subject.Kind kind, List<String> links) {
        return list(attribute(kind) + " in ?1", links);
    }

    void forget(Subject link) {
        delete(attribute(link.kind()) + " = ?1", link.key());
    }

    private static String attribute(Subject.Kind kind) {
        return kind == Subject.Kind.ZONE_LINK ? "zoneLink" : "connectionPoint";
    }
}
