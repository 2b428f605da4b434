package dev.sekisho.assessment;

import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Reach;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The model of weights as its file has it and as it is shown. */
@Schema(name = "Model")
public record ModelView(
        String version,
        Model.Mix mix,
        Model.Evidence evidence,
        Model.Exposure exposure,
        VulnerabilityView vulnerability,
        List<Model.DeadlineRow> deadlines,
        Model.Assurance assurance,
        Model.Consequence consequence,
        Model.Floors floors,
        Model.RollUp rollUp) {

    /** Factors of vulnerability. */
    @Schema(name = "Vulnerability")
    record VulnerabilityView(
            Map<String, Double> weights,
            double epssDecades,
            double epssUnknown,
            double epssWithPublicExploit,
            double remedyInTime,
            double overdueHalfLifeDays,
            double compensated,
            Map<Reach, Double> reach,
            double exposedFromOpenness,
            int decideWithinDays) {

        Model.Vulnerability model() {
            return new Model.Vulnerability(
                    weights,
                    new Model.Epss(epssDecades, epssUnknown, epssWithPublicExploit),
                    remedyInTime,
                    overdueHalfLifeDays,
                    compensated,
                    reach,
                    exposedFromOpenness,
                    decideWithinDays);
        }
    }

    public Model model() {
        var link = new Model.OfLink(mix, consequence, floors);
        return new Model(version, link, evidence, exposure, vulnerability.model(), deadlines, assurance, rollUp);
    }
}
