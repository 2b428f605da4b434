package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Subject;
import java.util.Comparator;

/**
 * A zone, asset or data holding within reach of a link or third party.
 *
 * @param subject a ZONE, an ASSET or a DATA_HOLDING
 * @param criticality 0..100, unknown counted as 100
 */
public record Target(Subject subject, String name, int criticality, Distance distance) {

    /** From this criticality on a target is one that must not be lost. */
    public static final int CROWN = 80;

    public static final Comparator<Target> NEAREST_FIRST = Comparator.comparing(Target::distance)
            .thenComparing(Comparator.comparingInt(Target::criticality).reversed())
            .thenComparing(Target::subject);

    /** What somebody holds for us, so far away. */
    public static Target of(DataHolding holding, Distance distance) {
        var subject = new Subject(Subject.Kind.DATA_HOLDING, holding.key());
        return new Target(subject, holding.name(), holding.weight(), distance);
    }

    /** A crown jewel at so few breaks. */
    public boolean crownWithin(int breaks) {
        return criticality >= CROWN && distance.within(breaks);
    }
}
