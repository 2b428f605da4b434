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
        Model.Terms terms,
        Model.Standing standing,
        Model.Floors floors,
        Model.Evidence evidence,
        Model.Exposure exposure,
        VulnerabilityView vulnerability,
        List<Model.DeadlineRow> deadlines,
        Model.Assurance assurance) {

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
            int decideWithinDays,
            double freeFromExploit) {

        Model.Vulnerability model() {
            return new Model.Vulnerability(
                    weights,
                    new Model.Epss(epssDecades, epssUnknown, epssWithPublicExploit),
                    remedyInTime,
                    overdueHalfLifeDays,
                    compensated,
                    reach,
                    exposedFromOpenness,
                    new Model.Decide(decideWithinDays, freeFromExploit));
        }
    }

    public Model model() {
        var way = new Model.OfWay(terms, standing, floors);
        return new Model(version, way, evidence, exposure, vulnerability.model(), deadlines, assurance);
    }
}
