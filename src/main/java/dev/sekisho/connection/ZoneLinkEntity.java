package dev.sekisho.connection;

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
}
