package dev.sekisho.feed.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.feed.osv.OsvReader;
import dev.sekisho.matching.product.Installed;
import dev.sekisho.matching.product.MatchAnswer;
import dev.sekisho.matching.product.ProductMatcher;
import dev.sekisho.matching.product.ProductNames;
import dev.sekisho.matching.product.VersionJudge;
import dev.sekisho.matching.published.AdvisoryRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records without a package URL are found by the one their ecosystem has, as tools write it for installed packages. */
class OsvEcosystemsTest {
    private final VersionJudge judge = new VersionJudge(new ProductMatcher(ProductNames.withoutAliases()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rocky Linux:9        | boxlib | 1.2-3.el9 | pkg:rpm/rocky/boxlib@1.2-2.el9?distro=rocky-9.3         | AFFECTED",
                "Rocky Linux:9        | boxlib | 1.2-3.el9 | pkg:rpm/rocky-linux/boxlib@1.2-3.el9                    | FIXED",
                "AlmaLinux:8          | boxlib | 1.2-3.el8 | pkg:rpm/almalinux/boxlib@1.2-2.el8?distro=almalinux-8.9 | AFFECTED",
                "AlmaLinux:8          | boxlib | 1.2-3.el8 | pkg:rpm/alma/boxlib@1.2-2.el8                           | AFFECTED",
                "SUSE:Linux Enterprise Server 15 SP5 | boxlib | 1.2-3.1 | pkg:rpm/suse/boxlib@1.2-2.1?distro=sles-15.5 | AFFECTED",
                "SUSE:Linux Enterprise Server 15 SP5 | boxlib | 1.2-3.1 | pkg:rpm/sles/boxlib@1.2-3.1?distro=sles-15.5 | FIXED",
                "SUSE:Linux Enterprise Server 15 SP5 | boxlib | 1.2-3.1 | pkg:rpm/suse/boxlib@1.2-4.1?distro=sles-15.4 | UNKNOWN",
                "openSUSE:Leap 15.6   | boxlib | 1.2-3.1   | pkg:rpm/opensuse/boxlib@1.2-2.1?distro=opensuse-leap-15.6 | AFFECTED",
                "openSUSE:Tumbleweed  | boxlib | 1.2-3.1   | pkg:rpm/opensuse-tumbleweed/boxlib@1.2-2.1?distro=opensuse-tumbleweed-20240101 | AFFECTED",
                "Mageia:9             | boxlib | 1.2-3.mga9 | pkg:rpm/mageia/boxlib@1.2-2.mga9?distro=mageia-9       | AFFECTED",
                "Photon OS:4.0        | boxlib | 1.2-3.ph4 | pkg:rpm/photon/boxlib@1.2-2.ph4?distro=photon-4.0       | AFFECTED",
                "Photon OS:4.0        | boxlib | 1.2-3.ph4 | pkg:rpm/photon-os/boxlib@1.2-3.ph4                      | FIXED",
                "Azure Linux:3        | boxlib | 1.2-3.azl3 | pkg:rpm/azurelinux/boxlib@1.2-2.azl3                   | AFFECTED",
                "openEuler:22.03-LTS-SP1 | boxlib | 1.2-3  | pkg:rpm/openeuler/boxlib@1.2-2?distro=openeuler-22.03-LTS-SP1 | AFFECTED",
                "openEuler:22.03-LTS-SP1 | boxlib | 1.2-3  | pkg:rpm/openeuler/boxlib@1.2-4?distro=openeuler-22.03-LTS-SP3 | UNKNOWN",
                "Alpine:v3.18         | boxlib | 1.2.0-r3  | pkg:apk/alpine/boxlib@1.2.0-r2?distro=alpine-3.18.4     | AFFECTED",
                "Alpine:v3.18         | boxlib | 1.2.0-r3  | pkg:apk/alpine/boxlib@1.2.0-r3?distro=alpine-3.18.4     | FIXED",
                "Wolfi                | boxlib | 1.2.0-r3  | pkg:apk/wolfi/boxlib@1.2.0-r2?distro=wolfi-20230201     | AFFECTED",
                "Chainguard           | boxlib | 1.2.0-r3  | pkg:apk/chainguard/boxlib@1.2.0-r3                      | FIXED",
                "MinimOS              | boxlib | 1.2.0-r3  | pkg:apk/minimos/boxlib@1.2.0-r2                         | AFFECTED",
                "Alpaquita:stream     | boxlib | 1.2.0-r3  | pkg:apk/alpaquita/boxlib@1.2.0-r2                       | AFFECTED",
                "CRAN                 | BoxLib | 1.2-3     | pkg:cran/BoxLib@1.2-2                                   | AFFECTED",
                "Bioconductor         | BoxLib | 1.2.3     | pkg:bioconductor/BoxLib@1.2.2                           | AFFECTED",
                "Hackage              | boxlib | 1.2.3.1   | pkg:hackage/boxlib@1.2.3                                | AFFECTED",
                "ConanCenter          | boxlib | 1.2.3     | pkg:conan/boxlib@1.2.2                                  | AFFECTED",
                "GitHub Actions       | Owner/box-action | 4.1.7 | pkg:github/owner/box-action@v4.1.6                | AFFECTED",
                "GitHub Actions       | owner/box-action | 4.1.7 | pkg:githubactions/owner/box-action/init@v4.1.7    | FIXED",
                "Bitnami              | boxlib | 1.2.3     | pkg:bitnami/boxlib@1.2.2                                | AFFECTED",
                "Julia                | BoxLib | 1.2.3     | pkg:julia/BoxLib@1.2.2                                  | AFFECTED",
                "RubyGems             | boxlib | 1.2.3     | pkg:gem/boxlib@1.2.2                                    | AFFECTED",
                "Packagist            | owner/box | 1.2.3  | pkg:composer/owner/box@v1.2.2                           | AFFECTED",
                "VSCode               | maker.box | 1.2.3  | pkg:vscode-extension/maker/box@1.2.2                    | AFFECTED",
                "Maven:https://repo.example.com | com.example:box | 1.2.3 | pkg:maven/com.example/box@1.2.2       | AFFECTED",
                "Ubuntu:Pro:18.04:LTS | boxlib | 1.2-3     | pkg:deb/ubuntu/boxlib@1.2-2?distro=ubuntu-18.04         | AFFECTED",
            })
    void findsTheInstalledPackage(String ecosystem, String name, String fixed, String purl, MatchAnswer expected) {
        assertThat(judge.judge(Installed.ofPurl(purl), record(ecosystem, name, fixed))
                        .answer())
                .isEqualTo(expected);
    }

    /** What somebody rebuilt under the original name repairs nothing of the original. */
    @ParameterizedTest
    @CsvSource({"Root:PyPI, pkg:pypi/box@1.2.4", "TuxCare:PyPI, pkg:pypi/box@1.2.4", "Android, pkg:generic/box@1.2.4"})
    void saysNothingOfAnotherEcosystem(String ecosystem, String purl) {
        assertThat(judge.judge(Installed.ofPurl(purl), record(ecosystem, "box", "1.2.3"))
                        .evidence())
                .isEmpty();
    }

    private static AdvisoryRecord record(String ecosystem, String name, String fixed) {
        String json = "{'id':'X-1','modified':'2026-01-01T00:00:00Z','affected':[{'package':{'ecosystem':'" + ecosystem
                + "','name':'" + name + "'},'ranges':[{'type':'ECOSYSTEM','events':[{'introduced':'0'},{'fixed':'"
                + fixed + "'}]}]}]}";
        List<AdvisoryRecord> found = new ArrayList<>();
        new OsvReader()
                .read(new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), found::add);
        return found.get(0);
    }
}
