package dev.sekisho.feed.cve;

import dev.sekisho.feed.reading.Fields;
import dev.sekisho.matching.published.CvssScore;
import dev.sekisho.matching.published.Dates;
import dev.sekisho.matching.published.Exploited;
import dev.sekisho.matching.published.Ssvc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scores, decisions and exploitation evidence in the metrics of a CVE 5 record's containers. */
final class Cve5Metrics {
    /** Newest first; a 2.0 base score is on another scale and serves only where nothing newer is given. */
    private static final List<String> CVSS_FIELDS = List.of("cvssV4_0", "cvssV3_1", "cvssV3_0");

    private Cve5Metrics() {}

    /** The assigner's newest score, else the newest of an added container, else a 2.0 score. */
    static @Nullable CvssScore cvss(Fields cna, List<Fields> added) {
        List<Fields> containers = new ArrayList<>(List.of(cna));
        containers.addAll(added);
        return Stream.concat(
                        containers.stream()
                                .flatMap(container -> CVSS_FIELDS.stream().flatMap(field -> scores(container, field))),
                        containers.stream().flatMap(container -> scores(container, "cvssV2_0")))
                .findFirst()
                .orElse(null);
    }

    private static Stream<CvssScore> scores(Fields container, String field) {
        Fields provider = container.object("providerMetadata");
        String source = provider == null ? "unnamed" : provider.text("shortName", "unnamed");
        return container.objects("metrics").stream()
                .filter(metric -> metric.has(field))
                .map(metric -> score(metric.requiredObject(field), field, source))
                .flatMap(Stream::ofNullable);
    }

    private static @Nullable CvssScore score(Fields cvss, String field, String source) {
        String version = field.substring("cvssV".length()).replace('_', '.');
        Double base = cvss.number("baseScore");
        String vector = cvss.text("vectorString");
        if (base == null) {
            return vector == null ? null : CvssScore.ofVector(version, vector, source);
        }
        if (!(base >= 0 && base <= 10)) {
            throw cvss.refusal("the baseScore " + base + " is not between 0 and 10");
        }
        return new CvssScore(version, base, vector, source);
    }

    static @Nullable Ssvc ssvc(List<Fields> added) {
        return others(added, "ssvc").map(Cve5Metrics::decision).findFirst().orElse(null);
    }

    private static Ssvc decision(Fields content) {
        String exploitation = null;
        String automatable = null;
        String impact = null;
        for (Fields option : content.objects("options")) {
            exploitation = option.text("Exploitation", exploitation == null ? "" : exploitation);
            automatable = option.text("Automatable", automatable == null ? "" : automatable);
            impact = option.text("Technical Impact", impact == null ? "" : impact);
        }
        return new Ssvc(Ssvc.exploitation(exploitation), Ssvc.automatable(automatable), Ssvc.technicalImpact(impact));
    }

    static @Nullable Exploited exploited(List<Fields> added) {
        return others(added, "kev")
                .map(kev -> new Exploited("CISA KEV", Dates.day(kev.text("dateAdded")), kev.text("reference")))
                .findFirst()
                .orElse(null);
    }

    private static Stream<Fields> others(List<Fields> added, String type) {
        return added.stream()
                .flatMap(container -> container.objects("metrics").stream())
                .map(metric -> metric.object("other"))
                .flatMap(Stream::ofNullable)
                .filter(other -> type.equals(other.text("type")))
                .map(other -> other.object("content"))
                .flatMap(Stream::ofNullable);
    }
}
