package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.DataExit;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.DueDiligence;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.HeldData;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.Organization;
import dev.sekisho.risk.estate.Safeguards;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.path.Distance;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What Kumo Cloud holds for Hoshino Works, in good order, until told otherwise. */
public final class HoldingScene {
    public static final LocalDate TODAY = LinkScene.TODAY;

    private @Nullable Boolean encrypted = true;
    private @Nullable LocalDate reviewedOn = TODAY.minusDays(100);
    private @Nullable LocalDate assessedOn = TODAY.minusDays(100);
    private @Nullable LocalDate deletionProvenOn;
    private @Nullable Integer criticality = 60;
    private Notice notice = Notice.NONE;
    private Distance distance = Distance.exactly(1);

    public static HoldingScene orders() {
        return new HoldingScene();
    }

    public HoldingScene encrypted(@Nullable Boolean encrypted) {
        this.encrypted = encrypted;
        return this;
    }

    public HoldingScene reviewed(@Nullable LocalDate day) {
        reviewedOn = day;
        return this;
    }

    /** The one who holds it. */
    public HoldingScene assessed(@Nullable LocalDate day) {
        assessedOn = day;
        return this;
    }

    public HoldingScene deleted(LocalDate provenOn) {
        deletionProvenOn = provenOn;
        return this;
    }

    public HoldingScene worth(@Nullable Integer criticality) {
        this.criticality = criticality;
        return this;
    }

    public HoldingScene brokenInto() {
        notice = Notice.COMPROMISED;
        return this;
    }

    public HoldingScene away(Distance distance) {
        this.distance = distance;
        return this;
    }

    public DataHoldingSituation judged() {
        var cloud = new ThirdParty(
                "kumo",
                "Kumo Cloud",
                ThirdPartyKind.VENDOR,
                50,
                null,
                new DueDiligence("procurement", null, assessedOn, null, null),
                ThirdPartyState.ACTIVE,
                notice);
        var holding = new DataHolding(
                "orders",
                "Orders of ten years",
                "kumo",
                "works",
                new HeldData("orders", 400_000L, criticality),
                new Safeguards(encrypted, true, reviewedOn),
                new DataExit("returned and deleted", deletionProvenOn));
        var estate = Estate.builder()
                .add(new Organization("works", "Hoshino Works", null))
                .add(cloud)
                .add(holding)
                .build();
        return new DataHoldingSituation(estate, TODAY, holding, cloud, distance);
    }
}
