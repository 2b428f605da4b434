package dev.sekisho.feed.epss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sekisho.feed.reading.Records;
import dev.sekisho.feed.reading.UnreadableFeed;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpssReaderTest {
    private final EpssReader reader = new EpssReader();

    @ParameterizedTest
    @CsvSource({"2021-04-14, ", "2021-09-01, ", "2022-02-04, v2022.01.01", "2023-03-07, v2023.03.01"})
    void readsEveryHeaderForm(String day, String model) {
        Map<String, Double> scores = new HashMap<>();

        EpssRelease release = reader.read(
                Records.open("epss/epss_scores-" + day + ".csv.gz"),
                (cve, score, percentile) -> scores.put(cve, score));

        assertThat(release.modelVersion()).isEqualTo(model);
        assertThat(release.rows()).isEqualTo(2);
        assertThat(scores)
                .containsKey("CVE-2020-5902")
                .allSatisfy((cve, score) -> assertThat(score).isBetween(0.0, 1.0));
    }

    @Test
    void leavesAMissingPercentileOpen() {
        EpssRelease release = reader.read(
                text("#model_version:v1,score_date:2026-01-30T12:55:00Z\ncve,epss\nCVE-2020-1,0.5\n"),
                (cve, score, percentile) -> assertThat(percentile).isNaN());

        assertThat(release.scored()).isEqualTo(Instant.parse("2026-01-30T12:55:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a,b\n1,2",
                "cve,epss\n",
                "cve,epss\nCVE-1,2.0",
                "cve,epss\nCVE-1,x",
                "cve,epss\nCVE-1",
                "cve,epss\nfoo,0.1",
                "cve,epss\nCVE-1,-0.1",
                "cve,epss\nCVE-1,NaN",
                "{\"cve\":1}"
            })
    void refusesWhatIsNotAFileOfScores(String csv) {
        assertThatThrownBy(() -> reader.read(text(csv), (cve, score, percentile) -> {}))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("line ");
    }

    private static InputStream text(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}
