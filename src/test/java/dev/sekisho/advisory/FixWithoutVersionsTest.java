package dev.sekisho.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.advisory.view.AffectedView;
import dev.sekisho.matching.product.Installed;
import dev.sekisho.matching.product.Judgement;
import dev.sekisho.matching.product.MatchAnswer;
import dev.sekisho.matching.product.ProductMatcher;
import dev.sekisho.matching.product.ProductNames;
import dev.sekisho.matching.product.VersionJudge;
import dev.sekisho.matching.published.AdvisoryRecord;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person who names no versions means all of them, but not the fix that is named. */
class FixWithoutVersionsTest {
    private final VersionJudge judge = new VersionJudge(new ProductMatcher(ProductNames.withoutAliases()));

    /** A later version may be of another branch, and a build behind the fix is another version. */
    @ParameterizedTest
    @CsvSource({
        "2.0, 2.0, FIXED",
        "2.0.0, 2.0, FIXED",
        "2.0, 2.0.0, FIXED",
        "1.9, 2.0, AFFECTED",
        "2.0.1, 2.0, AFFECTED",
        "2.0.0.1, 2.0.0, AFFECTED",
        "2.0-rc1, 2.0, AFFECTED",
        "2.1, 2.0, AFFECTED",
        "3.0, 2.0, AFFECTED",
        "abc, 2.0, AFFECTED",
        "1.9, patch 12 (Windows), AFFECTED",
        "2.0, , AFFECTED",
        ", 2.0, AFFECTED"
    })
    void endsWithTheVeryVersionThatIsNamedAsTheFix(
            @Nullable String installed, @Nullable String fix, MatchAnswer expected) {
        assertThat(judged(installed, fix).answer()).isEqualTo(expected);
    }

    @Test
    void doesNotSpeakOfRangesThatNobodyNamed() {
        assertThat(judged("1.9", "2.0").evidence())
                .extracting(one -> one.range() + one.comparison())
                .containsExactly("the advisory names no versions: all are affected");
        assertThat(judged("2.0.0", "2.0").evidence())
                .extracting(one -> one.range() + one.comparison())
                .containsExactly("2.0.0 equals 2.0, the fix the advisory names");
    }

    /** Somebody else calls every version affected and knows of another fix. */
    @Test
    void doesNotEndWhereAnotherEntryNamesAnotherFix() {
        assertThat(judged("2.0", "2.0", "3.0").answer()).isEqualTo(MatchAnswer.AFFECTED);
        assertThat(judged("2.0", "2.0", null).answer()).isEqualTo(MatchAnswer.AFFECTED);
    }

    private Judgement judged(@Nullable String installed, @Nullable String... fixes) {
        var box = new AffectedView(null, "Maker", "Box", null, null, null);
        return judge.judge(
                Installed.named("Maker", "Box", installed),
                AdvisoryRecord.named(
                        "A-1",
                        null,
                        Arrays.stream(fixes)
                                .map(fix -> box.statement("Maker", "Box", fix))
                                .toList()));
    }
}
