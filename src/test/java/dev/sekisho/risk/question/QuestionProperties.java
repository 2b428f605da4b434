package dev.sekisho.risk.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.question.Advice.Move;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.score.Score;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What answers and remedies make of scores. */
class QuestionProperties {
    private static Assessment assess(Estate estate) {
        return Assessment.of(estate, RandomEstate.TODAY, Models.CURRENT, List.of(), null);
    }

    /** An answer is one of those that the low end of a score takes for given, and lowers by what it promises at most. */
    @Property(tries = 60)
    void lowerByNoMoreThanTheyPromise(@ForAll Random random) {
        Assessment before = assess(new RandomEstate(random).build());

        Questions.of(before, any -> true).forEach(question -> {
            Assessment then = assess(question.best().apply(before.estate()));
            assertThat(question.couldLowerMilli()).isPositive();
            before.scores().forEach((subject, score) -> {
                Score after = then.score(subject).orElseThrow();
                assertThat(after.milliPoints())
                        .as(question + " of " + subject)
                        .isBetween(score.lowMilli(), score.milliPoints());
            });
            assertThat(fall(before, then, question))
                    .as(question.toString())
                    .isLessThanOrEqualTo(question.couldLowerMilli());
        });
    }

    /** Where the zone is as bad as can be whatever is answered, the one who only supplies there may still gain by it. */
    @Property(tries = 60)
    void countWhoComesWithSoftware(@ForAll Random random) {
        Estate estate = new RandomEstate(random).build();
        Assessment before = assess(estate);

        Questions.of(before, about -> about.subject().kind() == Subject.Kind.ZONE)
                .filter(question -> question.fact().equals("egress"))
                .forEach(question -> {
                    Assessment then = assess(question.best().apply(estate));
                    suppliers(estate, question.about().zone())
                            .map(key -> new Subject(Subject.Kind.THIRD_PARTY, key))
                            .forEach(party -> assertThat(before.score(party)
                                                    .orElseThrow()
                                                    .milliPoints()
                                            - then.score(party).orElseThrow().milliPoints())
                                    .as(question + " of " + party)
                                    .isLessThanOrEqualTo(question.couldLowerMilli()));
                });
    }

    private static Stream<String> suppliers(Estate estate, String zone) {
        return estate.installations().values().stream()
                .filter(one -> zone.equals(estate.zoneOf(one.place())))
                .flatMap(one ->
                        Stream.ofNullable(estate.products().get(one.product()).supplier()));
    }

    private static int fall(Assessment before, Assessment then, Question question) {
        Subject subject = question.about().subject();
        String zone = question.about().zone();
        Subject around = zone == null
                ? new Subject(Subject.Kind.THIRD_PARTY, question.about().thirdParty())
                : new Subject(Subject.Kind.ZONE, zone);
        // What is told of a host is what its zone could fall by, which is what others see.
        boolean own =
                subject.kind() != Subject.Kind.ASSET && before.score(subject).isPresent();
        Subject scored = own ? subject : around;
        return before.score(scored).orElseThrow().milliPoints()
                - then.score(scored).orElseThrow().milliPoints();
    }

    /** What nobody told and may lower a score is asked for: with all answers given, nothing is left to ask. */
    @Property(tries = 60)
    void leaveNothingToAskOnceAnswered(@ForAll Random random) {
        Estate estate = new RandomEstate(random).build();
        for (int i = 0; i < 200; i++) {
            Optional<Question> next = Questions.of(assess(estate), any -> true).min(Question.MOST_FIRST);
            if (next.isEmpty()) {
                return;
            }
            estate = next.get().best().apply(estate);
        }
        assertThat(Questions.of(assess(estate), any -> true)).isEmpty();
    }

    @Property(tries = 60)
    void areMovesAsExactAsAnAssessment(@ForAll Random random) {
        Assessment before = assess(new RandomEstate(random).build());

        before.scores().forEach((subject, score) -> {
            var moves = new Advice(before, subject);
            for (Optional<Move> move : List.of(moves.answer(), moves.remedy())) {
                move.ifPresent(best -> {
                    assertThat(best.lowersMilli()).isPositive();
                    assertThat(best.scoreMilli()).isEqualTo(score.milliPoints() - best.lowersMilli());
                });
            }
            moves.answer()
                    .ifPresent(best -> assertThat(answered(before, subject, best)
                                    .score(subject)
                                    .orElseThrow()
                                    .milliPoints())
                            .isEqualTo(best.scoreMilli()));
            moves.answer().ifPresent(best -> assertThat(best.scoreMilli()).isGreaterThanOrEqualTo(score.lowMilli()));
        });
    }

    private static Assessment answered(Assessment before, Subject of, Move answer) {
        Question question = Questions.lowering(of, before, answer.about()::equals)
                .filter(one -> one.fact().equals(answer.what()))
                .findFirst()
                .orElseThrow();
        return assess(question.best().apply(before.estate()));
    }

    /** Against every answer on the path, each assessed from nothing; it is cut short only where very many are left. */
    @Property(tries = 20)
    void isNoAnswerOnThePathBetterThanTheOneToldOf(@ForAll Random random) {
        Assessment before = assess(new RandomEstate(random).build());

        for (Subject subject : before.scores().keySet()) {
            var advice = new Advice(before, subject);
            List<Question> asked = advice.asked().toList();
            int told = advice.answer().map(Move::lowersMilli).orElse(0);
            for (Question question : asked) {
                int fall = before.score(subject).orElseThrow().milliPoints()
                        - assess(question.best().apply(before.estate()))
                                .score(subject)
                                .orElseThrow()
                                .milliPoints();
                assertThat(fall).as(question + " of " + subject).isLessThanOrEqualTo(question.couldLowerMilli());
                if (asked.size() <= 12) {
                    assertThat(fall).as(question + " of " + subject).isLessThanOrEqualTo(told);
                }
            }
        }
    }
}
