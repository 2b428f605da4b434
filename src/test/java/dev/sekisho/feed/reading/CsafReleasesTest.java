package dev.sekisho.feed.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.feed.csaf.CsafReader;
import dev.sekisho.feed.vex.OpenVexReader;
import dev.sekisho.matching.product.Installed;
import dev.sekisho.matching.product.MatchAnswer;
import dev.sekisho.matching.product.ProductMatcher;
import dev.sekisho.matching.product.ProductNames;
import dev.sekisho.matching.product.VersionJudge;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AffectedProduct;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages of distributions in CSAF documents: releases, epochs, module streams, and the spellings of package URLs. */
class CsafReleasesTest {
    private final VersionJudge judge = new VersionJudge(new ProductMatcher(ProductNames.withoutAliases()));

    /** In documents as published, every package a release before its repair, on its own and on other releases. */
    @ParameterizedTest
    @ValueSource(strings = {"rhsa-2020_1358", "rhsa-2023_5835", "rhsa-2024_3666"})
    void neverClearsWhatIsOneReleaseBeforeItsRepair(String document) {
        List<AdvisoryRecord> records = read("csaf/" + document + ".json");
        int asked = 0;
        for (AdvisoryRecord record : records) {
            for (AffectedProduct product : record.affected()) {
                for (String purl : product.purls()) {
                    for (String distribution : List.of("", "rhel-7", "rhel-8", "rhel-8.1", "rhel-9.4")) {
                        String earlier = earlier(purl, distribution);
                        asked++;
                        assertThat(judge.judge(Installed.ofPurl(earlier), record)
                                        .answer()
                                        .isClean())
                                .as("%s, repaired as %s", earlier, purl)
                                .isFalse();
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(20);
    }

    /** On the release the repair was made for it is one, else the test above would prove nothing. */
    @ParameterizedTest
    @CsvSource({
        "rhsa-2023_5835, pkg:rpm/redhat/rhc-worker-script@0.5-1.el7_9?arch=x86_64&distro=rhel-7.9",
        "rhsa-2024_3666, pkg:rpm/redhat/tomcat@9.0.87-1.el8_10.1?arch=noarch&epoch=1&distro=rhel-8.10",
        "rhsa-2020_1358, pkg:rpm/redhat/SLOF@20171214-6.gitfa98132.module%2Bel8.1.0%2B4066%2B0f1aadab?arch=noarch&distro=rhel-8.1",
    })
    void knowsTheRepairItself(String document, String purl) {
        assertThat(answer("csaf/" + document + ".json", purl)).isEqualTo(MatchAnswer.FIXED);
    }

    private static String earlier(String purl, String distribution) {
        int at = purl.indexOf('@');
        int end = purl.indexOf('?') < 0 ? purl.length() : purl.indexOf('?');
        String version = purl.substring(at + 1, end);
        int dash = version.indexOf('-');
        // 27.el9 becomes 26.el9, and 0.5-1 becomes 0.5-0.
        Matcher release = Pattern.compile("(\\d+)(.*)").matcher(version.substring(dash + 1));
        assertThat(release.matches()).as(purl).isTrue();
        String before = version.substring(0, dash + 1) + (Long.parseLong(release.group(1)) - 1) + release.group(2);
        String qualifiers = end == purl.length() ? "?" : purl.substring(end) + "&";
        return purl.substring(0, at + 1)
                + before
                + qualifiers
                + (distribution.isEmpty() ? "a=b" : "distro=" + distribution);
    }

    @ParameterizedTest
    @CsvSource({
        "csaf-purl-epoch, pkg:rpm/redhat/osslx@3.0.7-20.el9?epoch=1&distro=rhel-9.4, UNKNOWN",
        "csaf-purl-epoch, pkg:rpm/redhat/osslx@3.0.7-27.el9?epoch=1&distro=rhel-9.4, FIXED",
        "csaf-purl-epoch, pkg:rpm/rhel/osslx@3.0.7-28.el9?epoch=1&distro=rhel-9.4, FIXED",
        "csaf-purl-epoch, pkg:rpm/redhat/osslx@3.0.7-28.el9?distro=rhel-9.4, UNKNOWN",
        "csaf-purl-epoch, pkg:rpm/redhat/osslx@3.0.7-28.el8?epoch=1&distro=rhel-8.9, UNKNOWN",
        "csaf-platform-two-releases, pkg:rpm/redhat/kernx@5.14.0-70.100.1.el9_0?distro=rhel-9.0, UNKNOWN",
        "csaf-platform-two-releases, pkg:rpm/redhat/kernx@5.14.0-70.101.1.el9_0?distro=rhel-9.0, FIXED",
        "csaf-platform-two-releases, pkg:rpm/redhat/kernx@5.14.0-70.100.1.el9_0, UNKNOWN",
        "csaf-platform-two-releases, pkg:rpm/redhat/kernx@5.14.0-162.1.1.el9_1?distro=rhel-9, UNKNOWN",
        "csaf-platform-two-releases, pkg:rpm/redhat/kernx@5.14.0-999.el9_4?distro=rhel-9.4, UNKNOWN",
        "csaf-platform-two-releases, pkg:rpm/redhat/kernx@4.18.0-553.5.1.el8_10?distro=rhel-8.10, FIXED",
        "csaf-platform-two-releases, pkg:rpm/redhat/kernx@6.0-1, UNKNOWN",
        "csaf-unversioned-component, pkg:rpm/redhat/edkx@1-1.el9?distro=rhel-9.4, AFFECTED",
        "csaf-unversioned-component, pkg:rpm/redhat/kernz@1-1.el9?distro=rhel-9.4, NOT_AFFECTED",
        "csaf-unversioned-component, pkg:rpm/redhat/kernz@1-1.el7?distro=rhel-7.9, UNKNOWN",
        "csaf-unversioned-component, pkg:rpm/redhat/kernz@1-1, UNKNOWN",
        "csaf-suse-form, pkg:rpm/suse/chromx@50.0-1.1, UNKNOWN",
    })
    void speaksOfTheReleasesItNamesOnly(String file, String purl, MatchAnswer expected) {
        assertThat(answer("advisory-cases/" + file + ".json", purl)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "csaf-last-affected, Oxco, oxprod, 7.10.6-rev48, AFFECTED",
        "csaf-last-affected, Oxco, oxprod, 7.10.6-rev49, AFFECTED",
        "csaf-last-affected, Oxco, oxprod, 7.10.6-rev50, FIXED",
        "csaf-publisher-as-vendor, Fortx, fortxos, 7.0.5, AFFECTED",
        "csaf-branches-less-than-two, Ibx, cogx, 11.2.4, AFFECTED",
        "csaf-branches-less-than-two, Ibx, cogx, 11.2.5, UNKNOWN",
        "csaf-branches-less-than-two, Ibx, cogx, 11.3.0, AFFECTED",
        "csaf-branches-less-than-two, Ibx, cogx, 12.0.3, AFFECTED",
    })
    void readsProductsAsMakersWriteThem(
            String file, String vendor, String product, String version, MatchAnswer expected) {
        assertThat(judge.judge(Installed.named(vendor, product, version), read("advisory-cases/" + file + ".json"))
                        .answer())
                .isEqualTo(expected);
    }

    /** Package URLs in OpenVEX carry the same: a release, an epoch, an architecture. */
    @ParameterizedTest
    @CsvSource({
        "pkg:deb/debian/boxy?distro=bookworm, pkg:deb/debian/boxy@1.0-1?distro=debian-12, NOT_AFFECTED",
        "pkg:deb/debian/boxy?distro=bookworm, pkg:deb/debian/boxy@1.0-1?distro=debian-11, UNKNOWN",
        "pkg:deb/ubuntu/boxy?distro=trusty, pkg:deb/ubuntu/boxy@1.0-1?distro=ubuntu-14.04, NOT_AFFECTED",
        "pkg:deb/ubuntu/boxy?distro=trusty, pkg:deb/ubuntu/boxy@1.0-1?distro=ubuntu-16.04, UNKNOWN",
        "pkg:rpm/redhat/boxy@1.0-1?epoch=1, pkg:rpm/redhat/boxy@1.0-1?epoch=1, NOT_AFFECTED",
        "pkg:rpm/redhat/boxy@1.0-1?epoch=1, pkg:rpm/redhat/boxy@1.0-1, UNKNOWN",
        "pkg:rpm/redhat/boxy?arch=aarch64, pkg:rpm/redhat/boxy@1.0-1?arch=x86_64, UNKNOWN",
        "pkg:rpm/redhat/boxy?arch=src, pkg:rpm/redhat/boxy@1.0-1?arch=x86_64, NOT_AFFECTED",
    })
    void readsTheQualifiersOfVex(String product, String purl, MatchAnswer expected) {
        String json = ("{'@context':'https://openvex.dev/ns/v0.2.0','@id':'https://example.com/1','author':'Maker',"
                        + "'timestamp':'2031-01-01T00:00:00Z','version':1,'statements':[{'vulnerability':{'name':'CVE-2031-0001'},"
                        + "'products':[{'@id':'" + product
                        + "'}],'status':'not_affected','justification':'component_not_present'}]}")
                .replace('\'', '"');
        List<AdvisoryRecord> found = new ArrayList<>();
        new OpenVexReader().read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), found::add);

        assertThat(judge.judge(Installed.ofPurl(purl), found).answer()).isEqualTo(expected);
    }

    /** Two streams of one package; the document says nothing of a third. */
    @ParameterizedTest
    @CsvSource({
        "pkg:rpm/redhat/nodejs@16.19.0-1.module%2Bel8.7.0?epoch=1&distro=rhel-8.7, UNKNOWN",
        "pkg:rpm/redhat/nodejs@16.19.1-1.module%2Bel8.7.0?epoch=1&distro=rhel-8.7, FIXED",
        "pkg:rpm/redhat/nodejs@18.14.0-1.module%2Bel8.7.0?epoch=1&distro=rhel-8.7, UNKNOWN",
        "pkg:rpm/redhat/nodejs@18.14.2-1.module%2Bel8.7.0?epoch=1&distro=rhel-8.7, FIXED",
        "pkg:rpm/redhat/nodejs@20.1.0-1.module%2Bel8.7.0?epoch=1&distro=rhel-8.7&rpmmod=nodejs:20, UNKNOWN",
        "pkg:rpm/redhat/nodejs@17.0.0-1.module%2Bel8.7.0?epoch=1&distro=rhel-8.7, UNKNOWN",
    })
    void holdsAPackageAgainstItsOwnModuleStream(String purl, MatchAnswer expected) {
        String json = document(
                "nodejs-1:16.19.1-1.module+el8.7.0.x86_64",
                "pkg:rpm/redhat/nodejs@16.19.1-1.module%2Bel8.7.0?arch=x86_64&epoch=1",
                "nodejs-1:18.14.2-1.module+el8.7.0.x86_64",
                "pkg:rpm/redhat/nodejs@18.14.2-1.module%2Bel8.7.0?arch=x86_64&epoch=1&rpmmod=nodejs:18:8070020230322:abc");
        List<AdvisoryRecord> found = new ArrayList<>();
        new CsafReader().read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), found::add);

        assertThat(judge.judge(Installed.ofPurl(purl), found).answer()).isEqualTo(expected);
    }

    /** The first package is part of a module that is part of the release, in the order that makes the reader wait. */
    private static String document(String first, String firstPurl, String second, String secondPurl) {
        return ("{'document':{'category':'csaf_vex','csaf_version':'2.0','title':'t','publisher':{'name':'Maker'},"
                        + "'tracking':{'id':'A-1'}},'product_tree':{'branches':[{'category':'vendor','name':'Red Hat','branches':["
                        + branch("product_name", "AppStream", "'cpe':'cpe:/a:redhat:enterprise_linux:8::appstream'")
                        + ","
                        + branch(
                                "product_version",
                                "nodejs:16",
                                "'purl':'pkg:rpmmod/redhat/nodejs@16:8070020230322:abc'")
                        + "," + branch("product_version", first, "'purl':'" + firstPurl + "'") + ","
                        + branch("product_version", second, "'purl':'" + secondPurl + "'") + "]}],'relationships':["
                        + relation("one", first, "module") + "," + relation("module", "nodejs:16", "AppStream") + ","
                        + relation("two", second, "AppStream")
                        + "]},'vulnerabilities':[{'cve':'CVE-2031-0001','product_status':{'fixed':['one','two']}}]}")
                .replace('\'', '"');
    }

    private static String branch(String category, String name, String helper) {
        return "{'category':'" + category + "','name':'" + name + "','product':{'name':'" + name + "','product_id':'"
                + name + "','product_identification_helper':{" + helper + "}}}";
    }

    private static String relation(String id, String part, String whole) {
        return "{'category':'default_component_of','product_reference':'" + part
                + "','relates_to_product_reference':'" + whole + "','full_product_name':{'name':'" + id
                + "','product_id':'" + id + "'}}";
    }

    private MatchAnswer answer(String resource, String purl) {
        return judge.judge(Installed.ofPurl(purl), read(resource)).answer();
    }

    private static List<AdvisoryRecord> read(String resource) {
        List<AdvisoryRecord> found = new ArrayList<>();
        new CsafReader().read(Records.open(resource), found::add);
        return found;
    }
}
