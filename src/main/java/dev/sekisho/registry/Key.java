package dev.sekisho.registry;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The address of a registered object: chosen by the caller, unique in its collection. */
@Pattern(regexp = Key.FORM, message = "must be 1 to 100 of A-Z a-z 0-9 . _ : - and begin with a letter or digit")
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Key {
    String FORM = "[A-Za-z0-9][A-Za-z0-9._:-]{0,99}";

    String message() default "must be a key";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
