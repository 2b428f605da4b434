package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.path.Approach.Nearby;
import dev.sekisho.risk.path.Target;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way in of a third party that is no connection point of its own.
 *
 * @param through keys of the third parties it works for by whose operations it comes so, the one that owns the way first;
 *     none where the way is its own
 * @param over the host it manages, itself where it comes with software that it supplies, what it holds for us; or the
 *     connection point of whom it works for
 * @param zone key of the zone it leads to; absent where it leads to what somebody holds
 * @param guarded whether nothing leaves that zone but what is permitted
 * @param exposureMilli E of the way in milli-points
 * @param near what is not far over it; of organizations those other than the one whose zone it leads to
 */
public record OtherWay(
        List<String> through, Subject over, @Nullable String zone, boolean guarded, int exposureMilli, Nearby near) {

    /** Crown jewels at most one break away over it, the nearest and then the most critical first. */
    public List<Target> crowns() {
        return near.crowns();
    }

    /** Whether it comes with software that it supplies itself. */
    public boolean isSupply() {
        return through.isEmpty() && over.kind() == Subject.Kind.THIRD_PARTY;
    }

    /** Whether it leads to what it holds itself: what there is to say of that is said of the holding. */
    public boolean isOwnHolding() {
        return through.isEmpty() && over.kind() == Subject.Kind.DATA_HOLDING;
    }

    /** What tells it from others: "ASSET pump into zone plant", "CONNECTION_POINT vpn into zone office through msp". */
    public String key() {
        return over.kind() + " " + over.key() + (zone == null ? "" : " into zone " + zone)
                + (through.isEmpty() ? "" : " through " + String.join(", ", through));
    }

    public static List<String> keys(Collection<OtherWay> ways) {
        return ways.stream().map(OtherWay::key).distinct().toList();
    }

    /** All of them, for a sentence: "over the host pump that it runs, and through msp, for whom it works". */
    public static String words(Collection<OtherWay> ways) {
        return Stream.of(
                        phrase(ways, OtherWay::host, "over the host ", "over the hosts ", " that it runs"),
                        phrase(
                                ways,
                                OtherWay::supplied,
                                "with its software in the zone ",
                                "with its software in the zones ",
                                ""),
                        phrase(ways, OtherWay::held, "to what it holds, ", "to what it holds, ", ""),
                        phrase(ways, OtherWay::principal, "through ", "through ", ", for whom it works"))
                .flatMap(phrase -> phrase)
                .collect(Collectors.joining(", and "));
    }

    private static Stream<String> phrase(
            Collection<OtherWay> ways, Function<OtherWay, @Nullable String> name, String one, String many, String end) {
        List<String> names = ways.stream()
                .flatMap(way -> Stream.ofNullable(name.apply(way)))
                .distinct()
                .toList();
        return names.isEmpty()
                ? Stream.empty()
                : Stream.of((names.size() == 1 ? one : many) + Crown.listed(names) + end);
    }

    private @Nullable String host() {
        return through.isEmpty() && over.kind() == Subject.Kind.ASSET ? over.key() : null;
    }

    private @Nullable String supplied() {
        return isSupply() ? zone : null;
    }

    private @Nullable String held() {
        return isOwnHolding() ? over.key() : null;
    }

    private @Nullable String principal() {
        return through.isEmpty() ? null : through.get(0);
    }

    /** The crown jewels that lie before some ways, each once, as near as it is over the nearest of these. */
    public static List<Target> crowns(Stream<OtherWay> ways) {
        Map<Subject, Target> nearest = ways.flatMap(way -> way.crowns().stream())
                .sorted(Target.NEAREST_FIRST)
                .collect(Collectors.toMap(
                        Target::subject, crown -> crown, (first, further) -> first, LinkedHashMap::new));
        return List.copyOf(nearest.values());
    }

    /** Those that lead to one of these at its distance. */
    static List<OtherWay> leadingTo(List<Target> crowns, Collection<OtherWay> ways) {
        return ways.stream()
                .filter(way -> way.crowns().stream().anyMatch(crowns::contains))
                .toList();
    }
}
