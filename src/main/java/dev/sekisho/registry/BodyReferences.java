package dev.sekisho.registry;

import dev.sekisho.database.Transactions;
import dev.sekisho.web.BodyCheck;
import dev.sekisho.web.problem.Problem;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds in an object that is of no form what it refers to and is not there, and the days that cannot be. */
@Singleton
class BodyReferences implements BodyCheck {
    private final CollectionRegistry collections;
    private final Transactions transactions;

    BodyReferences(CollectionRegistry collections, Transactions transactions) {
        this.collections = collections;
        this.transactions = transactions;
    }

    @Override
    public List<Problem.FieldError> faults(Object body) {
        return body instanceof Registered said
                ? collections.referencedFirst().stream()
                        .filter(registry -> registry.viewType().isInstance(said))
                        .flatMap(registry -> faults(registry, said).stream())
                        .toList()
                : List.of();
    }

    private <V extends Registered> List<Problem.FieldError> faults(Registry<?, V> registry, Registered said) {
        V known = registry.viewType().cast(said);
        return transactions.read(() -> collections.untrue(registry, known));
    }
}
