package dev.sekisho.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import java.util.List;
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
