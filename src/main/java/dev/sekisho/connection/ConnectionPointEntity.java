package dev.sekisho.connection;

import dev.sekisho.registry.field.TextList;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Ends;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.Login;
import dev.sekisho.risk.estate.link.SourceAddressing;
import dev.sekisho.risk.traffic.set.AddressSet;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Objects;
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

    @Column(name = "credential_group")
    @Nullable
    String credentialGroup;

    @Column(name = "identity_provider")
    @Nullable
    String identityProvider;

    @Column(name = "source_cidrs")
    @Convert(converter = TextList.class)
    @Nullable
    List<String> sourceCidrs;

    @Column(name = "source_names")
    @Convert(converter = TextList.class)
    @Nullable
    List<String> sourceNames;

    @Column(name = "sources_dynamic")
    @Nullable
    Boolean sourcesDynamic;

    ConnectionPoint fact(Filtering filtering) {
        var sources = AddressSet.parse(Objects.requireNonNullElse(sourceCidrs, List.of()));
        var ends = new Ends(thirdParty, sources, addressing(), zone, asset);
        var login = new Login(credentialGroup, identityProvider);
        return new ConnectionPoint(id, name, ends, privileged, login, terms(), filtering, stateOrActive());
    }

    private SourceAddressing addressing() {
        if (Boolean.TRUE.equals(sourcesDynamic)) {
            return SourceAddressing.DYNAMIC;
        }
        return sourceNames == null || sourceNames.isEmpty() ? SourceAddressing.REGISTERED : SourceAddressing.NAMED;
    }
}
