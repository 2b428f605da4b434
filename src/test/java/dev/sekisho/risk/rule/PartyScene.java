package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Agreement;
import dev.sekisho.risk.estate.Clause;
import dev.sekisho.risk.estate.DueDiligence;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.path.Approach.Nearby;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.path.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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
    private final SortedMap<String, SortedSet<String>> commonBreaks = new TreeMap<>();
    private ThirdPartyState state = ThirdPartyState.ACTIVE;
    private @Nullable Double declared = 1.0;
    private ThirdPartyKind kind = ThirdPartyKind.VENDOR;
    private @Nullable String parent;
    private @Nullable ThirdParty principal;
    private final List<OtherWay> otherWays = new ArrayList<>();
    private final SortedMap<String, Distance> companies = new TreeMap<>();
    private final SortedSet<String> testZones = new TreeSet<>();

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

    /** The share of its own suppliers that it told us of. */
    public PartyScene declaring(@Nullable Double share) {
        declared = share;
        return this;
    }

    /** A subcontractor, of nobody where that is not known. */
    public PartyScene workingFor(@Nullable String principal) {
        kind = ThirdPartyKind.SUBCONTRACTOR;
        parent = principal;
        return this;
    }

    /** Whom it works for reaches us. */
    public PartyScene reachingUsThrough(String key, String name) {
        principal = new ThirdParty(
                key, name, ThirdPartyKind.MSP, 50, null, DueDiligence.NONE, ThirdPartyState.ACTIVE, Notice.NONE);
        return workingFor(key);
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

    public PartyScene needing(String label, String... crowns) {
        commonBreaks.put(label, new TreeSet<>(List.of(crowns)));
        return this;
    }

    /** A zone of criticality 90. */
    public static Target crown(String key, int breaks) {
        return new Target(new Subject(Subject.Kind.ZONE, key), key, 90, Distance.exactly(breaks));
    }

    /** What it supplies is in use in a zone, and so it comes to these. */
    public PartyScene supplying(String zone, boolean guarded, Target... crowns) {
        var itself = new Subject(Subject.Kind.THIRD_PARTY, "yamato");
        otherWays.add(new OtherWay(List.of(), itself, zone, guarded, 0, near(crowns)));
        return this;
    }

    /** It runs a host, without any connection point, and so it comes to these. */
    public PartyScene running(String host, int exposureMilli, Target... crowns) {
        var over = new Subject(Subject.Kind.ASSET, host);
        otherWays.add(new OtherWay(List.of(), over, "plant", false, exposureMilli, near(crowns)));
        return this;
    }

    public PartyScene holding(String key, Target... crowns) {
        var over = new Subject(Subject.Kind.DATA_HOLDING, key);
        otherWays.add(new OtherWay(List.of(), over, null, false, 0, near(crowns)));
        return this;
    }

    /** Over every way told from here on another company is so near. */
    public PartyScene reachingCompany(String key, int breaks) {
        companies.put(key, Distance.exactly(breaks));
        return this;
    }

    /** Every way told from here on passes a test zone. */
    public PartyScene throughTestZone(String key) {
        testZones.add(key);
        return this;
    }

    private Nearby near(Target... crowns) {
        return new Nearby(List.of(crowns), new TreeMap<>(companies), new TreeSet<>(testZones));
    }

    /** It comes over the connection point of whom it works for. */
    public PartyScene lent(String principal, String point, Target... crowns) {
        var over = new Subject(Subject.Kind.CONNECTION_POINT, point);
        otherWays.add(new OtherWay(List.of(principal), over, "office", false, 10_000, near(crowns)));
        return this;
    }

    public ThirdPartySituation judged() {
        var thirdParty = new ThirdParty(
                "yamato",
                "Yamato Sensors",
                kind,
                50,
                parent,
                new DueDiligence(owner, agreed ? new Agreement(start, end, clauses) : null, assessedOn, declared, 0.1),
                state,
                Notice.NONE);
        return new ThirdPartySituation(
                LinkScene.wellRun().judged().estate(),
                TODAY,
                thirdParty,
                live,
                principal,
                criticalTargets,
                commonBreaks,
                otherWays);
    }
}
