package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Exposedness;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.Reach;
import dev.sekisho.risk.score.Weaknesses;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The software of every zone and connection point, judged. */
final class SoftwareByPlace {
    final Derived<?, Software> zones;
    final Derived<?, Software> points;
    /** Of what third parties hold for us. */
    final Derived<?, Software> held;

    private final ExposureAnalysis exposure;
    private final Weaknesses weaknesses;

    private record InZone(InstalledAtPlace installed, Exposedness place) {}

    /**
     * @param point where something is installed at it; else absent, and so is all else
     * @param behind the zone it leads into
     */
    private record AtPoint(
            @Nullable ConnectionPoint point,
            @Nullable Posture posture,
            @Nullable Exposedness behind,
            InstalledAtPlace installed) {
        static final AtPoint NOTHING = new AtPoint(null, null, null, InstalledAtPlace.NOTHING);
    }

    private record AtHolder(String holder, InstalledAtPlace installed) {}

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
                .given(input.today, input.model)
                .derive(
                        "software of points",
                        at -> held.points().get(at).isEmpty()
                                ? AtPoint.NOTHING
                                : new AtPoint(
                                        input.points.get(at),
                                        postures.points.get(at),
                                        exposure.zones.get(input.pointsByZone.of(at)),
                                        held.points().get(at)),
                        this::software);
        this.held = step.over(input.held)
                .reading(held.holdings())
                .given(input.today, input.model)
                .derive(
                        "software of holdings",
                        at -> new AtHolder(
                                input.held.get(at).thirdParty(), held.holdings().get(at)),
                        inputs -> software(exposedAt(inputs.holder), inputs.installed));
    }

    /** What a third party holds may be open to anybody as far as we know. */
    private static Exposedness exposedAt(String holder) {
        return new Exposedness(Reach.THIRD_PARTY, true, new TreeSet<>(Set.of(holder)));
    }

    Stream<Software> all() {
        return Stream.of(zones, points, held).flatMap(Derived::stream);
    }

    private Software software(AtPoint inputs) {
        return inputs.point == null || inputs.posture == null || inputs.behind == null
                ? Software.NONE
                : software(exposure.of(inputs.point, inputs.posture, inputs.behind), inputs.installed);
    }

    private Software software(Exposedness place, InstalledAtPlace installed) {
        List<Flaw> flaws = installed.items().stream()
                .flatMap(item -> item.concerns().stream()
                        .map(concern -> weaknesses.judge(
                                item.installation(), item.product(), concern.advisory(), concern.match(), place)))
                .toList();
        return Software.of(place, flaws, installed.products());
    }
}
