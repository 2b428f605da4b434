package dev.sekisho.registry.field;

import static java.util.Objects.requireNonNull;

import jakarta.validation.ConstraintValidatorContext;

/** Gives a constraint the words of whoever refused. */
final class Violations {
    private Violations() {}

    static void say(ConstraintValidatorContext context, IllegalArgumentException refused) {
        // Braces and dollars would be read as expressions of the message language.
        String plain = requireNonNull(refused.getMessage()).replaceAll("[{}$\\\\]", "_");
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(plain).addConstraintViolation();
    }
}
