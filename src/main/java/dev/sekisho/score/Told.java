package dev.sekisho.score;

import static java.util.Objects.requireNonNull;

import dev.sekisho.attackpath.HopView;
import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.path.AttackPath;
import dev.sekisho.risk.question.Advice;
import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.score.Points;
import dev.sekisho.risk.score.Score;
import dev.sekisho.risk.stake.Lead;
import dev.sekisho.score.RiskView.BreakView;
import dev.sekisho.text.Sentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands behind the number of a score: its lines in words, its greatest risks, and the path of the worst. */
final class Told {
    private static final int NEXT = 3;
    private static final String BREAK = "BREAK.";
    /** Where a share says of which kind its worst way in is. */
    private static final int KIND = 4;

    private final Assessment assessment;
    private final Subject of;
    private final Estate estate;
    private final Sentences sentences;
    private final BreakWords.Places places;
    private final Advice advice;
    private final List<Lead> leads;
    private final Optional<AttackPath> path;
    private final List<BreakView> breaks;

    Told(Assessment assessment, Subject of, Sentences sentences) {
        this.assessment = assessment;
        this.of = of;
        this.estate = assessment.estate();
        this.sentences = sentences;
        places = new BreakWords.Places(estate, sentences);
        advice = new Advice(assessment, of);
        leads = advice.leads();
        path = advice.path();
        breaks = path.map(way -> new BreakWords(assessment, sentences).of(way)).orElse(List.of());
    }

    /** Everything that is told with a score. */
    record All(
            Score score,
            List<LineView> lines,
            @Nullable ThreatView worst,
            List<HopView> path,
            List<BreakView> breaks,
            List<ThreatView> next,
            @Nullable MoveView answer,
            @Nullable MoveView remedy) {}

    All all(Score score) {
        return new All(score, lines(score), worst(), path(), breaks(), next(), answer(), remedy());
    }

    /** The lines in words; those of breaks name what stands on the path, the first on it first. */
    List<LineView> lines(Score score) {
        Map<String, String> names = leads.isEmpty() ? Map.of() : names(leads.get(0));
        return LineView.shown(score.contributions(), line -> said(line, names));
    }

    private Phrase said(Contribution line, Map<String, String> names) {
        String code = line.code();
        if (code.startsWith(BREAK)) {
            int number = Integer.parseInt(code.substring(BREAK.length()));
            if (number <= breaks.size()) {
                BreakView there = breaks.get(number - 1);
                return Phrase.of(sentences, there.textKey(), there.parameters());
            }
        }
        return Phrase.of(sentences, line, code.indexOf(':') < 0 ? names : namesOfShare(line));
    }

    private Map<String, String> names(Lead lead) {
        var names = new HashMap<>(Map.of(
                "link", places.way(lead.door().over()),
                "party", thirdParty(lead.thirdParty()),
                "target", places.name(lead.target().key())));
        names.put(
                "landing",
                places.name(Objects.requireNonNullElse(
                        lead.door().zone(), lead.target().key())));
        return names;
    }

    /** The line of a third party says its key, and that of its worst way in. */
    private Map<String, String> namesOfShare(Contribution line) {
        String key = line.code().substring(line.code().indexOf(':') + 1);
        return line.facts().size() > 1
                ? Map.of("party", thirdParty(key), "link", places.way(way(line.facts())))
                : Map.of("party", thirdParty(key));
    }

    private static Subject way(List<String> facts) {
        return new Subject(Subject.Kind.valueOf(facts.get(KIND)), facts.get(1));
    }

    @Nullable
    ThreatView worst() {
        return leads.isEmpty() ? null : threat(leads.get(0));
    }

    List<ThreatView> next() {
        return leads.stream().skip(1).limit(NEXT).map(this::threat).toList();
    }

    List<HopView> path() {
        return path.stream()
                .flatMap(way -> way.hops().stream())
                .map(hop -> HopView.of(assessment, hop))
                .toList();
    }

    /** Everything that has to be broken on the path, each once, the first first. */
    List<BreakView> breaks() {
        return new ArrayList<>(breaks);
    }

    private @Nullable MoveView answer() {
        return advice.answer()
                .map(move -> MoveView.of(
                        sentences, "QUESTION." + move.about().subject().kind() + "." + move.what(), move))
                .orElse(null);
    }

    private @Nullable MoveView remedy() {
        return advice.remedy()
                .map(move -> MoveView.of(sentences, "REMEDY." + move.what(), move))
                .orElse(null);
    }

    private ThreatView threat(Lead lead) {
        return new ThreatView(
                lead.thirdParty(),
                thirdParty(lead.thirdParty()),
                lead.door().over().kind(),
                lead.door().over().key(),
                places.way(lead.door().over()),
                lead.door().through(),
                target(lead.target()),
                lead.breaks(),
                Points.shown(lead.milliPoints()));
    }

    private ThreatView.TargetView target(Subject target) {
        if (of.kind() == Subject.Kind.ASSET) {
            return target(requireNonNull(estate.assets().get(of.key())));
        }
        var holding = estate.dataHoldings().get(target.key());
        return target.kind() == Subject.Kind.DATA_HOLDING && holding != null
                ? new ThreatView.TargetView(target.kind(), target.key(), holding.name(), holding.weight(), null)
                : target(requireNonNull(estate.zones().get(target.key())));
    }

    /** Of hosts as critical as each other the one with the least key is told. */
    private ThreatView.TargetView target(Zone zone) {
        Optional<Asset> host = estate.assetsIn(zone.key()).stream()
                .filter(asset -> asset.weight() > zone.weight())
                .min(Comparator.comparingInt(Asset::weight).reversed().thenComparing(Asset::key));
        return host.map(Told::target)
                .orElseGet(() -> new ThreatView.TargetView(
                        Subject.Kind.ZONE, zone.key(), zone.name(), zone.weight(), zone.key()));
    }

    private static ThreatView.TargetView target(Asset host) {
        return new ThreatView.TargetView(Subject.Kind.ASSET, host.key(), host.name(), host.weight(), host.zone());
    }

    private String thirdParty(String key) {
        return requireNonNull(estate.thirdParties().get(key)).name();
    }
}
