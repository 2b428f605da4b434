package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Classification;
import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Organization;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.ZoneState;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A zone of Hoshino Works in good order, until told otherwise. */
public final class ZoneScene {
    private final String key;
    private final String name;
    private @Nullable Integer criticality = 50;
    private @Nullable Boolean criticalData = false;
    private Monitoring monitoring = new Monitoring(true, true, true, 365);
    private Egress egress = Egress.DENY_BY_DEFAULT;
    private ZoneState state = ZoneState.ACTIVE;
    private final List<Link> stillConnected = new ArrayList<>();
    private boolean landing;

    ZoneScene(String key, String name) {
        this.key = key;
        this.name = name;
    }

    public static ZoneScene vendorDmz() {
        return new ZoneScene("vendor-dmz", "Vendor DMZ");
    }

    public ZoneScene worth(@Nullable Integer criticality) {
        this.criticality = criticality;
        return this;
    }

    public ZoneScene holdingCriticalData(@Nullable Boolean holds) {
        criticalData = holds;
        return this;
    }

    public ZoneScene watched(@Nullable Boolean roundTheClock) {
        monitoring = new Monitoring(true, true, roundTheClock, 365);
        return this;
    }

    public ZoneScene detecting(@Nullable Boolean onHosts) {
        monitoring = new Monitoring(true, onHosts, true, 365);
        return this;
    }

    public ZoneScene leaving(Egress egress) {
        this.egress = egress;
        return this;
    }

    public ZoneScene whereThirdPartiesLand() {
        landing = true;
        return this;
    }

    public ZoneScene inState(ZoneState other) {
        state = other;
        return this;
    }

    public ZoneScene stillConnectedOver(LinkScene... links) {
        Stream.of(links).map(scene -> scene.judged().link()).forEach(stillConnected::add);
        return this;
    }

    Zone zone() {
        return new Zone(
                key,
                name,
                "works",
                AddressSet.of("10.9.0.0/16"),
                new Classification(criticality, Environment.DMZ, criticalData),
                monitoring,
                egress,
                state);
    }

    public ZoneSituation judged() {
        var estate = Estate.builder()
                .add(new Organization("works", "Hoshino Works", null))
                .add(zone())
                .build();
        return new ZoneSituation(estate, LinkScene.TODAY, zone(), landing, stillConnected);
    }
}
