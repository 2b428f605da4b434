package dev.sekisho.registry.field;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An address, a CIDR block without host bits, or a range of addresses. */
@Size(min = 1, max = 100)
@Constraint(validatedBy = AddressesValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Addresses {
    String message() default "must be an address, a CIDR block or a range";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
