package dev.sekisho.registry.field;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link Name}; absence is checked elsewhere. */
public class NameValidator implements ConstraintValidator<Name, String> {
    @Override
    public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
        return name == null
                || (name.codePoints().anyMatch(NameValidator::isVisible)
                        && name.codePointCount(0, name.length()) <= Name.MAX
                        && name.chars().noneMatch(Character::isISOControl));
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
