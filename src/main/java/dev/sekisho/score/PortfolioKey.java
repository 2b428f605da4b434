package dev.sekisho.score;

import dev.sekisho.registry.Referable;
import dev.sekisho.risk.estate.Subject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** The one key of all risk together. */
@Singleton
class PortfolioKey implements Referable {
    @Override
    public String name() {
        return Subject.PORTFOLIO.key();
    }

    @Override
    public String singular() {
        return Subject.PORTFOLIO.key();
    }

    @Override
    public boolean holds(String value) {
        return value.equals(Subject.PORTFOLIO.key());
    }

    @Override
    public Collection<String> beside(String value) {
        return List.of(Subject.PORTFOLIO.key());
    }
}
