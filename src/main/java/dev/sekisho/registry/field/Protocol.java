package dev.sekisho.registry.field;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** TCP, UDP, ICMP, ANY or a protocol number. */
@Size(min = 1, max = 20)
@Constraint(validatedBy = ProtocolValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Protocol {
    String message() default "must be TCP, UDP, ICMP, ANY or a number from 0 to 255";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
