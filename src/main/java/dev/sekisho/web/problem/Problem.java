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
        URI type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String traceId,
        @Nullable List<FieldError> errors) {

    /**
     * One wrong place.
     *
     * @param pointer JSON pointer into the body, or the name of a parameter
     * @param line line of the file that was sent, 1-based
     */
    public record FieldError(
            @Nullable String pointer,
            String detail,
            @Nullable Integer line) {
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
