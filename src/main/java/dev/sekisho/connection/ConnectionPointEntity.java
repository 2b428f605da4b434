package dev.sekisho.connection;

import dev.sekisho.registry.field.TextList;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "connection_point")
class ConnectionPointEntity extends LinkEntity {
    @Column(name = "third_party")
    String thirdParty = "";

    @Column(name = "zone_key")
    String zone = "";

    @Nullable
    String asset;

    @Nullable
    Boolean privileged;

    @Column(name = "source_cidrs")
    @Convert(converter = TextList.class)
    @Nullable
    List<String> sourceCidrs;
}
