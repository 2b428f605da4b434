package dev.sekisho.organization;

import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.registry.field.TextList;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "asset")
class AssetEntity extends RegisteredEntity {
    @Column(name = "zone_key")
    String zone = "";

    @Convert(converter = TextList.class)
    @Nullable
    List<String> addresses;

    @Nullable
    Integer criticality;

    @Column(name = "managed_by")
    @Nullable
    String managedBy;

    @Convert(converter = MonitoringView.Column.class)
    @Nullable
    MonitoringView monitoring;

    @Column(name = "credential_group")
    @Nullable
    String credentialGroup;
}
