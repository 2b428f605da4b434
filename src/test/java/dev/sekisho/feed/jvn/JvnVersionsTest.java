package dev.sekisho.feed.jvn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JvnVersionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5.16.3 未満 | < 5.16.3
            7.3.7 より前のバージョン | < 7.3.7
            7.6.2より前のバージョン | < 7.6.2
            Ver.1.3.0よりも前のバージョン | < 1.3.0
            ファームウェアバージョン 1.05およびそれ以前 | <= 1.05
            ファームウェア Ver.1.05 以前 | <= 1.05
            ５．０．１ 以前 | <= 5.0.1
            Ｖｅｒ．２．３およびそれ以前 | <= 2.3
            バージョン 4.10.3 以下 | <= 4.10.3
            1.0 及びそれより前 | <= 1.0
            3.2.1 まで | <= 3.2.1
            v5.0 SP1 以前 | <= 5.0 SP1
            15.4(3)S 以前 | <= 15.4(3)S
            2.13.0 から 2.15.0 より前のバージョン | 2.13.0 < 2.15.0
            4.0.0 以上 4.2.5 未満 | 4.0.0 < 4.2.5
            バージョン 4.0.0 から 5.5.1 まで | 4.0.0 <= 5.5.1
            4.0.0 から 5.5.1 | 4.0.0 <= 5.5.1
            4.0.0～5.5.1 | 4.0.0 <= 5.5.1
            4.0.0 から 5.5.1 およびそれ以前 | 4.0.0 <= 5.5.1
            3.0 以降 | 3.0 <= *
            3.0 以降のバージョン | 3.0 <= *
            3.0 以上 | 3.0 <= *
            すべてのバージョン | <= *
            全バージョン | <= *
            1.8.1 | = 1.8.1
            2012 R2 | = 2012 R2
            1.8.1、1.8.2, 1.9 | = 1.8.1; = 1.8.2; = 1.9
            3.x 系 | = 3.x
            6.x より前 | < 6; UNKNOWN = 6.x
            5.0 から 6.x 未満 | 5.0 < 6; UNKNOWN = 6.x
            3 系 | = 3.x
            6.0 系の 6.0.9 以前 | 6.0 <= 6.0.9
            7.x 系 7.4.2 未満 | 7 < 7.4.2
            Garoon 5.0.0 から 5.5.1 まで | 5.0.0 <= 5.5.1
            """)
    void readsWhatIsUnderstood(String text, String meant) {
        assertThat(meaning(JvnVersions.of(text, "Garoon"))).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "core 2.0-beta9 から 2.12.1 より前のバージョン",
                "1.0 以前の一部のバージョン",
                "1.0 未満 (2.0 を除く)",
                "1.0 未満、2.0 未満",
                "1.0 は影響を受けません",
                "1.0 より新しいバージョン",
                "全機種",
                "iPhone 5s 以降",
                "ベンダ情報を参照",
                "1.0 以前または 2.0 以前",
                "不明"
            })
    void keepsAllElseAsARangeThatCannotBeRead(String text) {
        assertThat(JvnVersions.of(text, "Garoon").ranges()).singleElement().satisfies(range -> {
            assertThat(range.isUnread()).isTrue();
            assertThat(range.raw()).isEqualTo(text);
        });
    }

    @Test
    void keepsToTheVulnerabilitiesItNames() {
        JvnVersions read = JvnVersions.of("Ver.1.4.2より前のバージョン（CVE-2025-0354、CVE-2025-0355）", "Aterm");

        assertThat(meaning(read)).isEqualTo("< 1.4.2");
        assertThat(read.cves()).containsExactlyInAnyOrder("CVE-2025-0354", "CVE-2025-0355");
    }

    @Test
    void keepsToTheSystemItNames() {
        JvnVersions read = JvnVersions.of("3.4 以前 (Windows版)", "Viewer");

        assertThat(meaning(read)).isEqualTo("<= 3.4");
        assertThat(read.systems()).containsExactly("Windows");
    }

    @Test
    void readsNothingThatIsTooLong() {
        String text = "1.".repeat(5000) + "0 未満";

        assertThat(JvnVersions.of(text, "Garoon").ranges()).singleElement().satisfies(range -> {
            assertThat(range.isUnread()).isTrue();
            assertThat(range.raw()).hasSizeLessThan(300);
        });
    }

    private static String meaning(JvnVersions read) {
        return read.ranges().stream().map(JvnVersionsTest::meaning).collect(Collectors.joining("; "));
    }

    private static String meaning(VersionRange range) {
        String from = range.from() == null ? "" : range.from() + " ";
        if (range.isUnread()) {
            return "unread";
        }
        String doubt = range.status() == Status.AFFECTED ? "" : range.status() + " ";
        return range.isSingle()
                ? doubt + "= " + range.from()
                : range.lessThan() != null ? from + "< " + range.lessThan() : from + "<= " + range.lessThanOrEqual();
    }
}
