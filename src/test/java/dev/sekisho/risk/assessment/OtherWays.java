package dev.sekisho.risk.assessment;

import static dev.sekisho.risk.estate.Estates.mitsubishiPower;
import static dev.sekisho.risk.estate.Estates.thirdParty;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DataExit;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Estates;
import dev.sekisho.risk.estate.HeldData;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.Safeguards;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.catalogue.Catalogue;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Third parties that come in over no connection point, and their assessment. */
final class OtherWays {
    static final LocalDate EVE = Estates.EVE;

    private OtherWays() {}

    /** Nobody supplies anything that is in use. */
    static Estates alone() {
        return mitsubishiPower()
                .with(b -> b.add(new Product("msp-tool", "MSP tool", null)).add(host("msp-unix", null)))
                .withLinkState("msp-point", LinkState.CUT_VERIFIED);
    }

    static ThirdParty other() {
        return thirdParty("other", ThirdPartyKind.MSP);
    }

    static ThirdParty subcontractor(String key, @Nullable String parent) {
        return party(key, parent, ThirdPartyState.ACTIVE);
    }

    static ThirdParty gone(String key, @Nullable String parent) {
        return party(key, parent, ThirdPartyState.OFFBOARDED);
    }

    static ThirdParty party(String key, @Nullable String parent, ThirdPartyState state) {
        ThirdParty like = other();
        return new ThirdParty(key, key, like.kind(), 90, parent, like.diligence(), state, Notice.NONE);
    }

    static Asset host(String key, @Nullable String manager) {
        return new Asset(key, key, "office", AddressSet.NONE, 50, manager, new Monitoring(true, true, true, 365), null);
    }

    static Zone office(Egress egress) {
        Zone known = Estates.zone("office", "mhps", "10.1.0.0/16", 90);
        return new Zone(
                known.key(),
                known.name(),
                known.organization(),
                known.cidrs(),
                known.classification(),
                known.monitoring(),
                egress);
    }

    static DataHolding logs(@Nullable Integer criticality, @Nullable LocalDate deleted) {
        return new DataHolding(
                "logs",
                "logs",
                "other",
                "mhps",
                HeldData.UNKNOWN.worth(criticality),
                Safeguards.UNKNOWN,
                new DataExit(null, deleted));
    }

    static Installation tool(Place place, UseState state) {
        return new Installation(
                "tool", "tool", "msp-tool", new InstalledVersion("1", EVE), place, new Use(state, EVE), List.of());
    }

    static List<Finding> of(String code, Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .toList();
    }

    static void assertSameFromScratch(Assessment stepwise) {
        assertThat(stepwise.findings().stream().collect(Collectors.toSet()))
                .isEqualTo(
                        Assessment.of(stepwise.estate(), EVE, Models.CURRENT, Catalogue.rules(), null)
                                .findings()
                                .stream()
                                .collect(Collectors.toSet()));
    }

    static Assessment assess(Estates scene, @Nullable Assessment previous) {
        return Assessment.of(scene.build(), EVE, Models.CURRENT, Catalogue.rules(), previous);
    }
}
