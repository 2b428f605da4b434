package dev.sekisho.registry.field;

import dev.sekisho.risk.traffic.set.ProtocolSet;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link Protocol} with the very reader the core uses. */
public class ProtocolValidator implements ConstraintValidator<Protocol, String> {
    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        try {
            return text == null || ProtocolSet.parse(text) != null;
        } catch (IllegalArgumentException refused) {
            Violations.say(context, refused);
            return false;
        }
    }
}
