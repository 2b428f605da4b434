package dev.sekisho.risk.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.assessment.ZoneScoreSources.Basin;
import dev.sekisho.risk.assessment.ZoneScoreSources.Source;
import dev.sekisho.risk.score.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** More flows than are kept, so that some are not known one by one; few different risks, so that many are as strong. */
class InflowProperties {
    private static final Model.RollUp MODEL = new Model.RollUp(1, 2);
    private static final int ZONES = 5;

    @Property(tries = 500)
    void saysTheSameWhetherBasinsAreExchangedOrAddedUpAnew(@ForAll Random random) {
        List<Basin> basins = new ArrayList<>();
        int[] breaks = new int[ZONES];
        for (int zone = 0; zone < ZONES; zone++) {
            basins.add(basin(zone, random));
            breaks[zone] = random.nextInt(3);
        }
        Inflow inflow = sum(basins, breaks);
        for (int change = 0; change < 8; change++) {
            int zone = random.nextInt(ZONES);
            Basin next = basin(zone, random);
            Inflow before = inflow;
            String said = said(before);

            Inflow changed = inflow.copy();
            boolean known = changed.exchange(zone, basins.get(zone), next, breaks[zone]);

            basins.set(zone, next);
            Inflow scratch = sum(basins, breaks);
            if (known) {
                assertThat(said(changed)).isEqualTo(said(scratch));
            }
            assertThat(said(before)).isEqualTo(said);
            inflow = known ? changed : scratch;
        }
    }

    private static String said(Inflow inflow) {
        return inflow.total() + " " + inflow.lines();
    }

    private static Inflow sum(List<Basin> basins, int[] breaks) {
        var inflow = new Inflow(ZoneScoreSources.milliPerBreak(MODEL), MODEL.linesShown());
        for (int zone = 0; zone < ZONES; zone++) {
            inflow.add(zone, basins.get(zone), breaks[zone]);
        }
        return inflow;
    }

    private static Basin basin(int zone, Random random) {
        return new Basin(
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> new Source(
                                "s" + zone + i, "Source " + random.nextInt(2), 10_000 * random.nextInt(5), 0))
                        .toList(),
                MODEL);
    }
}
