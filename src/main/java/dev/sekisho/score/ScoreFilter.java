package dev.sekisho.score;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.score.Band;
import dev.sekisho.web.list.ListQuery;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of scores can be narrowed to, and its order. */
record ScoreFilter(
        @QueryParam("subject") Subject.@Nullable Kind subject,
        @QueryParam("band") @Nullable Band band,
        @QueryParam("key") @Nullable String key,

        @QueryParam("sort")
        @DefaultValue("-score")
        @Parameter(
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"score", "-score", "name", "-name", "key", "-key"}))
        ListQuery.Order sort) {
    /** Third parties where no other kind is asked for. */
    Subject.Kind kind() {
        return subject == null ? Subject.Kind.THIRD_PARTY : subject;
    }
}
