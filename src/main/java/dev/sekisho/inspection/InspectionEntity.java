package dev.sekisho.inspection;

import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.Inspection;
import dev.sekisho.risk.estate.link.InspectionOutcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "inspection")
class InspectionEntity extends RegisteredEntity {
    @Column(name = "connection_point")
    @Nullable
    String connectionPoint;

    @Column(name = "zone_link")
    @Nullable
    String zoneLink;

    String inspector = "";

    @Column(name = "inspected_on")
    LocalDate date = LocalDate.EPOCH;

    @Enumerated(EnumType.STRING)
    InspectionOutcome outcome = InspectionOutcome.NOT_ASSESSABLE;

    @Column(name = "rule_set_sha256")
    @Nullable
    String ruleSetSha256;

    @Nullable
    String document;

    @Column(name = "next_due_on")
    @Nullable
    LocalDate nextDueOn;

    @Nullable
    String campaign;

    @Column(name = "approved_by")
    @Nullable
    String approvedBy;

    LinkReference link() {
        return new LinkReference(connectionPoint, zoneLink);
    }

    Subject subject() {
        return link().subject();
    }

    Inspection fact() {
        boolean evidenced = ruleSetSha256 != null || document != null;
        return new Inspection(date, outcome, evidenced, nextDueOn, createdAt);
    }
}
