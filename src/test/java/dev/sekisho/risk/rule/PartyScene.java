package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Agreement;
import dev.sekisho.risk.estate.Clause;
import dev.sekisho.risk.estate.DueDiligence;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.LinkState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Yamato Sensors with everything in order, until told otherwise. */
public final class PartyScene {
    public static final LocalDate TODAY = LinkScene.TODAY;

    private final Set<Clause> clauses = EnumSet.allOf(Clause.class);
    private final List<ConnectionPoint> live = new ArrayList<>();
    private final SortedSet<String> criticalTargets = new TreeSet<>();
    private boolean agreed = true;
    private @Nullable LocalDate start = TODAY.minusYears(1);
    private @Nullable LocalDate end = TODAY.plusYears(1);
    private @Nullable LocalDate assessedOn = TODAY.minusDays(100);
    private @Nullable String owner = "procurement";
    private ThirdPartyState state = ThirdPartyState.ACTIVE;

    public static PartyScene yamato() {
        return new PartyScene();
    }

    public PartyScene withoutAgreement() {
        agreed = false;
        return this;
    }

    public PartyScene agreed(@Nullable LocalDate start, @Nullable LocalDate end) {
        this.start = start;
        this.end = end;
        return this;
    }

    public PartyScene lacking(Clause... missing) {
        clauses.removeAll(List.of(missing));
        return this;
    }

    public PartyScene assessed(@Nullable LocalDate day) {
        assessedOn = day;
        return this;
    }

    public PartyScene ownedBy(@Nullable String owner) {
        this.owner = owner;
        return this;
    }

    public PartyScene offboarded() {
        state = ThirdPartyState.OFFBOARDED;
        return this;
    }

    public PartyScene connected(String key, LinkState state) {
        var like = (ConnectionPoint) LinkScene.wellRun().judged().link();
        live.add(new ConnectionPoint(
                key, "Line " + key, like.ends(), like.privileged(), like.terms(), like.filtering(), state));
        return this;
    }

    public PartyScene reachingCrowns(int count) {
        for (int i = 1; i <= count; i++) {
            criticalTargets.add("crown-" + i);
        }
        return this;
    }

    public ThirdPartySituation judged() {
        var thirdParty = new ThirdParty(
                "yamato",
                "Yamato Sensors",
                ThirdPartyKind.VENDOR,
                50,
                null,
                new DueDiligence(owner, agreed ? new Agreement(start, end, clauses) : null, assessedOn, 1.0, 0.1),
                state,
                Notice.NONE);
        return new ThirdPartySituation(LinkScene.wellRun().judged().estate(), TODAY, thirdParty, live, criticalTargets);
    }
}
