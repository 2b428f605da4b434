package dev.sekisho.advisory;

import dev.sekisho.advisory.naming.NameIndex;
import dev.sekisho.advisory.naming.ProductIndexEntry;
import dev.sekisho.matching.product.ProductMatcher;
import dev.sekisho.matching.product.ProductNames;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.AffectedProduct.ProductIdentity;
import dev.sekisho.matching.published.AffectedProduct.ProductScope;
import dev.sekisho.matching.published.EolProduct;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.risk.estate.software.Product;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Until when installed versions are supported, by what is published of their release cycles. */
@ApplicationScoped
public class Lifespans {
    private static final int MOST_REMEMBERED = 50_000;

    private final LifeCycles stored;
    private final ProductMatcher matcher = new ProductMatcher(ProductNames.usual());
    private final NameIndex byName = new NameIndex();
    private final Map<Asked, List<EolProduct>> found = new HashMap<>();
    private Map<String, EolProduct> products = Map.of();

    /** A product of ours as it was asked for; the same few come back for every installation. */
    private record Asked(Product product, @Nullable String supplier) {}

    Lifespans(LifeCycles stored) {
        this.stored = stored;
    }

    /** Reads everything anew. */
    public synchronized void load() {
        products = stored.all();
        byName.clear();
        found.clear();
        products.forEach((id, product) -> byName.put(id, names(product)));
    }

    private Set<String> names(EolProduct product) {
        return matcher.lookupKeys(new AffectedProduct(
                Source.ADVISORY,
                "endoflife.date",
                ProductIdentity.of(null, product.title(), product.purls(), product.cpes()),
                ProductScope.EVERYWHERE,
                Status.UNKNOWN,
                List.of(),
                false,
                null));
    }

    /** The last day of support; null where nothing says so. A version that ended on a day nobody states ended long ago. */
    public synchronized @Nullable LocalDate endOf(
            Product product, @Nullable String supplier, @Nullable String version) {
        if (version == null || products.isEmpty()) {
            return null;
        }
        if (found.size() > MOST_REMEMBERED) {
            found.clear();
        }
        return found.computeIfAbsent(new Asked(product, supplier), this::find).stream()
                .flatMap(one -> cycle(one, version).stream())
                .flatMap(cycle -> Stream.ofNullable(end(cycle)))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<EolProduct> find(Asked asked) {
        return byName
                .under(ProductIndexEntry.of(asked.product(), asked.supplier(), matcher)
                        .names())
                .stream()
                .sorted()
                .map(products::get)
                .toList();
    }

    private static @Nullable LocalDate end(EolProduct.Cycle cycle) {
        return Boolean.TRUE.equals(cycle.ended()) ? LocalDate.EPOCH : cycle.endOfLife();
    }

    /** The cycle whose name the version begins with, part by part; the most precise one. */
    private static Optional<EolProduct.Cycle> cycle(EolProduct product, String version) {
        return product.cycles().stream()
                .filter(cycle -> begins(version, cycle.name()))
                .max(Comparator.comparingInt(cycle -> cycle.name().length()));
    }

    /** A letter behind a number counts something within the cycle, as in 9.1R18; another digit makes it another number. */
    private static boolean begins(String installed, String name) {
        String version = installed.matches("[vV]\\d.*") && !name.matches("[vV].*") ? installed.substring(1) : installed;
        if (!version.regionMatches(true, 0, name, 0, name.length())) {
            return false;
        }
        boolean number = !name.isEmpty() && Character.isDigit(name.charAt(name.length() - 1));
        char next = version.length() == name.length() ? '.' : version.charAt(name.length());
        return number ? !Character.isDigit(next) : !Character.isLetterOrDigit(next);
    }
}
