package dev.sekisho.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {
    @ParameterizedTest
    @CsvSource({
        "MSP, msp",
        "ＭＳＰ－１, msp-1",
        "ｶﾞｽ, ガス",
        "㈱日立, (株)日立",
        "髙﨑, 髙﨑",
        "ÄÖÜ, äöü",
        "ΟΔΟΣ, οδοσ",
        "οδος, οδοσ",
        "Ⅸ, ix"
    })
    void isTheSameInEveryCaseAndForm(String text, String folded) {
        assertThat(FoldedText.fold(text)).isEqualTo(folded);
    }
}
