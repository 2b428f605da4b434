package dev.sekisho.software;

import dev.sekisho.matching.product.Identifiers;
import dev.sekisho.web.BodyCheck;
import dev.sekisho.web.problem.Problem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the items to analyze that name nothing, or by what is no identifier. */
@Singleton
class AnalysisNames implements BodyCheck {
    @Override
    public List<Problem.FieldError> faults(Object body) {
        return body instanceof AnalysisView.AskedView asked && asked.items() != null
                ? faults(asked.items())
                : List.of();
    }

    private static List<Problem.FieldError> faults(List<AnalysisView.@Nullable ItemView> items) {
        var errors = new ArrayList<Problem.FieldError>();
        for (int i = 0; i < items.size(); i++) {
            AnalysisView.ItemView item = items.get(i);
            if (item != null) {
                errors.addAll(faults("/items/" + i, item));
            }
        }
        return errors;
    }

    private static List<Problem.FieldError> faults(String at, AnalysisView.ItemView item) {
        return item.product() == null && item.purl() == null && item.cpe() == null
                ? List.of(new Problem.FieldError(at, "names no product, purl or cpe"))
                : Problem.FieldError.below(at, Identifiers.faults(item.purl(), item.cpe()));
    }
}
