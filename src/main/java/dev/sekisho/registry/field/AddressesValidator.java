package dev.sekisho.registry.field;

import dev.sekisho.risk.traffic.set.AddressSet;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks {@link Addresses} with the very reader the core uses. */
public class AddressesValidator implements ConstraintValidator<Addresses, String> {
    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        try {
            return text == null || AddressSet.parse(List.of(text)) != null;
        } catch (IllegalArgumentException refused) {
            Violations.say(context, refused);
            return false;
        }
    }
}
