package dev.sekisho.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapNeedTest {
    private static final long GIGABYTE = 1L << 30;

    @Test
    void growsWithObjectsAndFindings() {
        var small = new HeapNeed(1_000, 0, 5_000);

        assertThat(new HeapNeed(2_000, 0, 5_000).megabytes()).isGreaterThan(small.megabytes());
        assertThat(new HeapNeed(1_000, 0, 50_000).megabytes()).isGreaterThan(small.megabytes());
        assertThat(new HeapNeed(1_000, 50_000, 5_000).megabytes()).isGreaterThan(small.megabytes());
    }

    /** What was imported with the documented heap and carried through a day. */
    @Test
    void fitsWhatIsDocumented() {
        assertThat(new HeapNeed(100_000, 0, 430_000).fits(GIGABYTE)).isTrue();
    }

    @Test
    void doesNotFitTenTimesThat() {
        assertThat(new HeapNeed(1_000_000, 0, 4_300_000).fits(GIGABYTE)).isFalse();
    }

    @Test
    void expectsAsManyFindingsOnNewObjectsAsOnOld() {
        assertThat(new HeapNeed(100, 0, 700).grownTo(300, 5)).isEqualTo(new HeapNeed(300, 5, 2_100));
        assertThat(new HeapNeed(100, 0, 700).grownTo(50, 5)).isEqualTo(new HeapNeed(50, 5, 700));
        assertThat(new HeapNeed(0, 0, 0).grownTo(10, 0)).isEqualTo(new HeapNeed(10, 0, 50));
    }

    /** Measured: 60,000 records of advisories with a heap of 256 MB. */
    @Test
    void fitsManyAdvisoriesInALittle() {
        assertThat(new HeapNeed(3_000, 60_000, 5_000).fits(240L << 20)).isTrue();
    }

    @Test
    void saysAnAmountThatIsEnough() {
        var need = new HeapNeed(300_000, 0, 1_200_000);

        assertThat(need.fits(need.megabytes() << 20)).isTrue();
        assertThat(need.fits((need.megabytes() - 1) << 20)).isFalse();
        assertThat(need.toAskFor()).isGreaterThan(need.megabytes());
    }
}
