package dev.sekisho.software;

import dev.sekisho.access.Role;
import dev.sekisho.advisory.Matching;
import dev.sekisho.assessment.Assessor;
import dev.sekisho.matching.product.Installed;
import dev.sekisho.software.identity.SoftwareIdentities;
import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/software/analyze")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Answers")
class AnalyzeResource {
    private final Matching matching;
    private final Assessor assessor;
    private final SoftwareKnowledge knowledge;
    private final AnalysisNames names;

    AnalyzeResource(Matching matching, Assessor assessor, SoftwareKnowledge knowledge, AnalysisNames names) {
        this.names = names;
        this.matching = matching;
        this.assessor = assessor;
        this.knowledge = knowledge;
    }

    @POST
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "analyzeSoftware",
            summary = "Judge software without storing it",
            description =
                    "Takes at most 1000 items, each with a product name (with vendor and version where known), a purl or a CPE, and answers for each with every advisory that concerns it: AFFECTED, NOT_AFFECTED, CONFLICT (sources disagree) or UNKNOWN (nothing published settles it), with the source, the record, the range and the comparison made. `certainty` tells what is proven from what no source can decide, and the proven stands first. An item that no loaded source names says `judged: false`, with UNMATCHED or NO_FEED as its `identity`, and has no verdicts; nothing is known of it. `notJudged` counts them and `why` says why. 400 when an item names nothing or a purl or CPE cannot be read.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = AnalysisView.AskedView.class),
                            example =
                                    "{\"items\": [{\"vendor\": \"Fortinet\", \"product\": \"FortiOS\", \"version\": \"7.2.6\"}, {\"purl\": \"pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1\"}]}"))
    public AnalysisView analyze(@Valid @NotNull AnalysisView.AskedView body) {
        refuse(body);
        // What was taken over before this call counts: an advisory that is not matched yet would pass for none.
        SoftwareIdentities.Standing standing = knowledge.standing(assessor.current());
        List<AnalysisView.JudgedView> judged = body.items().stream()
                .map(item -> AnalysisView.judged(item, matching.judge(installed(item)), standing))
                .toList();
        return AnalysisView.of(judged, knowledge.sources());
    }

    private static Installed installed(AnalysisView.ItemView item) {
        return new Installed(item.vendor(), item.product(), item.version(), item.purl(), item.cpe(), Set.of());
    }

    private void refuse(AnalysisView.AskedView body) {
        List<Problem.FieldError> errors = names.faults(body);
        if (!errors.isEmpty()) {
            throw ProblemException.of(ProblemType.INVALID, errors);
        }
    }
}
