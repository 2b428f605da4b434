package dev.sekisho.advisory;

import dev.sekisho.advisory.view.FixView;
import dev.sekisho.matching.product.Judgement;
import dev.sekisho.matching.published.VersionRange;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Judgements as facts of the core, of software that is yet to be named. */
final class Matches {
    private static final int WORDS = 10;
    private static final List<Verdict> WORST_FIRST =
            List.of(Verdict.AFFECTED, Verdict.CONFLICT, Verdict.UNKNOWN, Verdict.FIXED, Verdict.NOT_AFFECTED);

    private Matches() {}

    static Match of(AdvisoryIndexEntry dossier, Judgement judgement) {
        FixView fix = dossier.fix();
        String version = fix == null || fix.version() == null ? judgement.fixVersion() : fix.version();
        String named = version == null && fix != null ? VersionRange.UNNAMED_FIX : version;
        var match = new Match(
                        "",
                        dossier.key(),
                        Verdict.valueOf(judgement.answer().name()),
                        words(judgement),
                        named,
                        fix == null ? null : fix.availableOn())
                .provenBy(judgement.provenBy());
        return judgement.isPossible() ? match.leftOpen() : match;
    }

    private static String words(Judgement judgement) {
        return judgement.evidence().stream()
                .map(one -> one.sourceName() + ": " + (one.range().isEmpty() ? "" : one.range() + "; ")
                        + one.comparison() + " (" + one.answer() + ")")
                .distinct()
                .limit(WORDS)
                .collect(Collectors.joining(" | "));
    }

    static Match inPart(Contents.Part part, Match match, Verdict verdict, String word) {
        String component = "component " + part.component().label();
        String reason = component + ": " + (word.isEmpty() ? "" : word.strip() + " | ") + match.reason();
        var inPart = new Match("", match.advisory(), verdict, reason, match.fixVersion(), match.fixAvailableOn())
                .provenBy(match.provenBy().isEmpty() ? Set.of(component) : match.provenBy());
        return match.possible() && verdict == match.verdict() ? inPart.leftOpen() : inPart;
    }

    static Match worse(Match one, Match other) {
        int order = Integer.compare(WORST_FIRST.indexOf(one.verdict()), WORST_FIRST.indexOf(other.verdict()));
        return order > 0 || order == 0 && one.possible() ? other : one;
    }
}
