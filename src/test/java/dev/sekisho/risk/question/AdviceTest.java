package dev.sekisho.risk.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Estates;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.question.Advice.Move;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is advised about the score of a host. */
class AdviceTest {
    private static final int OTHERS = 8;

    /** The zone is worth 100 whatever any host is, so only the score of the host itself is uncertain by its worth. */
    @Test
    void whatAHostIsWorthIsAskedForItsScoreAndNotForThatOfAnother() {
        Estates estates = Estates.mitsubishiPower()
                .with(b -> b.add(Estates.zone("office", "mhps", "10.1.0.0/16", 100))
                        .add(host("unknown", null))
                        .add(host("known", 100)));
        for (int i = 0; i < OTHERS; i++) {
            String key = "a" + i;
            estates.with(b -> b.add(host(key, null)));
        }
        Assessment assessment = assess(estates.build());

        Move ofUnknown = advice(assessment, "unknown").answer().orElseThrow();
        assertThat(ofUnknown.about().subject()).isEqualTo(asset("unknown"));
        assertThat(ofUnknown.what()).isEqualTo("criticality");
        Move ofKnown = advice(assessment, "known").answer().orElseThrow();
        assertThat(ofKnown.what()).isNotEqualTo("criticality");
    }

    @Test
    void theWorstPathOfAHostIsThatOfItsZone() {
        Assessment assessment = assess(Estates.mitsubishiPower().build());

        Advice host = advice(assessment, "msp-unix");

        assertThat(host.path()).isEqualTo(new Advice(assessment, new Subject(Subject.Kind.ZONE, "office")).path());
        assertThat(host.remedy()).isPresent();
    }

    /** Whoever runs a host without a connection has no link that could be mended. */
    @Test
    void whoRunsAHostWithoutAConnectionIsGivenOne() {
        Assessment assessment = assess(Estates.mitsubishiPower()
                .with(b -> b.add(Estates.thirdParty("carer", ThirdPartyKind.MSP))
                        .add(new Asset("hmi", "HMI", "office", AddressSet.NONE, 90, "carer", Monitoring.UNKNOWN, null)))
                .build());

        Move remedy = ofThirdParty(assessment, "carer").remedy().orElseThrow();

        assertThat(remedy.what()).isEqualTo("connection");
        assertThat(remedy.about().subject()).isEqualTo(asset("hmi"));
        assertThat(remedy.lowersMilli()).isGreaterThan(20_000);
    }

    /** Software that is supplied calls home through whatever the zone lets out. */
    @Test
    void whatComesWithSoftwareIsKeptFromCallingHome() {
        Assessment assessment = assess(Estates.mitsubishiPower()
                .with(b -> b.add(Estates.thirdParty("maker", ThirdPartyKind.VENDOR))
                        .add(new Product("agent", "Agent", null, "maker", null, null, List.of()))
                        .add(new Installation(
                                "agent-at-office",
                                "Agent in the office",
                                "agent",
                                new InstalledVersion("1.0", Estates.EVE),
                                new Place(Place.Kind.ZONE, "office"),
                                new Use(UseState.IN_USE, Estates.EVE),
                                List.of())))
                .build());

        Move remedy = ofThirdParty(assessment, "maker").remedy().orElseThrow();

        assertThat(remedy.what()).isEqualTo("zone.egress");
        assertThat(remedy.about().subject()).isEqualTo(new Subject(Subject.Kind.ZONE, "office"));
        assertThat(remedy.lowersMilli()).isGreaterThanOrEqualTo(20_000);
    }

    private static Advice ofThirdParty(Assessment assessment, String key) {
        return new Advice(assessment, new Subject(Subject.Kind.THIRD_PARTY, key));
    }

    private static Advice advice(Assessment assessment, String host) {
        return new Advice(assessment, asset(host));
    }

    private static Subject asset(String key) {
        return new Subject(Subject.Kind.ASSET, key);
    }

    private static Asset host(String key, @Nullable Integer criticality) {
        return new Asset(key, key, "office", AddressSet.NONE, criticality, null, Monitoring.UNKNOWN, null);
    }

    private static Assessment assess(Estate estate) {
        return Assessment.of(estate, Estates.EVE, Models.CURRENT, List.of(), null);
    }
}
