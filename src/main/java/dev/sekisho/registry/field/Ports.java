package dev.sekisho.registry.field;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A port or a range of ports. */
@Size(min = 1, max = 20)
@Constraint(validatedBy = PortsValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Ports {
    String message() default "must be a port or a range of ports";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
