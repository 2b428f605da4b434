package dev.sekisho.software.verdict;

import dev.sekisho.advisory.Matching;
import dev.sekisho.assessment.Assessor;
import dev.sekisho.matching.opinion.CoveredVersions;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.software.AnalystVerdict;
import dev.sekisho.risk.estate.software.AnalystWord;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Verdict;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a source proves the opposite of what somebody is about to say. */
@Singleton
class Proof {
    private final Assessor assessor;
    private final Matching matching;

    Proof(Assessor assessor, Matching matching) {
        this.assessor = assessor;
        this.matching = matching;
    }

    /**
     * As far as it is assessed; what becomes known later was not known to whoever said it.
     *
     * @return of which versions it is proven, and by whom
     */
    List<StoredProof> against(AnalystVerdictView said, List<String> versions) {
        if (!assessor.isReady()) {
            return List.of();
        }
        Estate estate = assessor.latest().assessment().estate();
        var about = new AnalystVerdict(
                said.advisory(),
                said.product(),
                said.installation(),
                new AnalystVerdict.Given(versions, Set.of(), null, null),
                new AnalystWord("", said.state(), null, "", false, "", Instant.EPOCH, said.until()));
        return installations(estate, said)
                .filter(one -> about.isOf(one) && CoveredVersions.covers(about, one.version()))
                .flatMap(one -> estate.matchesOf(one.key()).stream()
                        .filter(match -> proves(match, said))
                        .flatMap(match -> match.provenBy().stream())
                        .map(by -> new StoredProof(version(one), by)))
                .distinct()
                .sorted(Comparator.comparing(StoredProof::version).thenComparing(StoredProof::by))
                .toList();
    }

    private static String version(Installation installation) {
        return Objects.requireNonNullElse(installation.version(), AnalystVerdict.Given.UNKNOWN_VERSION);
    }

    private boolean proves(Match match, AnalystVerdictView said) {
        return (match.verdict() == Verdict.AFFECTED || match.verdict() == Verdict.CONFLICT)
                && matching.goesBy(match.advisory(), said.advisory());
    }

    private static Stream<Installation> installations(Estate estate, AnalystVerdictView said) {
        return said.installation() == null
                ? estate.installations().values().stream()
                : Stream.of(said.installation())
                        .map(estate.installations()::get)
                        .filter(Objects::nonNull);
    }
}
