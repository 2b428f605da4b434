package dev.sekisho.registry.field;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link DomainName}; absence and length are checked elsewhere. */
public class DomainNameValidator implements ConstraintValidator<DomainName, String> {
    @Override
    public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
        return name == null || DomainNames.isQualified(name);
    }
}
