package dev.sekisho.question;

import static dev.sekisho.collection.CollectionName.ORGANIZATIONS;
import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;
import static dev.sekisho.collection.CollectionName.ZONES;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.web.list.TextFilter;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.Set;
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

        @BeanParam TextFilter text) {
    /** Nothing is asked of these; an empty list would pass for "all is told". */
    private static final Set<Subject.Kind> NOT_ASKED =
            EnumSet.of(Subject.Kind.PORTFOLIO, Subject.Kind.ORGANIZATION, Subject.Kind.SOFTWARE_PRODUCT);

    /** Refuses what nothing is asked of. */
    QuestionFilter checked() {
        if (subject != null && NOT_ASKED.contains(subject)) {
            throw ProblemException.at(
                    ProblemType.IMPOSSIBLE,
                    "subject",
                    "nothing is asked of " + subject + "; it is of " + EnumSet.complementOf(EnumSet.copyOf(NOT_ASKED))
                            + ".");
        }
        return this;
    }
}
