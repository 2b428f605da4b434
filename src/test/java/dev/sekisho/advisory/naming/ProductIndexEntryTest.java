package dev.sekisho.advisory.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.matching.product.ProductMatcher;
import dev.sekisho.matching.product.ProductNames;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.risk.estate.software.Product;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProductIndexEntryTest {
    private final ProductMatcher matcher = new ProductMatcher(ProductNames.withoutAliases());

    @Test
    void doesNotTakeASupplierForTheMaker() {
        assertThat(finds(product(null, "FortiOS", List.of()), "Example MSP", "Fortinet", "FortiOS"))
                .isTrue();
        assertThat(finds(product("Fortinet", "FortiOS", List.of()), "Example MSP", "Other", "FortiOS"))
                .isFalse();
    }

    @Test
    void takesTheSuppliersNameForAnotherNameOfTheVendor() {
        assertThat(finds(product("Example Corp of Japan", "Agent", List.of()), "Example MSP", "Example MSP", "Agent"))
                .isTrue();
    }

    @Test
    void findsByAnAliasWhateverTheVendorIsCalledHere() {
        Product japanese = product("フォーティネット", "フォーティOS", List.of("FortiOS"));

        assertThat(finds(japanese, null, "Fortinet", "FortiOS")).isTrue();
        assertThat(finds(product("シスコシステムズ", "ルータ", List.of("Cisco IOS XE")), null, "Cisco", "IOS XE Software"))
                .isTrue();
    }

    /** Both are found by what records say of Office, and are two products all the same. */
    @Test
    void tellsNumbersInNamesApart() {
        ProductIndexEntry ten = entry("Office 10");

        for (String same : List.of("Office", "Office 10", "Office 10.8", "Ｏｆｆｉｃｅ　１０")) {
            assertThat(ten.mayBe(entry(same))).as(same).isTrue();
        }
        assertThat(ten.mayBe(entry("Office 2021"))).isFalse();
        assertThat(ten.sharesName(entry("Office 9"))).isFalse();
        assertThat(ten.names()).anyMatch(entry("Office 9").names()::contains);
    }

    private ProductIndexEntry entry(String name) {
        return ProductIndexEntry.of(product("Cybozu", name, List.of()), null, matcher);
    }

    private boolean finds(Product product, @Nullable String supplier, String vendor, String name) {
        AffectedProduct affected = AffectedProduct.named(Source.CNA, "x", vendor, name, Status.UNKNOWN, List.of());
        return !Collections.disjoint(
                ProductIndexEntry.of(product, supplier, matcher).names(), matcher.lookupKeys(affected));
    }

    private static Product product(@Nullable String vendor, String name, List<String> aliases) {
        return new Product("p", name, vendor, null, null, null, aliases);
    }
}
