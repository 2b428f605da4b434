package dev.sekisho.web.list;

import dev.sekisho.web.problem.Problem;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.List;

/** Looks at the query parameters of a request beyond their form. */
public interface ParameterCheck {
    /** Those that are of no form at all. */
    List<Problem.FieldError> malformed(Method operation, UriInfo uri);

    /** Those of a form that is taken, which name nothing. */
    List<Problem.FieldError> unknown(Method operation, UriInfo uri);
}
