package dev.sekisho.risk.traffic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the traffic that was asked about.
 *
 * @param decidedBy the rules that decide some of it, in their order
 * @param permitted a packet that is let through, null if there is none
 * @param denied a packet that is not, null if there is none
 */
public record TrafficAnswer(
        Verdict verdict,
        List<Rule> decidedBy,
        @Nullable Decision permitted,
        @Nullable Decision denied) {

    /** How much of the traffic is let through. */
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

    static TrafficAnswer of(List<Rule> decidedBy, @Nullable Decision permitted, @Nullable Decision denied) {
        var verdict = permitted == null
                ? Verdict.PERMITTED_NONE
                : denied == null ? Verdict.PERMITTED_ALL : Verdict.PERMITTED_SOME;
        return new TrafficAnswer(verdict, decidedBy, permitted, denied);
    }
}
