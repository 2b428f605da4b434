package dev.sekisho.dataholding;

import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.risk.estate.DataExit;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.HeldData;
import dev.sekisho.risk.estate.Safeguards;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "data_holding")
class DataHoldingEntity extends RegisteredEntity {
    @Column(name = "third_party")
    String thirdParty = "";

    String organization = "";

    @Column(name = "held_data")
    @Nullable
    String what;

    @Column(name = "held_records")
    @Nullable
    Long records;

    @Nullable
    Integer criticality;

    @Nullable
    Boolean encrypted;

    @Column(name = "access_restricted")
    @Nullable
    Boolean accessRestricted;

    @Column(name = "configuration_reviewed_on")
    @Nullable
    LocalDate configurationReviewedOn;

    @Column(name = "exit_plan")
    @Nullable
    String exitPlan;

    @Column(name = "deletion_proven_on")
    @Nullable
    LocalDate deletionProvenOn;

    DataHolding fact() {
        return new DataHolding(
                id,
                name,
                thirdParty,
                organization,
                new HeldData(what, records, criticality),
                new Safeguards(encrypted, accessRestricted, configurationReviewedOn),
                new DataExit(exitPlan, deletionProvenOn));
    }
}
