package dev.sekisho.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.feed.reading.Records;
import dev.sekisho.matching.published.AdvisoryRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Installed versions whose standing is known, against the records as they are published. */
class PublishedFactsTest {
    private final VersionJudge judge = new VersionJudge(new ProductMatcher(ProductNames.withoutAliases()));

    @ParameterizedTest
    @CsvSource({
        "CVE-2024-1709, ConnectWise, ScreenConnect, 23.9.7.8804, AFFECTED",
        "CVE-2024-1709, ConnectWise, ScreenConnect, 23.9.7, AFFECTED",
        "CVE-2024-1709, ConnectWise, ScreenConnect, 22.1, AFFECTED",
        "CVE-2024-1709, ConnectWise, ScreenConnect, 23.9.8, FIXED",
        "CVE-2024-1709, ConnectWise, ScreenConnect, 23.9.8.8811, FIXED",
        "CVE-2024-1709, ConnectWise, ScreenConnect, 23.9.10.8817, FIXED",
        "CVE-2024-21762, Fortinet, FortiOS, 7.2.6, AFFECTED",
        "CVE-2024-21762, Fortinet, FortiOS, 7.2.7, FIXED",
        "CVE-2024-21762, Fortinet, FortiOS, v7.2.6, AFFECTED",
        "CVE-2024-21762, Fortinet, FortiOS, 6.2.16, FIXED",
        "CVE-2024-21762, Fortinet, FortiOS, 7.0.14, FIXED",
        "CVE-2024-21762, fortinet, FORTIOS, unknown, UNKNOWN",
        "CVE-2024-21762, Fortinet, FortiOS, , UNKNOWN",
        "CVE-2018-13379, Fortinet, FortiOS, 5.6.2, UNKNOWN",
        "CVE-2018-13379, Fortinet, FortiOS, 6.0.9, UNKNOWN",
        "CVE-2023-34362, Progress, MOVEit Transfer, 2021.0.6, CONFLICT",
        "CVE-2023-34362, Progress, MOVEit Transfer, 2021.0.7, FIXED",
        "CVE-2023-34362, Progress, MOVEit Transfer, 2021.0.5, AFFECTED",
        "CVE-2023-34362, Progress, MOVEit Transfer, 2020.0.3, UNKNOWN",
        "CVE-2024-3400, Palo Alto Networks, PAN-OS, 10.2.8, AFFECTED",
        "CVE-2024-3400, Palo Alto Networks, PAN-OS, 10.2.9, AFFECTED",
        "CVE-2024-3400, Palo Alto Networks, PAN-OS, 10.2.9-h1, FIXED",
        "CVE-2024-3400, Palo Alto Networks, PAN-OS, 11.1.2-h3, FIXED",
        "CVE-2024-3400, Palo Alto Networks, PAN-OS, 10.1.5, NOT_AFFECTED",
        "CVE-2025-0282, Ivanti, Connect Secure, 22.7R2.4, AFFECTED",
        "CVE-2025-0282, Ivanti, Ivanti Connect Secure, 22.7R2.5, FIXED",
        "CVE-2025-0282, Ivanti, Policy Secure, 22.7R1.2, AFFECTED",
        "CVE-2024-8190, Ivanti, CSA, 4.6 Patch 518, AFFECTED",
        "CVE-2024-8190, Ivanti, Cloud Services Appliance, 4.6 Patch 519, NOT_AFFECTED",
        "CVE-2020-10148, SolarWinds, Orion Platform, 2019.4 HF 5, AFFECTED",
        "CVE-2020-10148, SolarWinds, Orion Platform, 2020.2 HF 1, AFFECTED",
        "CVE-2020-10148, SolarWinds, Orion Platform, 2020.2.1 HF 2, UNKNOWN",
        "CVE-2024-12356, BeyondTrust, Remote Support, 24.3.1, AFFECTED",
        "CVE-2024-12356, BeyondTrust, Privileged Remote Access, 24.3.2, NOT_AFFECTED",
        "CVE-2023-27997, Fortinet, FortiOS, 7.2.4, AFFECTED",
        "CVE-2023-27997, Fortinet, FortiOS, 7.2.5, NOT_AFFECTED",
        "CVE-2024-40766, SonicWall, SonicOS, 7.0.1-5035, AFFECTED",
        "CVE-2024-40766, SonicWall, SonicOS, 7.0.1-5036, UNKNOWN",
    })
    void answersAsTheFieldKnows(String id, String vendor, String product, String version, MatchAnswer expected) {
        AdvisoryRecord record = Records.cve(id);

        Judgement judgement = judge.judge(Installed.named(vendor, product, version), record);

        assertThat(judgement.evidence()).isNotEmpty();
        assertThat(judgement.answer()).as("%s", judgement.evidence()).isEqualTo(expected);
    }
}
