package dev.sekisho.advisory;

import dev.sekisho.risk.estate.software.EarlierVersion;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Match;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judgements made together; what was judged once is remembered until the end. */
public final class MatchingPass {
    private final Matching matching;
    private final Map<Question, List<Match>> answers = new HashMap<>();

    private record Question(String product, @Nullable String version) {}

    MatchingPass(Matching matching) {
        this.matching = matching;
    }

    /** Every advisory that concerns an installation, judged, in the order of their keys. */
    public List<Match> of(Installation installation) {
        return answered(installation, null);
    }

    /** The same, of these advisories only; within one pass always the same for a product. */
    public List<Match> of(Installation installation, Collection<String> advisories) {
        return answered(installation, advisories);
    }

    private List<Match> answered(Installation installation, @Nullable Collection<String> advisories) {
        Map<String, EarlierVersion> before = affected(installation, advisories);
        return answered(installation.product(), installation.version(), advisories).stream()
                .map(match -> match.at(installation.key()).after(before.get(match.advisory())))
                .toList();
    }

    private List<Match> answered(String product, @Nullable String version, @Nullable Collection<String> advisories) {
        return answers.computeIfAbsent(
                new Question(product, version), asked -> matching.judged(asked.product(), asked.version(), advisories));
    }

    /** By advisory the latest of the earlier versions that it concerns. */
    private Map<String, EarlierVersion> affected(Installation installation, @Nullable Collection<String> advisories) {
        var affected = new HashMap<String, EarlierVersion>();
        for (EarlierVersion earlier : installation.installed().earlier()) {
            answered(installation.product(), earlier.version(), advisories).stream()
                    .filter(Match::live)
                    .forEach(match -> affected.putIfAbsent(match.advisory(), earlier));
        }
        return affected;
    }
}
