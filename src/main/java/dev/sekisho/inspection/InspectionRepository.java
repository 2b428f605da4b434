package dev.sekisho.inspection;

import dev.sekisho.registry.RegistryRepository;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.InspectionOutcome;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Deletes those of a link; tells for which campaigns they found something out. */
    Set<String> forget(Subject link) {
        Set<String> done = of(link.kind(), List.of(link.key())).stream()
                .filter(inspection -> inspection.outcome != InspectionOutcome.NOT_ASSESSABLE)
                .flatMap(inspection -> Stream.ofNullable(inspection.campaign))
                .collect(Collectors.toSet());
        delete(attribute(link.kind()) + " = ?1", link.key());
        return done;
    }

    private static String attribute(Subject.Kind kind) {
        return kind == Subject.Kind.ZONE_LINK ? "zoneLink" : "connectionPoint";
    }
}
