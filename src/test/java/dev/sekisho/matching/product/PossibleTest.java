package dev.sekisho.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.feed.cve.Cve5Reader;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose gap it is where nothing is settled: the source's, or ours. */
class PossibleTest {
    private static final String BEFORE_2 =
            "{'version':'0','lessThan':'2.0','status':'affected','versionType':'custom'}";

    private final VersionJudge judge = new VersionJudge(new ProductMatcher(ProductNames.withoutAliases()));

    /** What the record names, the installed version, and whether more about the installation could settle it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'version':'n/a','status':'affected'                      | 1.0       | true",
                "'version':'n/a','status':'affected'                      |           | true",
                "'version':'0','lessThan':'unspecified','status':'affected' | 1.0     | true",
                "'version':'0','lessThan':'unspecified','status':'affected' |         | true",
                "'version':'some old ones of last year, by and large','status':'affected' | 1.0 | true",
                "'version':'1.0','lessThan':'2.0','status':'affected'     | 0.9       | true",
                "'version':'1.0','lessThan':'2.0','status':'unknown'      | 1.5       | true",
                "'version':'1.0','lessThan':'2.0','status':'affected'     |           | false",
                "'version':'1.0','lessThan':'2.0','status':'affected'     | the newest | false",
                "'version':'1.0.1','lessThan':'2.0','status':'affected'   | 1.0       | false",
            })
    void isTheSourcesWhereNoVersionOfOursWouldBeDecided(String range, @Nullable String installed, boolean possible) {
        Judgement judgement = judge(installed, cve("{" + range + "}", ""));

        assertThat(judgement.answer()).isEqualTo(MatchAnswer.UNKNOWN);
        assertThat(judgement.isPossible()).isEqualTo(possible);
    }

    @Test
    void isOursWhereOneSourceNamesVersionsAndOursIsNotKnown() {
        AdvisoryRecord listed =
                record(AffectedProduct.named(Source.ADVISORY, "CISA KEV", "Maker", "Box", Status.UNKNOWN, List.of()));

        for (String version : Arrays.asList("1.0", null)) {
            assertThat(judge(version, listed).isPossible()).isTrue();
            assertThat(judge(version, listed).evidence())
                    .singleElement()
                    .satisfies(one -> assertThat(one.comparison()).isEqualTo("the source names no versions"));
        }
        assertThat(judge(null, listed, cve(BEFORE_2, "")).isPossible()).isFalse();
    }

    /** Else forgetting the version would settle what knowing it proves. */
    @Test
    void isOursWhereVersionsAreNamedInWordsAndOursIsNotKnown() {
        AdvisoryRecord worded = cve("{'version':'n/a','status':'affected'}", "Box before 2.0.1 is open to anybody.");

        assertThat(judge("2.0.0", worded).answer()).isEqualTo(MatchAnswer.AFFECTED);
        assertThat(judge(null, worded).answer()).isEqualTo(MatchAnswer.UNKNOWN);
        assertThat(judge(null, worded).isPossible()).isFalse();
    }

    @Test
    void isOursWhereTheSourceNamesAnEditionAndWeDoNot() {
        AdvisoryRecord limited = cve(BEFORE_2, "", "'cpes':['cpe:2.3:a:maker:box:*:*:*:*:fips:*:*:*'],");

        assertThat(judge("1.0", limited).answer()).isEqualTo(MatchAnswer.UNKNOWN);
        assertThat(judge("1.0", limited).isPossible()).isFalse();
    }

    /** As an advisory of ours says it that names no versions. */
    @Test
    void isNobodysWhereEveryVersionIsMeant() {
        AdvisoryRecord own = record(
                AffectedProduct.named(Source.ADVISORY, "own advisory", "Maker", "Box", Status.AFFECTED, List.of()));
        AdvisoryRecord all = cve("{'version':'*','status':'affected'}", "");

        for (AdvisoryRecord record : List.of(own, all)) {
            assertThat(judge("1.0", record).answer()).isEqualTo(MatchAnswer.AFFECTED);
            assertThat(judge(null, record).answer()).isEqualTo(MatchAnswer.AFFECTED);
        }
    }

    /** Else what is not known of a version would look worse than what is proven of it: "no fix". */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'version':'1.0','lessThan':'2.0','status':'affected'                                   |       | 2.0",
                "'version':'1.0','lessThan':'2.0','status':'affected'                                   | newest | 2.0",
                "'version':'1.0','lessThan':'2.0.5','status':'affected'},{'version':'3.0','lessThan':'3.1','status':'affected' | | 3.1",
                "'version':'1.0','lessThan':'2.0.5','status':'affected'},{'version':'3.0','lessThanOrEqual':'3.1','status':'affected' | | ",
                "'version':'1.0','lessThanOrEqual':'2.0.5','status':'affected'},{'version':'3.0','lessThan':'3.1','status':'affected' | | 3.1",
                "'version':'1.0','lessThanOrEqual':'2.0','status':'affected'                            |       | ",
                "'version':'1.0','lessThanOrEqual':'2.0','status':'affected'                            | 3.0   | ",
                "'version':'1.0','lessThan':'2.0','status':'affected'                                   | 0.9   | 2.0",
                "'version':'1.0.1','lessThan':'2.0','status':'affected'                                 | 1.0   | 2.0",
                "'version':'n/a','status':'affected'                                                    |       | ",
            })
    void namesTheRepairOfWhatIsNotSettled(String ranges, @Nullable String installed, @Nullable String fix) {
        Judgement judgement = judge(installed, cve("{" + ranges + "}", ""));

        assertThat(judgement.answer()).isEqualTo(MatchAnswer.UNKNOWN);
        assertThat(judgement.fixVersion()).isEqualTo(fix);
    }

    private Judgement judge(@Nullable String version, AdvisoryRecord... records) {
        return judge.judge(Installed.named("Maker", "Box", version), List.of(records));
    }

    private static AdvisoryRecord record(AffectedProduct product) {
        return AdvisoryRecord.named("CVE-2024-99999", null, List.of(product));
    }

    private static AdvisoryRecord cve(String range, String description) {
        return cve(range, description, "");
    }

    private static AdvisoryRecord cve(String range, String description, String limits) {
        String text = "{'dataType':'CVE_RECORD','dataVersion':'5.1','cveMetadata':{'cveId':'CVE-2024-99999',"
                + "'state':'PUBLISHED'},'containers':{'cna':{'providerMetadata':{'shortName':'maker'},"
                + "'descriptions':[{'lang':'en','value':'" + description + "'}],"
                + "'affected':[{'vendor':'Maker','product':'Box'," + limits + "'versions':[" + range + "]}]}}}";
        var found = new ArrayList<AdvisoryRecord>();
        new Cve5Reader()
                .read(new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), found::add);
        return found.get(0);
    }
}
