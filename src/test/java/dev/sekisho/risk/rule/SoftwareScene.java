package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Said;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.AnalystWords;
import dev.sekisho.risk.estate.software.EarlierVersion;
import dev.sekisho.risk.estate.software.Exploitation;
import dev.sekisho.risk.estate.software.Hazard;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Treatment;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.estate.software.VexState;
import dev.sekisho.risk.score.Deadline;
import dev.sekisho.risk.score.Exposedness;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Reach;
import dev.sekisho.risk.score.Score;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Beacon 7.2 of Yamato Sensors, in use on the relay of the vendor DMZ, until told otherwise. */
public final class SoftwareScene {
    public static final LocalDate TODAY = LinkScene.TODAY;

    private final List<UnaryOperator<FlawScene>> flaws = new ArrayList<>();
    private final List<Treatment> treatments = new ArrayList<>();
    private @Nullable String version = "7.2";
    private UseState useState = UseState.IN_USE;
    private @Nullable LocalDate since = TODAY.minusDays(400);
    private Place place = new Place(Place.Kind.ASSET, "relay");
    private @Nullable String manager;
    private @Nullable LocalDate endOfLife;
    private boolean unmatched;
    private boolean landing;

    public static SoftwareScene beacon() {
        return new SoftwareScene();
    }

    public SoftwareScene ofVersion(@Nullable String version) {
        this.version = version;
        return this;
    }

    public SoftwareScene supportedUntil(@Nullable LocalDate day) {
        endOfLife = day;
        return this;
    }

    public SoftwareScene knownToNobody() {
        unmatched = true;
        return this;
    }

    public SoftwareScene whereThirdPartiesLand() {
        landing = true;
        return this;
    }

    public SoftwareScene used(UseState state, @Nullable LocalDate since) {
        useState = state;
        this.since = since;
        return this;
    }

    SoftwareScene at(Place.Kind kind, String key) {
        place = new Place(kind, key);
        return this;
    }

    SoftwareScene hostManagedBy(String thirdParty) {
        manager = thirdParty;
        return this;
    }

    public SoftwareScene triaged(String advisory, @Nullable LocalDate day) {
        treatments.add(new Treatment(advisory, null, null, day));
        return this;
    }

    public SoftwareScene with(UnaryOperator<FlawScene> flaw) {
        flaws.add(flaw);
        return this;
    }

    public InstallationSituation judged() {
        var product = new Product("beacon", "Beacon", "yamato");
        var installation = new Installation(
                "relay-beacon",
                "Relay beacon",
                "beacon",
                new InstalledVersion(version, TODAY.minusDays(400), endOfLife).unmatched(unmatched),
                place,
                new Use(useState, since),
                treatments);
        var host = new Asset("relay", "Relay 1", "vendor-dmz", AddressSet.NONE, 50, manager, Monitoring.UNKNOWN, null);
        var link = LinkScene.wellRun().judged();
        Estate estate = link.estate().toBuilder()
                .add(product)
                .add(installation)
                .add(host)
                .add((ConnectionPoint) link.link())
                .build();
        var judged = flaws.stream()
                .map(flaw -> flaw.apply(new FlawScene()).flaw(installation, product))
                .toList();
        return new InstallationSituation(estate, TODAY, installation, product, judged, landing);
    }

    /** CVE-2026-0001: affected, a fix is out, nobody exploits it, the next upgrade is soon enough. */
    public static final class FlawScene {
        private String advisory = "CVE-2026-0001";
        private @Nullable Exploitation exploited;
        private @Nullable EarlierVersion before;
        private Verdict verdict = Verdict.AFFECTED;
        private boolean possible;
        private @Nullable String fix = "7.3";
        private Reach reach = Reach.INTERNAL;
        private Deadline deadline = new Deadline(null, null, "next upgrade", List.of(), 0);
        private final SortedSet<String> reachableBy = new TreeSet<>();
        private @Nullable VexState said;

        /** A person says so of what a source calls affected. */
        public FlawScene said(VexState state) {
            said = state;
            return this;
        }

        public FlawScene named(String key) {
            advisory = key;
            return this;
        }

        public FlawScene exploited() {
            exploited = new Exploitation("KEV", TODAY.minusDays(10), null, true);
            return this;
        }

        public FlawScene judged(Verdict verdict) {
            this.verdict = verdict;
            return this;
        }

        /** No source can decide it. */
        public FlawScene possible() {
            possible = true;
            return judged(Verdict.UNKNOWN);
        }

        public FlawScene withoutFix() {
            fix = null;
            return this;
        }

        public FlawScene reach(Reach reach) {
            this.reach = reach;
            return this;
        }

        public FlawScene reachableBy(String... thirdParties) {
            reachableBy.addAll(List.of(thirdParties));
            return this;
        }

        /** A deadline of so many days that ended so many days ago; none is over at 0. */
        public FlawScene due(int days, int overdue) {
            LocalDate due = TODAY.minusDays(overdue);
            deadline = new Deadline(due, due.minusDays(days), days + " d", List.of(), overdue);
            return this;
        }

        public FlawScene undatedAndOverdue() {
            deadline = new Deadline(TODAY.minusDays(1), null, "60 d", List.of(), 1);
            return this;
        }

        public FlawScene askingForTriage() {
            return triageDemandedBy("deadline table");
        }

        public FlawScene triageDemandedBy(String... sources) {
            deadline = new Deadline(TODAY, TODAY.minusDays(3), "3 d + triage", List.of(sources), 0);
            return this;
        }

        /** Another version was there until that day, and was affected. */
        public FlawScene openBefore(String version, LocalDate until) {
            before = new EarlierVersion(version, until);
            return this;
        }

        private Flaw flaw(Installation installation, Product product) {
            var known = new Advisory(
                    advisory,
                    "A flaw",
                    null,
                    true,
                    new Hazard(6.5, 0.004, false, exploited, false, Impact.PARTIAL),
                    TODAY.minusDays(20));
            var match = new Match(
                    installation.key(),
                    advisory,
                    verdict,
                    new Match.Grounds("7.2 < 7.3", possible, Set.of()),
                    new Match.Fix(fix, fix == null ? null : TODAY.minusDays(20)),
                    before,
                    AnalystWords.NONE);
            return new Flaw(
                    installation,
                    product,
                    known,
                    said == null
                            ? match
                            : Said.over(match, Said.word(said, TODAY)).on(TODAY),
                    new Exposedness(reach, false, reachableBy),
                    deadline,
                    false,
                    new Flaw.Gravity(new Score(List.of(), 0, 0), 0, false));
        }
    }
}
