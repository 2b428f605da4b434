package dev.sekisho.risk.estate.software;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What persons of ours say of one vulnerability at one installation, beside what sources say.
 *
 * @param said the word that counts first comes first
 * @param alone whether no source names the software for this vulnerability, so that the words are all there is
 * @param counting the word that was applied; absent as long as none was
 * @param sources what held without it; absent as long as none was applied
 */
public record AnalystWords(
        List<AnalystWord> said,
        boolean alone,
        @Nullable AnalystWord counting,
        @Nullable Verdict sources) {

    public static final AnalystWords NONE = new AnalystWords(List.of(), false, null, null);

    public AnalystWords {
        said = List.copyOf(said);
    }

    /** @param alone whether no source names the software for this vulnerability */
    public static AnalystWords of(List<AnalystWord> said, boolean alone) {
        return said.isEmpty() && !alone ? NONE : new AnalystWords(said, alone, null, null);
    }

    Optional<AnalystWord> on(LocalDate day) {
        return counting == null
                ? said.stream().filter(word -> word.countsOn(day)).findFirst()
                : Optional.empty();
    }

    AnalystWords applying(AnalystWord word, Verdict before) {
        return new AnalystWords(said, alone, word, before);
    }
}
