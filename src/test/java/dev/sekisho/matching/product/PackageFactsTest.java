package dev.sekisho.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.feed.osv.OsvReader;
import dev.sekisho.matching.published.AdvisoryRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages of registries and distributions against OSV records. */
class PackageFactsTest {
    private static final String OPENSSL_1K =
            "'affected':[{'package':{'ecosystem':'Red Hat','name':'openssl','purl':'pkg:rpm/redhat/openssl'},"
                    + "'ranges':[{'type':'ECOSYSTEM','events':[{'introduced':'0'},{'fixed':'1:1.1.1k-9.el8_7'}]}]}]";

    private static final String TWO_RELEASES =
            "'affected':[" + debian("11", "1.1.1n-0+deb11u4") + "," + debian("12", "3.0.8-1") + "]";

    private final VersionJudge judge = new VersionJudge(new ProductMatcher(ProductNames.withoutAliases()));

    @ParameterizedTest
    @CsvSource({
        "pkg:rpm/redhat/openssl@1.1.1k-7.el8?epoch=1, AFFECTED",
        "pkg:rpm/redhat/openssl@1.1.1k-9.el8_7?epoch=1, FIXED",
        "pkg:rpm/redhat/openssl@1.1.1k-12.el8_9?epoch=1, FIXED",
        "pkg:rpm/redhat/openssl@1:1.1.1k-12.el8_9, FIXED",
        "pkg:rpm/redhat/openssl-libs@1.1.1k-7.el8?epoch=1&upstream=openssl-1.1.1k-7.el8.src.rpm, AFFECTED",
    })
    void ordersWithTheEpochWhereverItIsStated(String purl, MatchAnswer expected) {
        assertThat(answer(purl, OPENSSL_1K)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:deb/debian/openssl@1.1.1n-0%2Bdeb11u4?distro=debian-11, FIXED",
        "pkg:deb/debian/openssl@1.1.1n-0%2Bdeb11u4, FIXED",
        "pkg:deb/debian/openssl@1.1.1n-0%2Bdeb11u3?distro=debian-11.6, AFFECTED",
        "pkg:deb/debian/openssl@3.0.5-1?distro=bookworm, AFFECTED",
        "pkg:deb/debian/openssl@3.0.9-1?distro=debian-12, FIXED",
        "pkg:deb/debian/openssl@1.1.1d-0%2Bdeb10u8?distro=debian-10, UNKNOWN",
        "pkg:deb/debian/libssl1.1@1.1.1n-0%2Bdeb11u3?distro=debian-11&upstream=openssl, AFFECTED",
        "pkg:deb/debian/libssl3@3.0.9?distro=debian-12&upstream=openssl%403.0.5-1, AFFECTED",
    })
    void holdsAPackageAgainstItsOwnReleaseOnly(String purl, MatchAnswer expected) {
        assertThat(answer(purl, TWO_RELEASES)).isEqualTo(expected);
    }

    /** Each of one release only; a package that does not say of which it is may be of another. */
    @ParameterizedTest
    @CsvSource({
        "Debian:11, 1.1.1n-0+deb11u4, pkg:deb/debian/openssl@3.0.5-1, UNKNOWN",
        "Debian:11, 1.1.1n-0+deb11u4, pkg:deb/debian/openssl@3.0.5-1?distro=debian, UNKNOWN",
        "Debian:11, 1.1.1n-0+deb11u4, pkg:deb/debian/openssl@3.0.5-1~bpo12%2B1, UNKNOWN",
        "Debian:11, 1.1.1n-0+deb11u4, pkg:deb/debian/openssl@1.1.1n-0%2Bdeb11u4, FIXED",
        "Debian:11, 1.1.1n-0+deb11u4, pkg:deb/debian/openssl@1.1.1d-1, AFFECTED",
        "Ubuntu:20.04:LTS, 1.1.1f-1ubuntu2.16, pkg:deb/ubuntu/openssl@3.0.2-0ubuntu1.15, UNKNOWN",
        "Ubuntu:20.04:LTS, 1.1.1f-1ubuntu2.16, pkg:deb/ubuntu/openssl@1.1.1f-1ubuntu2.16?distro=focal, FIXED",
        "AlmaLinux:8, 1.1.1k-9.el8_7, pkg:rpm/almalinux/openssl@3.0.7-2, UNKNOWN",
        "AlmaLinux:8, 1.1.1k-9.el8_7, pkg:rpm/almalinux/openssl@1.1.1k-9.el8_7, FIXED",
    })
    void speaksOfNoOtherReleaseThanItNames(String ecosystem, String fixed, String purl, MatchAnswer expected) {
        assertThat(answer(purl, entry(ecosystem, "'ranges':[" + events("fixed", fixed) + "]")))
                .isEqualTo(expected);
    }

    /** What is stated more shortly than it is installed, or was merely built again, is meant all the same. */
    @ParameterizedTest
    @CsvSource({
        "PyPI, 1.13.0, pkg:pypi/openssl@1.13.0%2Bcu117, AFFECTED",
        "PyPI, 1.13.0, pkg:pypi/openssl@1.13.1%2Bcu117, NOT_AFFECTED",
        "PyPI, 1.13.0, pkg:pypi/openssl@1.13.0.post1, NOT_AFFECTED",
        "Debian:12, 1.2.3, pkg:deb/debian/openssl@1.2.3-1?distro=debian-12, AFFECTED",
        "Debian:12, 1.2.3-1, pkg:deb/debian/openssl@1.2.3-1%2Bb2?distro=debian-12, AFFECTED",
        "Debian:12, 1.2.3-1, pkg:deb/debian/openssl@1.2.3-2?distro=debian-12, NOT_AFFECTED",
        "AlmaLinux:9, 3.0.8, pkg:rpm/almalinux/openssl@3.0.8-1.el9, AFFECTED",
        "AlmaLinux:9, 3.0.8, pkg:rpm/almalinux/openssl@3.0.9-1.el9, NOT_AFFECTED",
        "Maven, 2.14.1, pkg:maven/org.a/openssl@2.14.1.redhat-00002, UNKNOWN",
        "Maven, 2.14.1, pkg:maven/org.a/openssl@2.14.1.Final, AFFECTED",
        "Maven, 2.14.1, pkg:maven/org.a/openssl@2.14.2, NOT_AFFECTED",
    })
    void countsBuildsToTheVersionThatIsStated(String ecosystem, String version, String purl, MatchAnswer expected) {
        String ranges = "'ranges':[" + events("last_affected", version) + "]";

        assertThat(answer(purl, entry(ecosystem, ranges))).isEqualTo(expected);
        assertThat(answer(purl, entry(ecosystem, "'versions':['" + version + "']")))
                .isEqualTo(expected);
    }

    private static String entry(String ecosystem, String stated) {
        String name = ecosystem.equals("Maven") ? "org.a:openssl" : "openssl";
        return "'affected':[{'package':{'ecosystem':'" + ecosystem + "','name':'" + name + "'}," + stated + "}]";
    }

    private static String events(String end, String version) {
        return "{'type':'ECOSYSTEM','events':[{'introduced':'0'},{'" + end + "':'" + version + "'}]}";
    }

    @ParameterizedTest
    @CsvSource({"1.4.0, AFFECTED", "1.5.0, NOT_AFFECTED", "1.9.9, NOT_AFFECTED", "2.1.0, AFFECTED", "2.10.0, FIXED"})
    void readsEventsInTheOrderOfTheirVersions(String version, MatchAnswer expected) {
        String affected =
                "'affected':[{'package':{'ecosystem':'npm','name':'left'},'ranges':[{'type':'SEMVER','events':["
                        + "{'introduced':'0'},{'introduced':'2.0.0'},{'fixed':'1.5.0'},{'fixed':'2.10.0'}]}]}]";

        MatchAnswer answer = answer("pkg:npm/left@" + version, affected);

        assertThat(answer.isClean()).isEqualTo(expected.isClean());
        assertThat(answer == MatchAnswer.AFFECTED).isEqualTo(expected == MatchAnswer.AFFECTED);
    }

    @Test
    void findsPythonPackagesHoweverTheyAreWritten() {
        String affected = "'affected':[{'package':{'ecosystem':'PyPI','name':'Zope.Interface'},"
                + "'ranges':[{'type':'ECOSYSTEM','events':[{'introduced':'0'},{'fixed':'5.0'}]}]}]";

        assertThat(answer("pkg:pypi/zope-interface@4.9", affected)).isEqualTo(MatchAnswer.AFFECTED);
    }

    @Test
    void takesTheVulnerabilityADistributionRepairedForItsOwn() {
        AdvisoryRecord record =
                osv("'upstream':['CVE-2031-0001'],'affected':[]").get(0);

        assertThat(record.aliases()).contains("CVE-2031-0001");
    }

    private static String debian(String release, String fixed) {
        return "{'package':{'ecosystem':'Debian:" + release + "','name':'openssl'},"
                + "'ranges':[{'type':'ECOSYSTEM','events':[{'introduced':'0'},{'fixed':'" + fixed + "'}]}]}";
    }

    private MatchAnswer answer(String purl, String fields) {
        return judge.judge(Installed.ofPurl(purl), osv(fields)).answer();
    }

    private static List<AdvisoryRecord> osv(String fields) {
        String json = ("{'id':'X-2031-1','modified':'2031-01-01T00:00:00Z'," + fields + "}").replace('\'', '"');
        List<AdvisoryRecord> found = new ArrayList<>();
        new OsvReader().read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), found::add);
        return found;
    }
}
