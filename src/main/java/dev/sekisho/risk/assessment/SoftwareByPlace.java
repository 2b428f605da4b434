package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Exposedness;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.Weaknesses;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The software of every zone and connection point, judged. */
final class SoftwareByPlace {
    private final ExposureAnalysis surroundings;
    private final Weaknesses weaknesses;
    private final Model model;
    private final Derived<InZone, Software> zones;
    private final Derived<AtPoint, Software> points;

    private record InZone(InstalledAtPlace installed, Exposedness place, LocalDate today, Model model) {}

    /**
     * @param point where something is installed at it; else absent, and so is all else
     * @param behind the zone it leads into
     */
    private record AtPoint(
            @Nullable ConnectionPoint point,
            @Nullable Posture posture,
            @Nullable Exposedness behind,
            InstalledAtPlace installed,
            @Nullable LocalDate today,
            @Nullable Model model) {
        static final AtPoint NOTHING = new AtPoint(null, null, null, InstalledAtPlace.NOTHING, null, null);
    }

    SoftwareByPlace(
            AssessmentInput frame, Postures postures, ExposureAnalysis surroundings, Completion unknown, Step step) {
        this.surroundings = surroundings;
        this.model = frame.model;
        this.weaknesses = new Weaknesses(frame.model, frame.today, unknown);
        zones = step.derive(
                "software of zones",
                frame.zoneRoster,
                zone -> new InZone(frame.holdings.zones().get(zone), surroundings.of(zone), frame.today, frame.model),
                inputs -> software(inputs.place, inputs.installed));
        points = step.derive(
                "software of points",
                frame.points,
                at -> frame.holdings.points().get(at).isEmpty()
                        ? AtPoint.NOTHING
                        : new AtPoint(
                                frame.points.get(at),
                                postures.points().get(at),
                                surroundings.of(frame.pointsByZone.of(at)),
                                frame.holdings.points().get(at),
                                frame.today,
                                frame.model),
                this::software);
    }

    List<Software> points() {
        return points.values();
    }

    Stream<Software> all() {
        return Stream.concat(zones.stream(), points.stream());
    }

    Software zone(int zone) {
        return zones.get(zone);
    }

    Software point(int point) {
        return points.get(point);
    }

    private Software software(AtPoint inputs) {
        return inputs.point == null || inputs.posture == null
                ? Software.NONE
                : software(surroundings.of(inputs.point, inputs.posture), inputs.installed);
    }

    private Software software(Exposedness place, InstalledAtPlace installed) {
        List<Flaw> flaws = installed.items().stream()
                .flatMap(item -> item.concerns().stream()
                        .map(concern -> weaknesses.judge(
                                item.installation(), item.product(), concern.advisory(), concern.match(), place)))
                .toList();
        return Software.of(place, flaws, installed.products(), model);
    }
}
