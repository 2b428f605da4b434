package dev.sekisho.web;

import dev.sekisho.web.problem.Problem;
import java.util.List;

/** Looks into a body whose form is wrong for what else is wrong with it, so that all is told at once. */
public interface BodyCheck {
    /** @param body of any type, with anything missing and every value of any form */
    List<Problem.FieldError> faults(Object body);
}
