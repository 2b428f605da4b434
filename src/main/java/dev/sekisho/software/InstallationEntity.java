package dev.sekisho.software;

import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.risk.estate.software.UseState;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "installation")
class InstallationEntity extends RegisteredEntity {
    String product = "";

    @Column(name = "product_version")
    @Nullable
    String versionText;

    @Nullable
    String asset;

    @Column(name = "connection_point")
    @Nullable
    String connectionPoint;

    @Column(name = "zone_key")
    @Nullable
    String zone;

    @Column(name = "data_holding")
    @Nullable
    String dataHolding;

    @Column(name = "use_state")
    @Enumerated(EnumType.STRING)
    @Nullable
    UseState useState;

    /** Since when the use state holds; kept by us, so that a nightly replacement does not start the clock again. */
    @Column(name = "use_state_since")
    LocalDate useStateSince = LocalDate.EPOCH;

    @Column(name = "first_known_on")
    @Nullable
    LocalDate firstKnownOn;

    /** When this version was first recorded here; kept by us. */
    @Column(name = "version_recorded_on")
    LocalDate versionRecordedOn = LocalDate.EPOCH;

    @Convert(converter = EarlierVersions.Column.class)
    @Column(name = "earlier_versions")
    @Nullable
    EarlierVersions earlierVersions;

    @Convert(converter = TreatmentView.Column.class)
    @Nullable
    List<TreatmentView> treatments;
}
