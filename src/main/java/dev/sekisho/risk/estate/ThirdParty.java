package dev.sekisho.risk.estate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A vendor, managed service provider, partner or subcontractor.
 *
 * @param parent key of the third party whose subcontractor it is
 */
public record ThirdParty(
        String key,
        String name,
        ThirdPartyKind kind,
        @Nullable Integer criticality,
        @Nullable String parent,
        DueDiligence diligence,
        ThirdPartyState state,
        Notice notice) {

    public ThirdParty {
        Criticality.check(criticality);
    }

    public @Nullable String owner() {
        return diligence.owner();
    }

    public @Nullable Agreement agreement() {
        return diligence.agreement();
    }

    public @Nullable LocalDate assessedOn() {
        return diligence.assessedOn();
    }

    public @Nullable Double subprocessorsDeclared() {
        return diligence.subprocessorsDeclared();
    }

    public @Nullable Double externalRating() {
        return diligence.externalRating();
    }

    public ThirdParty named(String other) {
        return new ThirdParty(key, other, kind, criticality, parent, diligence, state, notice);
    }

    public ThirdParty with(DueDiligence other) {
        return new ThirdParty(key, name, kind, criticality, parent, other, state, notice);
    }

    public ThirdParty with(Notice other) {
        return new ThirdParty(key, name, kind, criticality, parent, diligence, state, other);
    }
}
