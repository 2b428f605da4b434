package dev.sekisho.advisory;

import dev.sekisho.matching.product.Installed;
import dev.sekisho.matching.product.PackageReference;
import dev.sekisho.matching.product.ProductMatcher;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.sbom.Bill;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one version of a product is made of, ready to be looked up. A part without purl and CPE is not looked for by name. */
record Contents(
        String author,
        List<Bill.Statement> statements,
        @Nullable String whole,
        List<Part> parts) {

    /**
     * A part that can be looked up.
     *
     * @param keys under which advisories are looked for
     */
    record Part(Bill.Component component, Installed installed, Set<String> keys) {}

    static Contents of(Bill bill, ProductMatcher matcher) {
        List<Part> parts = bill.components().stream()
                .filter(one -> one.purl() != null || one.cpe() != null)
                .map(one -> part(one, matcher))
                .filter(part -> !part.keys().isEmpty())
                .toList();
        return new Contents(bill.author(), bill.statements(), bill.whole(), parts);
    }

    private static Part part(Bill.Component one, ProductMatcher matcher) {
        var installed = new Installed(null, null, one.version(), one.purl(), one.cpe(), Set.of());
        return new Part(one, installed, Set.copyOf(matcher.lookupKeys(installed)));
    }

    Set<String> names() {
        var names = new TreeSet<String>();
        parts.forEach(part -> names.addAll(part.keys()));
        return names;
    }

    /** What the author says of a vulnerability in a part; the last word counts. */
    Bill.@Nullable Statement statement(Part part, Set<String> ids) {
        Bill.Statement found = null;
        for (Bill.Statement one : statements) {
            if (AdvisoryLookup.folded(one.ids()).stream().anyMatch(ids::contains) && concerns(one, part)) {
                found = one;
            }
        }
        return found;
    }

    /** What is said of another part, or of something the bill does not hold, is not said of this one. */
    private boolean concerns(Bill.Statement one, Part part) {
        return one.refs().isEmpty()
                || one.refs().stream()
                        .map(Contents::withinTheBill)
                        .anyMatch(ref -> ref.equals(whole)
                                || ref.equals(part.component().ref())
                                || PackageReference.means(ref, part.component().purl()));
    }

    /** A link into another document ({@code urn:cdx:...#id}) ends with the id there. */
    private static String withinTheBill(String ref) {
        return ref.startsWith("urn:cdx:") ? ref.substring(ref.indexOf('#') + 1) : ref;
    }

    /** What a word of the author settles; null where it settles nothing. */
    static @Nullable Verdict verdict(Bill.@Nullable Statement said) {
        return switch (said == null ? "" : said.state()) {
            case "not_affected", "false_positive" -> Verdict.NOT_AFFECTED;
            case "resolved", "resolved_with_pedigree" -> Verdict.FIXED;
            case "exploitable" -> Verdict.AFFECTED;
            default -> null;
        };
    }
}
