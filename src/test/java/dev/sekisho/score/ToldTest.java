package dev.sekisho.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.score.Models;
import dev.sekisho.score.RiskView.BreakView;
import dev.sekisho.text.Sentences;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a reader is told of a score. */
class ToldTest {
    private static final Sentences ENGLISH = Sentences.in(Locale.ENGLISH);

    @Test
    void hasASentenceForEveryStateOfALink() {
        assertThat(Map.<String, Enum<?>[]>of(
                                "E.FILTER", FilterState.values(),
                                "E.AUTHENTICATION", Authentication.values(),
                                "E.EGRESS", Egress.values(),
                                "E.STANDING", Access.values(),
                                "E.TRANSPORT", Transport.values())
                        .entrySet())
                .flatExtracting(factor -> Arrays.stream(factor.getValue())
                        .map(state -> "LINE." + factor.getKey() + "." + state)
                        .toList())
                .allMatch(ENGLISH::has);
    }

    @Test
    void speaksEnglishWhereItHasNoOtherLanguage() {
        assertThat(Sentences.in(Locale.JAPANESE).of("LINE.E.FILTER.NONE", Map.of("link", "$1 {party}")))
                .isEqualTo("nothing filters $1 {party}");
    }

    /** A gap that is left shows its braces. */
    @Property(tries = 100)
    void fillsInEverySentence(@ForAll Random random) {
        Estate estate = new RandomEstate(random).build();
        Assessment assessment = Assessment.of(estate, RandomEstate.TODAY, Models.CURRENT, List.of(), null);

        assessment.scores().forEach((subject, score) -> {
            var told = new Told(assessment, subject, ENGLISH);
            assertThat(Stream.concat(
                            told.lines(score).stream().map(LineView::detail),
                            told.breaks().stream().map(BreakView::detail)))
                    .isNotNull()
                    .allSatisfy(sentence -> assertThat(sentence).isNotEmpty().doesNotContain("{", "}"));
            assertThat(told.worst() == null).isEqualTo(told.path().isEmpty());
            assertThat(told.next())
                    .hasSizeLessThanOrEqualTo(3)
                    .allMatch(next -> next.score().compareTo(told.worst().score()) <= 0);
        });
    }
}
