package dev.sekisho.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an inventory calls a product, and what records call it. */
class NamesPeopleWriteTest {
    private final ProductMatcher matcher = new ProductMatcher(ProductNames.usual());

    @ParameterizedTest
    @CsvSource({
        "Zyxel, ZLD, Multiple Firewalls",
        "Zyxel, ZLD, USG FLEX series firmware",
        "Barracuda, Email Security Gateway, Email Security Gateway (ESG) Appliance",
        "Fortra, GoAnywhere, GoAnywhere MFT",
        "F5, BIG-IP LTM, BIG-IP",
        "VMware, ESXi 7.0, ESXi",
        "VMware, vSphere, vCenter Server",
        "VMware, vSphere, ESXi",
        "Cisco, ASA 5506-X, Adaptive Security Appliance (ASA)",
        "Cisco, ASA 5506-X, Cisco Firepower Threat Defense Software",
        "Cisco, Firepower, Cisco Firepower Threat Defense Software",
        "Palo Alto, PA-220, PAN-OS",
        "Fortinet, FortiGate 100F, FortiOS",
        "Fortinet Inc., FortiGate-60F, FortiOS and FortiProxy",
        "Oracle, WebLogic, WebLogic Server",
        "Adobe, ColdFusion 2021, ColdFusion",
        "DrayTek, Vigor, Multiple Vigor Routers",
        "Juniper, Junos, Junos OS",
        "Microsoft, Exchange Server 2019, Exchange Server",
        "Microsoft, Exchange Server 2019, Microsoft Exchange Server 2019 Cumulative Update 13",
    })
    void findsWhatIsMeant(String vendor, String product, String recorded) {
        assertThat(matcher.matches(Installed.named(vendor, product, "1.0"), named(vendor, recorded)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Fortinet, FortiGate 100F, FortiManager",
        "Fortinet, FortiAnalyzer, FortiOS",
        "Palo Alto, Expedition, PAN-OS",
        "Cisco, ASA 5506-X, IOS XE",
        "VMware, Tools, ESXi",
        "Zyxel, P660HN-T1A, Multiple Firewalls",
    })
    void takesNothingForSomethingElse(String vendor, String product, String recorded) {
        assertThat(matcher.matches(Installed.named(vendor, product, "1.0"), named(vendor, recorded)))
                .isFalse();
    }

    /** Makers and products in Japanese, with the maker stated or as the first word of the name. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            サイボウズ, サイボウズ Garoon, cpe:/a:cybozu:garoon
            サイボウズ株式会社, ガルーン, cpe:/a:cybozu:garoon
            -, サイボウズ Garoon, cpe:2.3:a:cybozu:garoon:*:*:*:*:*:*:*:*
            -, サイボウズ　Ｏｆｆｉｃｅ, cpe:/a:cybozu:office
            Cybozu, Garoon, cpe:/a:cybozu:garoon
            富士通株式会社, Interstage Application Server, cpe:/a:fujitsu:interstage_application_server
            富士通, 富士通 IPCOM EXシリーズ, cpe:/h:fujitsu:ipcom_ex
            シックス・アパート株式会社, Movable Type, cpe:/a:sixapart:movable_type
            -, シックス・アパート Movable Type, cpe:/a:sixapart:movable_type
            ｼｽｺｼｽﾃﾑｽﾞ, IOS XE ソフトウェア, cpe:2.3:o:cisco:ios_xe:*:*:*:*:*:*:*:*
            フォーティネット, FortiGate 100F, cpe:2.3:o:fortinet:fortios:*:*:*:*:*:*:*:*
            ヤマハ株式会社, RTX1210 ファームウェア, cpe:/o:yamaha:rtx1210_firmware
            株式会社バッファロー, WSR-1166DHP ファームウェア, cpe:/o:buffalo_inc:wsr-1166dhp_firmware
            (株)アイ・オー・データ機器, HDL-A, cpe:/h:i-o_data_device:hdl-a
            ジャストシステム, 一太郎, cpe:/a:justsystems:ichitaro
            トレンドマイクロ, ウイルスバスター コーポレートエディション, cpe:/a:trendmicro:officescan
            アライドテレシス, AT-TQ4600 ファームウェア, cpe:/o:allied_telesis_k.k.:at-tq4600_firmware
            マイクロソフト, Exchange Server 2019, cpe:2.3:a:microsoft:exchange_server:2019:*:*:*:*:*:*:*
            日立製作所, JP1/秘文, cpe:/a:hitachi:jp1_hibun
            ジャストシステム, 一太郎 2021, cpe:/a:justsystems:ichitaro
            ジャストシステム, 一太郎２０２１　プラチナ, cpe:/a:justsystems:ichitaro
            (株)サイボウズ, サイボウズOffice 10, cpe:/a:cybozu:office
            (株)サイボウズ, サイボウズOffice10, cpe:/a:cybozu:office
            -, サイボウズ Office 10, cpe:/a:cybozu:office
            トレンドマイクロ, ウイルスバスター コーポレートエディション 11.0, cpe:/a:trendmicro:officescan
            """)
    void findsWhatIsWrittenInJapanese(@Nullable String vendor, String product, String cpe) {
        var identity = AffectedProduct.ProductIdentity.of(null, null, Set.of(), Set.of(cpe));
        var recorded = new AffectedProduct(
                Source.NVD, "NVD", identity, AffectedProduct.ProductScope.EVERYWHERE, Status.UNKNOWN, List.of());

        assertThat(matcher.matches(Installed.named(vendor, product, "1.0"), recorded))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            サイボウズ, Office, Microsoft, Office
            -, サイボウズ Office, Microsoft, Office
            -, デルタ制御盤, Dell, タ制御盤
            富士通, Garoon, Cybozu, Garoon
            """)
    void takesNoMakerForAnotherInJapanese(@Nullable String vendor, String product, String maker, String recorded) {
        assertThat(matcher.matches(Installed.named(vendor, product, "1.0"), named(maker, recorded)))
                .isFalse();
    }

    /** A number that belongs to the name is none of a version. */
    @ParameterizedTest
    @CsvSource({
        "Palo Alto, PA 9000, PA",
        "Maker, H3C, H",
        "Maker, Win32, Win",
        "Maker, Office 365, Office",
        "Maker, 2021, Maker",
    })
    void takesNoNameApartAtANumberOfItsOwn(String vendor, String product, String recorded) {
        assertThat(matcher.matches(Installed.named(vendor, product, "1.0"), named(vendor, recorded)))
                .isFalse();
    }

    /** The number tells what it can; it clears nothing unless the version is counted by it. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            Office 10, -, AFFECTED, < 10.8
            Office 10, 10.7.0, AFFECTED, < 10.8
            Office 10, 10.8.1, FIXED, < 10.8
            Office 10, -, UNKNOWN, < 9.3
            Office 10, 31.0, UNKNOWN, < 9.3
            Office, 31.0, FIXED, < 9.3
            Office 2021, 16.0, UNKNOWN, < 9.3
            """)
    void clearsNothingByTheNumberInAName(String installed, @Nullable String version, MatchAnswer answer, String range) {
        var before = new VersionRange(null, false, range.substring(2), null, Status.AFFECTED, null, List.of(), range);
        var recorded = AffectedProduct.named(Source.NVD, "NVD", "Maker", "Office", Status.UNKNOWN, List.of(before));
        var record = AdvisoryRecord.named("CVE-2031-0001", null, List.of(recorded));

        assertThat(new VersionJudge(matcher)
                        .judge(Installed.named("Maker", installed, version), record)
                        .answer())
                .isEqualTo(answer);
    }

    /** Where it is named with its number, what is said without it is of all. */
    @Test
    void takesTheWholeNameFirst() {
        var all = AffectedProduct.named(Source.NVD, "NVD", "Maker", "Office", Status.AFFECTED, List.of());
        var ten = AffectedProduct.named(
                Source.NVD,
                "NVD",
                "Maker",
                "Office 10",
                Status.UNAFFECTED,
                List.of(VersionRange.single("1.0", Status.AFFECTED, null)));
        var record = AdvisoryRecord.named("CVE-2031-0001", null, List.of(all, ten));

        assertThat(new VersionJudge(matcher)
                        .judge(Installed.named("Maker", "Office 10", "2.0"), record)
                        .answer())
                .isEqualTo(MatchAnswer.NOT_AFFECTED);
    }

    /** What a record says of the edition of another year, or of another update, is not said of this one. */
    @ParameterizedTest
    @CsvSource({
        "Exchange Server 2019, Exchange Server 2016 Cumulative Update 23, true",
        "Exchange Server 2019, Exchange Server 2019 Cumulative Update 13, false",
        "Exchange Server 2019 CU13, Exchange Server 2019 Cumulative Update 13, false",
        "Exchange Server 2019 CU13, Exchange Server 2019 Cumulative Update 12, true",
        "Exchange Server 2019 CU13, Exchange Server, false",
        "SQL Server 2019, SQL Server 2019 (GDR), false",
    })
    void keepsEditionsApart(String installed, String recorded, boolean other) {
        assertThat(ProductNames.areOtherEditions(installed, recorded)).isEqualTo(other);
    }

    private static AffectedProduct named(String vendor, String product) {
        return AffectedProduct.named(Source.CNA, "maker", vendor, product, Status.UNAFFECTED, List.of());
    }
}
