package dev.sekisho.connection;

import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.ZoneLink;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "zone_link")
class ZoneLinkEntity extends LinkEntity {
    @Column(name = "from_zone")
    String fromZone = "";

    @Column(name = "to_zone")
    String toZone = "";

    ZoneLink fact(Filtering filtering) {
        return new ZoneLink(id, name, fromZone, toZone, terms(), filtering, stateOrActive());
    }
}
