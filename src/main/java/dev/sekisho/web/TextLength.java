package dev.sekisho.web;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.jspecify.annotations.Nullable;

/** Measures text as JSON Schema does and as people count: in characters, not in the halves Java keeps some of them in. */
@ApplicationScoped
public class TextLength implements ValidatorFactoryCustomizer {
    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        ConstraintMapping mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(Size.class).includeExistingValidators(true).validatedBy(InCharacters.class);
        configuration.addMapping(mapping);
    }

    /** Goes before the validator for any sequence of characters, being the more special one. */
    public static class InCharacters implements ConstraintValidator<Size, String> {
        private int least;
        private int most;

        @Override
        public void initialize(Size size) {
            least = size.min();
            most = size.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            int length = text.codePointCount(0, text.length());
            return length >= least && length <= most;
        }
    }
}
