package dev.sekisho.registry.field;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A fully qualified domain name as {@link DomainNames#ascii} writes it. */
@Size(min = 1, max = 253)
@Constraint(validatedBy = DomainNameValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface DomainName {
    String message() default
            "must be a fully qualified domain name: labels of letters, digits and hyphens, two at least, and no address";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
