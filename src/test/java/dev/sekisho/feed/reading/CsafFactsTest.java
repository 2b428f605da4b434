package dev.sekisho.feed.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.feed.csaf.CsafReader;
import dev.sekisho.matching.product.Installed;
import dev.sekisho.matching.product.Judgement;
import dev.sekisho.matching.product.MatchAnswer;
import dev.sekisho.matching.product.ProductMatcher;
import dev.sekisho.matching.product.ProductNames;
import dev.sekisho.matching.product.VersionJudge;
import dev.sekisho.matching.published.AdvisoryRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a vendor's advisory says of versions and of what mends them. */
class CsafFactsTest {
    private final VersionJudge judge = new VersionJudge(new ProductMatcher(ProductNames.withoutAliases()));

    @ParameterizedTest
    @CsvSource({
        "Update to V2.1 or later version, 2.1",
        "Update to the new version 2.2.3 or later., 2.2.3",
        "Install the hotfix from the portal, a fix without a version"
    })
    void knowsThatTheVendorMendsIt(String details, String fix) {
        Judgement judgement = judged("1.9", "'known_affected':['ranged']", remedy("vendor_fix", details));

        assertThat(judgement.answer()).isEqualTo(MatchAnswer.AFFECTED);
        assertThat(judgement.fixVersion()).isEqualTo(fix);
    }

    @ParameterizedTest
    @CsvSource({"none_available", "no_fix_planned", "workaround", "mitigation"})
    void takesNothingElseForAFix(String category) {
        Judgement judgement = judged("1.9", "'known_affected':['ranged']", remedy(category, "Update to V2.1 or later"));

        assertThat(judgement.answer()).isEqualTo(MatchAnswer.AFFECTED);
        assertThat(judgement.fixVersion()).isNull();
    }

    @Test
    void takesARecommendedVersionForTheOneToInstall() {
        Judgement judgement = judged("1.9", "'known_affected':['ranged'],'recommended':['three']", "");

        assertThat(judgement.fixVersion()).isEqualTo("3.0");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "'known_affected':['one'], 1.0, AFFECTED",
                "'known_not_affected':['one'], 1.0, NOT_AFFECTED",
                "'fixed':['one'], 1.0, FIXED",
                "'first_fixed':['one'], 1.0, FIXED",
                "'under_investigation':['one'], 1.0, UNKNOWN",
                "'last_affected':['one'], 1.0, AFFECTED",
                "'known_affected':['one'], 1.1, UNKNOWN",
                "'known_affected':['packed'], 4.2, UNKNOWN",
                "'known_affected':['packed'], 4.2 SP1, AFFECTED",
                "'known_affected':['prose'], 1.0, UNKNOWN"
            })
    void readsEveryStatus(String status, String installed, MatchAnswer expected) {
        assertThat(judged(installed, status, "").answer()).isEqualTo(expected);
    }

    private Judgement judged(String installed, String status, String more) {
        String json = ("{'document':{'category':'csaf_security_advisory','csaf_version':'2.0','title':'t',"
                        + "'publisher':{'name':'Maker'},'tracking':{'id':'A-1'}},'product_tree':{'branches':[{'category':'vendor',"
                        + "'name':'Maker','branches':[{'category':'product_name','name':'Box','branches':["
                        + branch("product_version_range", "vers:generic/<=1.9", "ranged", "")
                        + branch("product_version", "1.0", "one", "")
                        + branch("product_version", "3.0", "three", "")
                        + branch("product_version_range", "some older ones", "prose", "")
                        + "{'category':'product_version','name':'4.2','branches':["
                        + branch(
                                "service_pack",
                                "SP1",
                                "packed",
                                "]}]}]}]},'vulnerabilities':[{'cve':'CVE-2031-0001','product_status':{")
                        + status + "}" + more + "}]}")
                .replace('\'', '"');
        List<AdvisoryRecord> found = new ArrayList<>();
        new CsafReader().read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), found::add);
        return judge.judge(Installed.named("Maker", "Box", installed), found);
    }

    private static String branch(String category, String name, String id, String end) {
        return "{'category':'" + category + "','name':'" + name + "','product':{'product_id':'" + id
                + "','name':'Maker Box " + name + "'}}" + (end.isEmpty() ? "," : end);
    }

    private static String remedy(String category, String details) {
        return ",'remediations':[{'category':'" + category + "','details':'" + details + "','product_ids':['ranged']}]";
    }
}
