package dev.sekisho.registry.field;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What people call it: any Unicode, 1 to 200 characters counted as people count them, not only what nobody sees. */
@Size(min = 1, max = Name.MAX)
@Pattern(regexp = Name.ONE_LINE)
@ReportAsSingleViolation
@Constraint(validatedBy = NameValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Name {
    int MAX = 200;
    String ONE_LINE = "[^\\u0000-\\u001f\\u007f-\\u009f]*";

    String message() default "must have 1 to 200 characters on one line";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
