package dev.sekisho.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.Status;
import dev.sekisho.registry.field.JsonColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The text records are stored as stays what it was, however they are held in memory. */
class StoredRecordsTest {
    private static final String STORED = """
            [{"id":"CVE-2024-21762","aliases":["FG-IR-24-015"],"document":"FG-IR-24-015","title":"Out-of-bound write",\
            "description":"In words","published":"2024-02-09T00:00:00Z","modified":"2024-02-10T00:00:00Z",\
            "withdrawn":true,"cvss":{"version":"3.1","base":9.8,"vector":"CVSS:3.1/AV:N","source":"CNA"},\
            "ssvc":{"exploitation":"ACTIVE","automatable":true,"technicalImpact":"TOTAL"},\
            "exploited":{"source":"KEV","since":"2024-02-09"},"publicExploit":true,\
            "affected":[{"source":"CNA","sourceName":"fortinet","vendor":"Fortinet","product":"FortiOS",\
            "packageName":"fortios","collectionUrl":"https://example.org","purls":["pkg:generic/fortios"],\
            "cpes":["cpe:2.3:o:fortinet:fortios:*:*:*:*:*:*:*:*"],"platforms":["x86"],"modules":["ssl-vpn"],\
            "requires":["cpe:2.3:h:fortinet:fortigate:-:*:*:*:*:*:*:*"],"defaultStatus":"UNAFFECTED",\
            "ranges":[{"from":"7.0.0","fromExclusive":false,"lessThan":"7.0.14","status":"AFFECTED",\
            "versionType":"semver","changes":[],"raw":"7.0.0 < 7.0.14","single":false,"remedy":false}],\
            "unspecified":true,"note":"a note"},\
            {"source":"NVD","sourceName":"NVD","vendor":"a","purls":[],"cpes":[],"platforms":[],"modules":[],\
            "requires":[],"defaultStatus":"UNKNOWN","ranges":[],"unspecified":false}]},\
            {"id":"OWN-1","aliases":[],"withdrawn":false,"publicExploit":false,"affected":[]}]""";

    private static final class Text extends JsonColumn<List<AdvisoryRecord>> {
        Text() {
            super(new TypeReference<>() {});
        }
    }

    @Test
    void isWrittenAsItWasRead() {
        var text = new Text();

        List<AdvisoryRecord> records = text.convertToEntityAttribute(STORED);

        assertThat(text.convertToDatabaseColumn(records)).isEqualTo(STORED);
        assertThat(records.get(0).affected().get(0).vendor()).isEqualTo("Fortinet");
        assertThat(records.get(0).affected().get(0).defaultStatus()).isEqualTo(Status.UNAFFECTED);
        assertThat(records.get(0).cvss().base()).isEqualTo(9.8);
    }

    @Test
    void isReadFromATextWithoutModules() {
        List<AdvisoryRecord> records =
                new Text().convertToEntityAttribute(STORED.replaceAll("\"modules\":\\[[^]]*],", ""));

        assertThat(records.get(0).affected())
                .allSatisfy(entry -> assertThat(entry.modules()).isEmpty());
    }
}
