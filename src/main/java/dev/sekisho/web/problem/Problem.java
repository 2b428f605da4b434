package dev.sekisho.web.problem;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is served (RFC 9457).
 *
 * @param type stable identifier of the kind of problem
 * @param detail what is wrong in this request and what to do about it
 * @param instance the address asked for
 * @param traceId finds the request in the logs
 * @param errors the single places, where there are several or a pointer helps
 */
@Schema(description = "What went wrong, as application/problem+json (RFC 9457).")
public record Problem(
        @Schema(
                description =
                        "Stable identifier of the kind of problem, such as urn:sekisho:problem:invalid; not an address to fetch.")
        URI type,

        @Schema(description = "The kind of problem in words, the same for every problem of its type.")
        String title,

        @Schema(description = "The HTTP status, repeated.") int status,

        @Schema(description = "What is wrong with this request, and what to do about it.")
        String detail,

        @Schema(description = "The address that was asked for; absent where the request was not read that far.")
        @Nullable
        String instance,

        @Schema(description = "Finds the request in the logs: 32 hexadecimal digits.")
        String traceId,

        @Schema(description = "The single places that are wrong; absent where the problem has no place.") @Nullable
        List<FieldError> errors) {

    /**
     * One wrong place.
     *
     * @param pointer JSON pointer into the body, or the name of a parameter
     * @param line line of the file that was sent, 1-based
     */
    @Schema(description = "One place that is wrong.")
    public record FieldError(
            @Schema(description = "JSON pointer into the body, or the name of a parameter; empty for the body itself.")
            @Nullable
            String pointer,

            @Schema(description = "What is wrong there and what is taken instead.")
            String detail,

            @Schema(description = "Line of the file that was sent, counted from 1.") @Nullable
            Integer line) {
        public FieldError(@Nullable String pointer, String detail) {
            this(pointer, detail, null);
        }

        /**
         * What is wrong with the fields of an object in the body.
         *
         * @param pointer to the object; empty for the body itself
         * @param faults by the name of the field
         */
        public static List<FieldError> below(String pointer, Map<String, String> faults) {
            return faults.entrySet().stream()
                    .map(fault -> new FieldError(pointer + "/" + fault.getKey(), fault.getValue()))
                    .toList();
        }
    }
}
