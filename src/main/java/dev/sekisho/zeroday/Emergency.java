package dev.sekisho.zeroday;

import static java.util.Objects.requireNonNull;

import dev.sekisho.advisory.Matching;
import dev.sekisho.matching.product.ProductNames;
import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.software.Product;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which products an emergency concerns. One product often stands under several keys, one for each who supplies it, and is
 * affected under all of them; what merely looks so is told and left alone.
 */
@ApplicationScoped
public class Emergency {
    /** What an advisory may name. */
    private static final int MOST = 1000;

    private final Matching matching;
    private final ProductNames names = ProductNames.usual();

    Emergency(Matching matching) {
        this.matching = matching;
    }

    /** Everything that goes by a name of this product and may be the same. */
    Namesakes of(Estate estate, String product) {
        var same = new TreeSet<String>();
        var others = new TreeMap<String, String>();
        add(estate, product, same, others);
        matching.identities().nearNamesakes(product).stream()
                .filter(estate.products()::containsKey)
                .forEach(near -> others.putIfAbsent(
                        near,
                        "It is called almost the same. If it is the same, give it the name among its aliases and say so"
                                + " again."));
        others.keySet().removeAll(same);
        while (same.size() > MOST) {
            String left = same.last().equals(product) ? same.first() : same.last();
            same.remove(left);
            others.put(left, "An advisory names at most " + MOST + " products; write another one for it.");
        }
        return new Namesakes(same, others);
    }

    private void add(Estate estate, String product, SortedSet<String> same, SortedMap<String, String> others) {
        same.add(product);
        matching.identities().namesakes(product).forEach((other, mayBe) -> {
            if (mayBe && estate.products().containsKey(other)) {
                same.add(other);
            } else if (estate.products().containsKey(other)) {
                others.put(
                        other,
                        "It has the same name, but " + maker(estate, other) + " makes it and not "
                                + maker(estate, product) + ".");
            }
        });
    }

    private static String maker(Estate estate, String product) {
        Product known = estate.products().get(product);
        return known == null || known.vendor() == null ? "nobody knows who" : known.vendor();
    }

    /** What an intruder at a third party has, everything it supplies or makes included, whoever else supplies that. */
    public BlastRadiusView atThirdParty(Assessment assessment, String key, Notice notice) {
        ThirdParty known = assessment.estate().thirdParties().get(key);
        String name = known == null ? key : known.name();
        return BlastRadius.byThirdParty(assessment, key, name, notice, ofSupplier(assessment.estate(), key, name));
    }

    private Namesakes ofSupplier(Estate estate, String key, String name) {
        var same = new TreeSet<String>();
        var others = new TreeMap<String, String>();
        for (Product product : estate.products().values()) {
            boolean supplied = key.equals(product.supplier());
            boolean made = isMadeBy(name, product.vendor(), supplied);
            if (made) {
                add(estate, product.key(), same, others);
            } else if (supplied) {
                same.add(product.key());
                resold(estate, product, name, others);
            }
        }
        others.keySet().removeAll(same);
        return new Namesakes(same, others);
    }

    /** Where nobody says who makes what somebody supplies, it may be the supplier. */
    private boolean isMadeBy(String name, @Nullable String vendor, boolean supplied) {
        return vendor == null ? supplied : names.vendor(vendor).equals(names.vendor(name));
    }

    private void resold(Estate estate, Product product, String supplier, SortedMap<String, String> others) {
        String maker = requireNonNull(product.vendor());
        matching.identities().namesakes(product.key()).keySet().stream()
                .filter(estate.products()::containsKey)
                .forEach(other -> others.put(
                        other,
                        "It has the same name as " + product.key() + ", which " + supplier + " only supplies and "
                                + maker + " makes."));
    }
}
