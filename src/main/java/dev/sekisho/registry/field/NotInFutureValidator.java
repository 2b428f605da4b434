package dev.sekisho.registry.field;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Checks {@link NotInFuture}; absence is checked elsewhere. */
public class NotInFutureValidator implements ConstraintValidator<NotInFuture, LocalDate> {
    /** Where on earth a day begins first. */
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    @Override
    public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
        return day == null
                || !day.isAfter(
                        LocalDate.now(context.getClockProvider().getClock().withZone(FIRST)));
    }
}
