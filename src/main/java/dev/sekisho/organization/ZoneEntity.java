package dev.sekisho.organization;

import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.registry.field.TextList;
import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.ZoneState;
import dev.sekisho.risk.estate.link.Egress;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "zone")
class ZoneEntity extends RegisteredEntity {
    String organization = "";

    @Convert(converter = TextList.class)
    @Nullable
    List<String> cidrs;

    @Nullable
    Integer criticality;

    @Enumerated(EnumType.STRING)
    @Nullable
    Environment environment;

    @Column(name = "holds_critical_data")
    @Nullable
    Boolean holdsCriticalData;

    @Convert(converter = MonitoringView.Column.class)
    @Nullable
    MonitoringView monitoring;

    @Enumerated(EnumType.STRING)
    @Nullable
    Egress egress;

    @Enumerated(EnumType.STRING)
    @Nullable
    ZoneState state;
}
