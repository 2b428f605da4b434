package dev.sekisho.score;

import dev.sekisho.access.Role;
import dev.sekisho.risk.estate.Subject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/portfolio/risk")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Scores")
class PortfolioRiskResource {
    private final RiskAnswers answers;

    PortfolioRiskResource(RiskAnswers answers) {
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "readPortfolioRisk",
            summary = "The score of the portfolio with every line it is made of",
            description =
                    "The lines sum to the score exactly. Its lines say who drives the risk. `notJudged` counts the software in use that nobody can judge, and says why.")
    @APIResponse(
            responseCode = "200",
            description = "The score.",
            content = @Content(schema = @Schema(implementation = RiskView.class)))
    public Response read(@Context HttpHeaders headers, @Context UriInfo uri) {
        return answers.risk(Subject.PORTFOLIO, headers, uri);
    }

    @GET
    @Path("history")
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "readPortfolioRiskHistory",
            summary = "How the score of the portfolio went",
            description = "One point a day; 90 days up to today unless from and to say otherwise, at most 3660.")
    @APIResponse(
            responseCode = "200",
            description = "The points.",
            content = @Content(schema = @Schema(implementation = HistoryView.class)))
    public Response history(@BeanParam Span span, @Context HttpHeaders headers, @Context UriInfo uri) {
        return answers.history(Subject.PORTFOLIO, span, headers, uri);
    }
}
