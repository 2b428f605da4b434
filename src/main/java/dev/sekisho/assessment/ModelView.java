package dev.sekisho.assessment;

import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Reach;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The model of weights as its file has it and as it is shown. */
@Schema(
        name = "Model",
        description = "Every weight, threshold and deadline scores are computed with, under one version.")
public record ModelView(
        @Schema(description = "Version of all these numbers together; it stands on every score.")
        String version,

        @Schema(description = "What the four parts of a link's risk weigh.")
        Model.Mix mix,

        @Schema(description = "How long it counts that somebody has looked.")
        Model.Evidence evidence,

        @Schema(description = "Factors of exposure (E): how openly a link lies there.")
        Model.Exposure exposure,

        @Schema(description = "Factors of vulnerability (V): how bad a flaw is where it is installed.")
        VulnerabilityView vulnerability,

        @Schema(description = "The deadline table: 16 lines, one for each answer to four questions.")
        List<Model.DeadlineRow> deadlines,

        @Schema(description = "Factors of assurance (A): what a third party leaves us in doubt about.")
        Model.Assurance assurance,

        @Schema(description = "Factors of consequence (C): what lies behind a link.")
        Model.Consequence consequence,

        @Schema(description = "Scores below which no link with certain facts can be.")
        Model.Floors floors,

        @Schema(description = "How the risks of links add up to those of zones and organizations.")
        Model.RollUp rollUp) {

    /** Factors of vulnerability. */
    @Schema(name = "Vulnerability", description = "Factors of vulnerability (V).")
    record VulnerabilityView(
            @Schema(description = "Weight of each factor by its code; together 100.")
            Map<String, Double> weights,

            @Schema(description = "Powers of ten between an EPSS that counts fully and one that counts nothing.")
            double epssDecades,

            @Schema(description = "What counts for a vulnerability without EPSS, 0 to 1.")
            double epssUnknown,

            @Schema(description = "The least that counts once exploit code is public, 0 to 1.")
            double epssWithPublicExploit,

            @Schema(description = "What counts while a fix is known and its deadline has not passed, 0 to 1.")
            double remedyInTime,

            @Schema(description = "Days overdue after which half of what was still missing to 1 counts.")
            double overdueHalfLifeDays,

            @Schema(description = "What a verified compensating control leaves of the factor REMEDY, 0 to 1.")
            double compensated,

            @Schema(description = "What counts for each place software can be reached from, 0 to 1.")
            Map<Reach, Double> reach,

            @Schema(description = "Openness from which a filter no longer keeps software from being exposed, 0 to 1.")
            double exposedFromOpenness,

            @Schema(description = "Days to decide on what has no fix.")
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
