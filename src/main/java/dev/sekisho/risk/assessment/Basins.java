package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.ZoneScoreSources.Basin;
import dev.sekisho.risk.assessment.ZoneScoreSources.Source;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.LinkRisk;
import dev.sekisho.risk.score.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** What the connection points that land in one zone bring there: their risk, what it is at worst and at best. */
record Basins(Basin reported, Basin high, Basin low) {

    /** The links that land there, as they are and at best. */
    record Inputs(List<LinkPicture> worst, List<LinkPicture> best, Model.RollUp model) {}

    static Basins of(Inputs inputs) {
        return new Basins(
                basin(inputs.worst, LinkRisk::milliPoints, inputs.model),
                basin(inputs.worst, LinkRisk::highMilli, inputs.model),
                basin(inputs.best, LinkRisk::milliPoints, inputs.model));
    }

    private static Basin basin(List<LinkPicture> landing, ToIntFunction<LinkRisk> risk, Model.RollUp model) {
        var sources = new ArrayList<Source>();
        for (LinkPicture point : landing) {
            Ways ways = point.ways();
            if (ways != null) {
                int left = risk.applyAsInt(point.risk()) - ways.fewest() * ZoneScoreSources.milliPerBreak(model);
                sources.add(new Source(point.link().key(), point.link().name(), left, ways.fewest()));
            }
        }
        return new Basin(sources, model);
    }
}
