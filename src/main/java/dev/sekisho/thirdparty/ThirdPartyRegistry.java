package dev.sekisho.thirdparty;

import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.FactRegistry;
import dev.sekisho.registry.Reference;
import dev.sekisho.risk.estate.DueDiligence;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.web.problem.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Singleton
class ThirdPartyRegistry extends FactRegistry<ThirdPartyEntity, ThirdPartyView> {
    ThirdPartyRegistry(ThirdPartyRepository rows) {
        super(THIRD_PARTIES, ThirdPartyView.class, rows);
    }

    @Override
    protected ThirdPartyEntity blank() {
        return new ThirdPartyEntity();
    }

    @Override
    public ThirdPartyView view(ThirdPartyEntity row) {
        return ThirdPartyView.of(row);
    }

    @Override
    protected void write(ThirdPartyView said, ThirdPartyEntity into) {
        into.kind = said.kind();
        into.criticality = said.criticality();
        into.parent = said.parent();
        into.owner = said.owner();
        into.contacts = said.contacts();
        into.agreement = said.agreement();
        into.assessedOn = said.assessedOn();
        into.subprocessorsDeclared = said.subprocessorsDeclared();
        into.externalRating = said.externalRating();
        into.state = said.state();
        into.notice = said.notice();
    }

    @Override
    public List<Reference> references(ThirdPartyView said) {
        return Reference.present(Reference.to("/parent", THIRD_PARTIES, said.parent()));
    }

    @Override
    public Map<String, CollectionName> referring() {
        return Map.of("parent", THIRD_PARTIES);
    }

    /** Each comes by all ways of everybody above it, so what has to be looked at grows with the square of a line. */
    @Override
    protected int longestLine() {
        return 16;
    }

    @Override
    public @Nullable String parent(ThirdPartyView said) {
        return said.parent();
    }

    @Override
    public List<Problem.FieldError> impossible(ThirdPartyView said, @Nullable ThirdPartyEntity stored) {
        AgreementView agreement = said.agreement();
        return agreement != null && agreement.endsBeforeStart()
                ? List.of(new Problem.FieldError("/agreement/end", "lies before the start of the agreement"))
                : List.of();
    }

    @Override
    public void project(ThirdPartyEntity row, Estate.Builder estate) {
        estate.add(new ThirdParty(
                row.id,
                row.name,
                row.kind,
                row.criticality,
                row.parent,
                new DueDiligence(
                        row.owner,
                        AgreementView.factOf(row.agreement),
                        row.assessedOn,
                        row.subprocessorsDeclared,
                        row.externalRating),
                Objects.requireNonNullElse(row.state, ThirdPartyState.ACTIVE),
                Objects.requireNonNullElse(row.notice, Notice.NONE)));
    }

    @Override
    public void retract(String key, Estate.Builder estate) {
        estate.removeThirdParty(key);
    }
}
