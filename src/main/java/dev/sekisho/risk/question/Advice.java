package dev.sekisho.risk.question;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.path.AttackPath;
import dev.sekisho.risk.question.Question.About;
import dev.sekisho.risk.score.Score;
import dev.sekisho.risk.stake.Lead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which single answer, and which single remedy, lowers a score most. What lies on the path of its worst risk is tried: each
 * is assessed exactly, as an overlay over the facts there are, so only so many are.
 */
public final class Advice {
    private static final int REMEDIES = 5;
    /** What an answer can lower at most is known before it is tried, so mostly fewer are. */
    private static final int ANSWERS = 12;

    private final Assessment assessment;
    private final Subject of;
    private final Score score;
    private final List<Lead> leads;
    private final Optional<AttackPath> path;

    /** @param of something that has a score */
    public Advice(Assessment assessment, Subject of) {
        this.assessment = assessment;
        this.of = of;
        score = assessment.score(of).orElseThrow();
        leads = assessment.leads(of);
        path = leads.stream().findFirst().flatMap(worst -> assessment.path(worst, of));
    }

    /** The greatest risks the score is made of, the greatest first; none where nothing leads anywhere. */
    public List<Lead> leads() {
        return leads;
    }

    /** How the greatest gets to its target. */
    public Optional<AttackPath> path() {
        return path;
    }

    /**
     * What one answer or one remedy makes of a score.
     *
     * @param what the fact that is answered, or the remedy
     * @param scoreMilli the score with it and with everything else as it is
     * @param lowersMilli by how much it is lower then
     */
    public record Move(About about, String what, int scoreMilli, int lowersMilli) {}

    /** What is assessed, if it is. */
    private record Trial(About about, String what, UnaryOperator<Estate> then) {
        static Trial of(Question question) {
            return new Trial(question.about(), question.fact(), question.best());
        }
    }

    /**
     * The unknown fact on the path whose best answer lowers the score most. Where a dozen answers could each lower it by more
     * than the best of them does, no more are tried.
     */
    public Optional<Move> answer() {
        List<Question> most = asked().sorted(Comparator.comparingInt(Question::couldLowerMilli)
                        .reversed()
                        .thenComparing(Question.MOST_FIRST))
                .limit(ANSWERS)
                .toList();
        var moves = new ArrayList<Move>();
        int lowered = 0;
        for (Question question : most) {
            if (question.couldLowerMilli() < lowered) {
                break;
            }
            Optional<Move> move = move(Trial.of(question));
            move.ifPresent(moves::add);
            lowered = Math.max(lowered, move.map(Move::lowersMilli).orElse(0));
        }
        return best(moves.stream());
    }

    /** The one remedy that lowers the score most, of those that promise most. */
    public Optional<Move> remedy() {
        return path.flatMap(way -> best(Remedies.of(assessment, leads.get(0), way).stream()
                .limit(REMEDIES)
                .map(remedy -> new Trial(remedy.about(), remedy.what(), remedy.then()))
                .flatMap(trial -> move(trial).stream())));
    }

    /** What nobody told of anything on the path, with what the answer can lower this very score by at most. */
    Stream<Question> asked() {
        return path.stream().flatMap(way -> Questions.lowering(of, assessment, on(way)));
    }

    private Predicate<About> on(AttackPath way) {
        Set<String> ends = way.hops().stream().map(AttackPath.Hop::to).collect(Collectors.toSet());
        Set<Subject> links = new HashSet<>();
        way.hops().forEach(hop -> links.add(hop.via()));
        return about -> switch (about.subject().kind()) {
            case CONNECTION_POINT, ZONE_LINK -> links.contains(about.subject());
            case THIRD_PARTY -> about.subject().key().equals(way.thirdParty());
            case DATA_HOLDING -> about.subject().key().equals(way.target());
            default -> about.zone() != null && ends.contains(about.zone());
        };
    }

    private static Optional<Move> best(Stream<Move> moves) {
        return moves.filter(move -> move.lowersMilli() > 0)
                .min(Comparator.comparingInt(Move::scoreMilli)
                        .thenComparing(move -> move.about().subject())
                        .thenComparing(Move::what));
    }

    private Optional<Move> move(Trial trial) {
        return assessment
                .scoreIf(trial.then.apply(assessment.estate()), of)
                .map(lower -> new Move(
                        trial.about, trial.what, lower.milliPoints(), score.milliPoints() - lower.milliPoints()));
    }
}
