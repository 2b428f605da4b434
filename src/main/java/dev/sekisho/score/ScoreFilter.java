package dev.sekisho.score;

import static dev.sekisho.collection.CollectionName.CONNECTION_POINTS;
import static dev.sekisho.collection.CollectionName.ORGANIZATIONS;
import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;
import static dev.sekisho.collection.CollectionName.ZONES;
import static dev.sekisho.collection.CollectionName.ZONE_LINKS;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.score.Band;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.TextFilter;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of scores can be narrowed to, and its order. */
record ScoreFilter(
        @QueryParam("subject") Subject.@Nullable Kind subject,
        @QueryParam("band") @Nullable Band band,

        @QueryParam("key")
        @RefersTo(
                others = "portfolio",
                value = {ORGANIZATIONS, THIRD_PARTIES, CONNECTION_POINTS, ZONE_LINKS, ZONES},
                chosenBy = "subject",
                otherwise = "THIRD_PARTY")
        @Nullable
        String key,

        @BeanParam TextFilter text,

        @QueryParam("sort")
        @DefaultValue("-score")
        @Parameter(
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"score", "-score", "name", "-name", "key", "-key"}))
        ListQuery.Order sort) {
    /** What has scores of its own; of anything else an empty list would pass for "no risk". */
    private static final Set<Subject.Kind> SCORED = EnumSet.of(
            Subject.Kind.PORTFOLIO,
            Subject.Kind.ORGANIZATION,
            Subject.Kind.THIRD_PARTY,
            Subject.Kind.CONNECTION_POINT,
            Subject.Kind.ZONE_LINK,
            Subject.Kind.ZONE);

    /** Third parties where no other kind is asked for. */
    Subject.Kind kind() {
        Subject.Kind kind = subject == null ? Subject.Kind.THIRD_PARTY : subject;
        if (!SCORED.contains(kind)) {
            throw ProblemException.at(
                    ProblemType.IMPOSSIBLE,
                    "subject",
                    kind + " has no row here; these have: " + SCORED
                            + ". The score of a host is at /assets/{key}/risk.");
        }
        return kind;
    }
}
