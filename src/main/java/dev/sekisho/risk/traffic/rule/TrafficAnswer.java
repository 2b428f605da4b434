package dev.sekisho.risk.traffic.rule;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the traffic that was asked about.
 *
 * @param decidedBy the rules that decide some of it, in their order
 * @param permitted a packet that is let through, null if there is none
 * @param denied a packet that is not, null if there is none
 * @param addressing which address of the destination the answer is about
 */
public record TrafficAnswer(
        Verdict verdict,
        List<Rule> decidedBy,
        @Nullable Decision permitted,
        @Nullable Decision denied,
        Addressing addressing) {

    /** How much of the traffic is let through, the most first. */
    public enum Verdict {
        PERMITTED_ALL,
        PERMITTED_SOME,
        PERMITTED_NONE
    }

    public TrafficAnswer {
        decidedBy = List.copyOf(decidedBy);
    }

    /** No packet is like what was asked about, so that the verdict says nothing. */
    public boolean isAboutNothing() {
        return permitted == null && denied == null;
    }

    public static TrafficAnswer of(List<Rule> decidedBy, @Nullable Decision permitted, @Nullable Decision denied) {
        var verdict = permitted == null
                ? Verdict.PERMITTED_NONE
                : denied == null ? Verdict.PERMITTED_ALL : Verdict.PERMITTED_SOME;
        return new TrafficAnswer(verdict, decidedBy, permitted, denied, Addressing.REAL);
    }

    /** One answer about several parts of the traffic. */
    public static TrafficAnswer of(List<TrafficAnswer> parts) {
        return of(
                parts.stream()
                        .flatMap(part -> part.decidedBy.stream())
                        .distinct()
                        .toList(),
                first(parts, TrafficAnswer::permitted),
                first(parts, TrafficAnswer::denied));
    }

    public TrafficAnswer addressed(Addressing now) {
        return new TrafficAnswer(verdict, decidedBy, permitted, denied, now);
    }

    /** This answer, or the other one where it lets more through; where neither lets anything through, both hold. */
    public TrafficAnswer orMoreOpen(TrafficAnswer other) {
        if (isAboutNothing() || other.verdict.compareTo(verdict) < 0) {
            return other;
        }
        return verdict == Verdict.PERMITTED_NONE && !other.isAboutNothing() ? addressed(Addressing.EITHER) : this;
    }

    private static @Nullable Decision first(
            List<TrafficAnswer> parts, Function<TrafficAnswer, @Nullable Decision> packet) {
        return parts.stream().map(packet).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
