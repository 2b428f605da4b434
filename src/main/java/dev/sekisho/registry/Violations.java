package dev.sekisho.registry;

import jakarta.validation.ConstraintValidatorContext;

/** Gives a constraint the words of whoever refused. */
final class Violations {
    private Violations() {}

    static void say(ConstraintValidatorContext context, String message) {
        // Braces and dollars would be read as expressions of the message language.
        String plain = message.replaceAll("[{}$\\\\]", "_");
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(plain).addConstraintViolation();
    }
}
