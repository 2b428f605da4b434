package dev.sekisho.ruleset.outside;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One way in which packets come to real addresses, and what is denied on it and not on others. */
final class Way {

    /** Into how many parts denies may cut a permit before all of it counts. */
    private static final int PARTS = 256;

    private final @Nullable OutsideTranslation translation;
    private final RuleMatch all;
    private final List<RuleMatch> denied = new ArrayList<>();

    private Way(@Nullable OutsideTranslation translation) {
        this.translation = translation;
        this.all = arriving(Action.PERMIT, RuleMatch.ANY).orElse(RuleMatch.NONE);
    }

    static Way straight() {
        return new Way(null);
    }

    static Way through(OutsideTranslation translation) {
        return new Way(translation);
    }

    private List<String> doubts() {
        return translation == null ? List.of() : translation.doubts();
    }

    /** The real addresses it leads to. */
    AddressSet inside() {
        return all.destinations();
    }

    /** Whether it takes some packet that is sent like this. */
    boolean takes(RuleMatch sent) {
        return translation == null
                || sent.destinations().intersects(translation.taken().destinations());
    }

    /** Whether some packet arrives on it like this. */
    boolean reaches(RuleMatch arriving) {
        return arriving.destinations().intersects(all.destinations())
                && !all.and(arriving).isEmpty();
    }

    /** Whether all that arrives on it like this was sent like this, too. */
    boolean denies(RuleMatch match) {
        return arriving(Action.DENY, match).filter(all.and(match)::isWithin).isPresent();
    }

    /** What arrives of a permit that no deny of this way has taken before. */
    Resolved<List<RuleMatch>> permitted(RuleMatch sent) {
        return arriving(Action.PERMIT, sent).map(this::left).orElse(Resolved.exactly(List.of()));
    }

    private Resolved<List<RuleMatch>> left(RuleMatch match) {
        var left = List.of(match);
        for (var deny : denied) {
            left = left.stream().flatMap(part -> part.minus(deny).stream()).toList();
            if (left.size() > PARTS) {
                return Resolved.doubtful(List.of(match), "too many exceptions stand before it to follow them");
            }
        }
        return new Resolved<>(left, doubts());
    }

    void deny(RuleMatch arriving) {
        denied.add(arriving);
    }

    /** Remembers a deny, but for what is denied on every way. */
    void denyBeside(RuleMatch sent, RuleMatch everywhere) {
        arriving(Action.DENY, sent).filter(match -> !match.isWithin(everywhere)).ifPresent(denied::add);
    }

    private Optional<RuleMatch> arriving(Action action, RuleMatch sent) {
        return translation == null ? Optional.of(sent) : translation.arriving(action, sent);
    }
}
