package dev.sekisho.registry.field;

import dev.sekisho.risk.traffic.set.PortSet;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks {@link Ports} with the very reader the core uses. */
public class PortsValidator implements ConstraintValidator<Ports, String> {
    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        try {
            return text == null || PortSet.parse(List.of(text)) != null;
        } catch (IllegalArgumentException refused) {
            Violations.say(context, refused);
            return false;
        }
    }
}
