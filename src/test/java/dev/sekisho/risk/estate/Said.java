package dev.sekisho.risk.estate;

import dev.sekisho.risk.estate.software.AnalystWord;
import dev.sekisho.risk.estate.software.AnalystWords;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.VexState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What persons of ours say of vulnerabilities. */
public final class Said {
    private Said() {}

    /** One that overrides what sources prove. */
    public static AnalystWord word(VexState state, LocalDate until) {
        return word(state, until, true);
    }

    public static AnalystWord word(VexState state, LocalDate until, boolean overridesProof) {
        return new AnalystWord("v", state, null, "seen", overridesProof, "Sato", Instant.EPOCH, until);
    }

    public static Match over(Match match, AnalystWord... said) {
        return match.with(AnalystWords.of(List.of(said), false));
    }

    /** Says something else of every second match, or takes back what was said. */
    static Estate.Builder ofSome(Estate estate, Estate.Builder next, Random random) {
        for (String installation : estate.installations().keySet()) {
            for (Match match : estate.matchesOf(installation)) {
                if (random.nextBoolean()) {
                    AnalystWord[] said = Stream.generate(() -> word(
                                    VexState.values()[random.nextInt(4)],
                                    RandomEstate.TODAY.plusDays(random.nextInt(400)),
                                    random.nextBoolean()))
                            .limit(random.nextInt(3))
                            .toArray(AnalystWord[]::new);
                    next.add(over(match, said));
                }
            }
        }
        return next;
    }
}
