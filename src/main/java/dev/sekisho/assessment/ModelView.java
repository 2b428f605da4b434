package dev.sekisho.assessment;

import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Reach;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The model of weights as its file has it and as it is shown. */
@Schema(
        name = "Model",
        description =
                "How scores are computed, under one version: what is at stake, minus what still stands in between, plus how well or badly the way is kept. Five points more mean twice the expected loss.")
public record ModelView(
        @Schema(description = "Stands as modelVersion on every answer that holds a score.", examples = "2026-12")
        String version,

        @Schema(description = "What these numbers mean, in words.")
        Explanation explanation,

        @Schema(description = "What makes the score of a way in to one target.")
        Terms terms,

        @Schema(description = "What the standing of the third party and its rights add.")
        Standing standing,

        @Schema(description = "Below these no score of a connection point or third party comes while a way is up.")
        Floors floors,

        @Schema(description = "How long evidence counts.") Model.Evidence evidence,

        @Schema(description = "The nine factors of E, 0 to 100: how openly a link lies there.")
        Model.Exposure exposure,

        @Schema(description = "The four factors of V, 0 to 100: how bad a vulnerability is where it is.")
        VulnerabilityView vulnerability,

        @Schema(
                description =
                        "By when a vulnerability has to be remedied; one row for each answer to the four questions.")
        List<Model.DeadlineRow> deadlines,

        @Schema(description = "The factors of A, 0 to 80: what a third party leaves us in doubt about.")
        Model.Assurance assurance,

        @Schema(description = "What is advised where forensic triage is due. It has a version of its own.")
        TriageGuidance forensicTriage) {

    /** What is advised where forensic triage is due; no score, no finding and no deadline depends on it. */
    @Schema(
            name = "TriageGuidance",
            description =
                    "What is advised where forensic triage is due (SW-07). It advises only: no score and no deadline depends on it, and it never stands in the way of a patch.")
    record TriageGuidance(
            @Schema(description = "Version of this guidance.", examples = "2026-12")
            String version,

            @Schema(description = "Where it comes from, and how certain that is.")
            String standing,

            @Schema(description = "From when the hours count.")
            String start,

            @Schema(description = "What to do first, and what after that.")
            List<TriageStep> steps) {}

    /** One step of a triage. */
    @Schema(name = "TriageStep", description = "One step of a forensic triage.")
    record TriageStep(
            @Schema(description = "Which step: SCOPE, EVIDENCE or DECISION.", examples = "SCOPE")
            String step,

            @Schema(description = "Hours from the start within which it is advised to be done.", examples = "2")
            int withinHours,

            @Schema(description = "What is done.") String what) {}

    ModelView advising(TriageGuidance guidance) {
        return new ModelView(
                version,
                explanation,
                terms,
                standing,
                floors,
                evidence,
                exposure,
                vulnerability,
                deadlines,
                assurance,
                guidance);
    }

    /** What the numbers mean, for people. */
    @Schema(name = "ModelExplanation", description = "What the numbers and the lines of a score mean, in words.")
    record Explanation(
            @Schema(description = "What a difference of points means.")
            String scale,

            @Schema(description = "How a score is made of its parts.")
            String score,

            @Schema(description = "What each line of a score says.")
            List<Line> lines) {}

    /**
     * What lines of a code say.
     *
     * @param code a star stands for what differs from line to line
     */
    @Schema(name = "ModelLine", description = "What the lines with this code say; * stands for what differs.")
    record Line(
            @Schema(description = "The code, * for what differs from line to line.", examples = "BREAK.*")
            String code,

            @Schema(description = "What these lines say.") String meaning) {}

    /** What makes the risk of a way to a target. */
    @Schema(name = "ModelTerms", description = "What makes the score of a way in to one target.")
    record Terms(
            @Schema(description = "Taken off in any case, in points: the best way conceivable.")
            double base,

            @Schema(description = "Taken off for each thing that still has to be broken, in points; for three at most.")
            double perBreak,

            @Schema(description = "Added where nothing filters inside, in points; less where the leakiest link does.")
            double inner,

            @Schema(description = "The share of E that is added.")
            double exposure,

            @Schema(description = "The share of V that is added.")
            double vulnerability,

            @Schema(description = "The share of A that is added.")
            double assurance) {

        Model.Terms model() {
            return new Model.Terms(base, perBreak, inner, exposure, vulnerability, assurance);
        }
    }

    /** What the standing of a third party adds. */
    @Schema(name = "ModelStanding", description = "What the standing of the third party and its rights add.")
    record Standing(
            @Schema(description = "Added by the notice of an intrusion at the third party, in points.")
            Map<Notice, Double> notice,

            @Schema(description = "Added where the relation has ended and the connection has not, in points.")
            double offboarded,

            @Schema(
                    description =
                            "Added for administrator's rights, in points; also where nobody says that there are none.")
            double privileged,

            @Schema(description = "Added to that at the worst login, in points.")
            double privilegedLogin,

            @Schema(description = "Taken off where it comes with software that it supplies, in points.")
            double supply) {

        Model.Standing model() {
            return new Model.Standing(notice, offboarded, privileged, privilegedLogin, supply);
        }
    }

    /** What no score comes below while a way is up. */
    @Schema(name = "ModelFloors", description = "Scores below which none comes while a way is up, in points.")
    record Floors(
            @Schema(description = "While an intrusion is suspected there.")
            double suspected,

            @Schema(description = "While the relation has ended and the connection has not.")
            double offboarded,

            @Schema(description = "While somebody has broken in there.")
            double compromised) {

        Model.Floors model() {
            return new Model.Floors(suspected, offboarded, compromised);
        }
    }

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
            int decideWithinDays,

            @Schema(
                    description =
                            "EXPLOIT from which a vulnerability without a fix, or past its deadline, costs an attacker nothing.")
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
        var way = new Model.OfWay(terms.model(), standing.model(), floors.model());
        return new Model(version, way, evidence, exposure, vulnerability.model(), deadlines, assurance);
    }
}
