package dev.sekisho.question;

import static dev.sekisho.collection.CollectionName.ORGANIZATIONS;
import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;
import static dev.sekisho.collection.CollectionName.ZONES;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.web.list.TextFilter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which questions are asked for. */
public record QuestionFilter(
        @QueryParam("subject") @Parameter(description = "Only those about this kind of thing.")
        Subject.@Nullable Kind subject,

        @QueryParam("thirdParty") @RefersTo(THIRD_PARTIES) @Nullable
        String thirdParty,

        @QueryParam("organization") @RefersTo(ORGANIZATIONS) @Nullable
        String organization,

        @QueryParam("zone") @RefersTo(ZONES) @Nullable String zone,

        @BeanParam TextFilter text) {}
