package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.Holdings.InstalledAtPlace;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.incremental.Derivation;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.score.Cause;
import dev.sekisho.risk.score.Causes;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Exposedness;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.Reach;
import dev.sekisho.risk.score.Weaknesses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The software of every zone and connection point, judged. */
final class SoftwareByPlace {
    final Derived<?, Software> zones;
    final Derived<?, Software> points;
    /** Of what third parties hold for us. */
    final Derived<?, Software> held;

    /** Flaws that would be live if a source could decide it, by product. */
    final Map<String, List<Flaw>> possible;

    private final ExposureAnalysis exposure;
    private final Weaknesses weaknesses;

    private record InZone(InstalledAtPlace installed, Exposedness place) {}

    /**
     * @param point where something is installed at it; else absent, and so is all else
     * @param behind the zone it leads into
     * @param staff whoever comes as its third party does
     */
    private record AtPoint(
            @Nullable ConnectionPoint point,
            @Nullable Posture posture,
            @Nullable Exposedness behind,
            SortedSet<String> staff,
            InstalledAtPlace installed) {
        static final AtPoint NOTHING =
                new AtPoint(null, null, null, Collections.emptySortedSet(), InstalledAtPlace.NOTHING);
    }

    private record AtHolder(SortedSet<String> staff, InstalledAtPlace installed) {}

    SoftwareByPlace(
            AssessmentInput input, Postures postures, ExposureAnalysis exposure, Completion unknown, Step step) {
        this.exposure = exposure;
        this.weaknesses = new Weaknesses(input.model, input.today, unknown);
        Holdings held = input.holdings;
        zones = step.over(input.zones)
                .reading(held.zones())
                .reading(exposure.zones)
                .given(input.today, input.model)
                .derive(
                        "software of zones",
                        zone -> new InZone(held.zones().get(zone), exposure.zones.get(zone)),
                        inputs -> software(inputs.place, inputs.installed));
        points = step.over(input.points)
                .reading(held.points())
                .reading(postures.points)
                .reading(exposure.zones, input.pointsByZone)
                .reading(exposure.staffs, input.pointsByParty)
                .given(input.today, input.model)
                .derive(
                        "software of points",
                        at -> held.points().get(at).isEmpty()
                                ? AtPoint.NOTHING
                                : new AtPoint(
                                        input.points.get(at),
                                        postures.points.get(at),
                                        exposure.zones.get(input.pointsByZone.of(at)),
                                        exposure.staffs.get(input.pointsByParty.of(at)),
                                        held.points().get(at)),
                        this::software);
        this.held = step.over(input.held)
                .reading(held.holdings())
                .reading(exposure.staffs, input.holdingsByParty)
                .given(input.today, input.model)
                .derive(
                        "software of holdings",
                        at -> new AtHolder(
                                exposure.staffs.get(input.holdingsByParty.of(at)),
                                input.held.get(at).deletedBy(input.today)
                                        ? InstalledAtPlace.NOTHING
                                        : held.holdings().get(at)),
                        // What a third party holds may be open to anybody as far as we know.
                        inputs -> software(new Exposedness(Reach.THIRD_PARTY, true, inputs.staff), inputs.installed));
        possible = step.value(
                "possible flaws",
                new Everywhere(zones.values(), points.values(), this.held.values()),
                Everywhere::possibleByProduct);
    }

    private record Everywhere(List<Software> zones, List<Software> points, List<Software> held) {
        Map<String, List<Flaw>> possibleByProduct() {
            return Stream.of(zones, points, held)
                    .flatMap(List::stream)
                    .flatMap(software -> software.possible.stream())
                    .collect(Collectors.groupingBy(flaw -> flaw.product().key()));
        }
    }

    Stream<Software> all() {
        return Stream.of(zones, points, held).flatMap(Derived::stream);
    }

    private Software software(AtPoint inputs) {
        return inputs.point == null || inputs.posture == null || inputs.behind == null
                ? Software.NONE
                : software(exposure.of(inputs.point, inputs.posture, inputs.behind, inputs.staff), inputs.installed);
    }

    private Software software(Exposedness place, InstalledAtPlace installed) {
        List<Flaw> flaws = installed.items().stream()
                .flatMap(item -> item.concerns().stream()
                        .map(concern -> weaknesses.judge(
                                item.installation(), item.product(), concern.advisory(), concern.match(), place)))
                .toList();
        return Software.of(place, flaws, installed.products());
    }

    /** Every rule on installations, put to all of them. */
    static final class Judging {
        private final AssessmentInput input;
        private final SoftwareByPlace software;
        private final Set<String> landings;
        private final RuleRunner judging;
        private final Function<IndexedFacts<?>, Derivation> over;

        /** @param point absent, as all else, where nothing is installed */
        private record ToldAtPoint(
                @Nullable ConnectionPoint point, @Nullable Zone zone, InstalledAtPlace installed, Software software) {
            static final ToldAtPoint NOTHING = new ToldAtPoint(null, null, InstalledAtPlace.NOTHING, Software.NONE);

            boolean isUp() {
                return point != null && point.state().up();
            }

            Stream<Place> places() {
                return Stream.ofNullable(point).map(at -> new Place(Place.Kind.CONNECTION_POINT, at.key()));
            }
        }

        private record ToldInZone(
                Zone zone, List<Asset> hosts, InstalledAtPlace installed, Software software, boolean landing) {}

        private record ToldAtHolding(DataHolding holding, InstalledAtPlace installed, Software software) {}

        /**
         * @param landings keys of the zones where third parties land
         * @param over begins what depends on all that every judgement depends on
         */
        Judging(
                AssessmentInput input,
                SoftwareByPlace software,
                Set<String> landings,
                RuleRunner judging,
                Function<IndexedFacts<?>, Derivation> over) {
            this.input = input;
            this.software = software;
            this.landings = landings;
            this.judging = judging;
            this.over = over;
        }

        /** Findings on installations name whose the point is, and some are about what no advisory concerns. */
        Derived<?, List<Finding>> atPoints() {
            return over.apply(input.points)
                    .reading(input.zones, input.pointsByZone)
                    .reading(input.holdings.points())
                    .reading(software.points)
                    .derive(
                            "findings on software at points",
                            this::softwareAtPoint,
                            at -> judging.installations(at.places(), at.software, at.isUp()));
        }

        private ToldAtPoint softwareAtPoint(int at) {
            InstalledAtPlace installed = input.holdings.points().get(at);
            return installed.isEmpty()
                    ? ToldAtPoint.NOTHING
                    : new ToldAtPoint(
                            input.points.get(at),
                            input.zones.get(input.pointsByZone.of(at)),
                            installed,
                            software.points.get(at));
        }

        Derived<?, List<Finding>> inZones() {
            return over.apply(input.zones)
                    .reading(input.hostsOfZones)
                    .reading(input.holdings.zones())
                    .reading(software.zones)
                    .readingFrom(landings)
                    .derive(
                            "findings on software in zones",
                            zone -> new ToldInZone(
                                    input.zones.get(zone),
                                    input.hostsOfZones.get(zone),
                                    input.holdings.zones().get(zone),
                                    software.zones.get(zone),
                                    landings.contains(input.zones.get(zone).key())),
                            at -> judging.installations(Holdings.places(at.zone, at.hosts), at.software, at.landing));
        }

        Derived<?, List<Finding>> held() {
            return over.apply(input.held)
                    .reading(input.holdings.holdings())
                    .reading(software.held)
                    .derive(
                            "findings on software at data holdings",
                            at -> new ToldAtHolding(
                                    input.held.get(at),
                                    input.holdings.holdings().get(at),
                                    software.held.get(at)),
                            at -> judging.installations(
                                    Stream.of(new Place(Place.Kind.DATA_HOLDING, at.holding.key())),
                                    at.software,
                                    false));
        }
    }

    /**
     * The software of one zone or at one connection point.
     *
     * @param place from where it can be reached
     * @param flaws every advisory judged there, live or not
     * @param live the live ones, worst first
     * @param possible those that no source can decide
     * @param products one way in for each product in use
     * @param free whether one of them costs nothing
     * @param pool how bad they are together
     */
    record Software(
            Exposedness place,
            List<Flaw> flaws,
            List<Flaw> live,
            List<Flaw> possible,
            Ways products,
            boolean free,
            Causes pool) {

        private static final Comparator<Flaw> WORST_FIRST = Comparator.comparingInt(
                        (Flaw flaw) -> flaw.score().milliPoints())
                .reversed()
                .thenComparing(flaw -> flaw.installation().key())
                .thenComparing(flaw -> flaw.advisory().key());

        /** Nothing is installed. */
        static final Software NONE = new Software(
                new Exposedness(Reach.INTERNAL, false, new TreeSet<>()),
                List.of(),
                List.of(),
                List.of(),
                Ways.NONE,
                false,
                Causes.NONE);

        static Software of(Exposedness place, List<Flaw> flaws, Ways products) {
            List<Flaw> live =
                    flaws.stream().filter(Flaw::live).sorted(WORST_FIRST).toList();
            boolean free = live.stream().anyMatch(Flaw::opensTheWay);
            List<Flaw> possible = flaws.stream().filter(Flaw::possible).toList();
            return new Software(place, flaws, live, possible, products, free, Causes.of(Cause.distinct(live)));
        }

        /**
         * What is left of it without some installations.
         *
         * @param installed all of it
         */
        Software without(Predicate<Installation> which, InstalledAtPlace installed) {
            InstalledAtPlace left = installed.without(which);
            return left == installed
                    ? this
                    : of(
                            place,
                            flaws.stream()
                                    .filter(flaw -> !which.test(flaw.installation()))
                                    .toList(),
                            left.products());
        }

        boolean isEmpty() {
            return flaws.isEmpty() && products.alternatives().isEmpty();
        }

        /** This and the other together, as seen through a link that leads to both. */
        Software and(Software other) {
            if (isEmpty()) {
                return other;
            }
            if (other.isEmpty()) {
                return this;
            }
            var both = new ArrayList<>(flaws);
            both.addAll(other.flaws);
            return of(place, both, products.or(other.products));
        }
    }
}
